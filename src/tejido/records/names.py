"""The words of records: what is kept of who completed a course, and how it came in."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.formats.roster.documents import Paper
from tejido.formats.roster.headings import Sureness
from tejido.formats.roster.listing import Fault
from tejido.formats.roster.values import Field
from tejido.web.components import Words


class Kind(TextChoices):
    """How records come in."""

    FILE = "file", _("File")
    MOODLE = "moodle", _("Moodle export")
    XAPI = "xapi", "xAPI"
    ONEROSTER = "oneroster", "OneRoster"
    PAPER = "list", _("Signed list")
    LTI = "lti", "LTI"
    HAND = "hand", _("By hand")


class State(TextChoices):
    """Where a batch stands."""

    GIVEN = "given", _("Given, not yet read")
    CHECKING = "checking", _("Being checked")
    CHECKED = "checked", _("Checked, not yet entered")
    ENTERING = "entering", _("Being entered")
    ENTERED = "entered", _("Entered")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")
    FAILED = "failed", _("Cannot be read")
    LEFT = "left", _("Put aside")


WORKING = frozenset({State.CHECKING, State.ENTERING, State.UNDOING})  # what the clock does something about


class Result(TextChoices):
    """What became of a person; the records are those that completed."""

    PASSED = "passed", _("Passed")
    COMPLETED = "completed", _("Completed")
    ATTENDED = "attended", _("Attended")


class Sex(TextChoices):
    """As the person, or the school, states it."""

    FEMALE = "female", pgettext_lazy("sex", "Female")
    MALE = "male", pgettext_lazy("sex", "Male")
    OTHER = "other", pgettext_lazy("sex", "Other")
    NOT_STATED = "not_stated", pgettext_lazy("sex", "Not stated")


class Method(TextChoices):
    """How a cohort is taught."""

    IN_PERSON = "in_person", _("In person")
    DISTANCE = "distance", _("At a distance")
    BLENDED = "blended", _("Partly at a distance")


class Dim(TextChoices):
    """By what counts are told apart. The first five are of the person, at most two of them at once; the others can be
    added to any."""

    INSTITUTION = "institution", _("Institution")
    CADRE = "cadre", _("Cadre")
    LEVEL = "level", _("Level")
    SEX = "sex", _("Sex")
    PROVINCE = "province", _("Province")
    COURSE = "course", _("Course")
    EDITION = "edition", _("Edition")
    MONTH = "month", _("Month")


OF_PERSON = (Dim.INSTITUTION, Dim.CADRE, Dim.LEVEL, Dim.SEX, Dim.PROVINCE)


class Measure(TextChoices):
    """What a tally counts."""

    COMPLETED = "c", pgettext_lazy("tally", "Completions")
    EXPIRES = "e", pgettext_lazy("tally", "Last completions, by the month in which they expire")


class Act(TextChoices):
    COHORT_BEGUN = "cohort-begun", _("Cohort of a course begun")
    COHORT_CHANGED = "cohort-changed", _("Cohort of a course described anew")
    RECORDS_ENTERED = "records-entered", _("Records of training entered")
    RECORDS_UNDONE = "records-undone", _("Records of training taken back")
    LIST_BEGUN = "signed-list-begun", _("List to be signed prepared")
    LIST_FILLED = "signed-list-filled", _("Signed list typed in")
    LIST_REMOVED = "signed-list-removed", _("List to be signed taken out")
    LIST_COUNTERSIGNED = "signed-list-countersigned", _("Signed list countersigned")
    SCAN_ADDED = "list-scan-added", _("Scan of a signed list added")
    SCAN_REMOVED = "list-scan-removed", _("Scan of a signed list taken out")
    PERSON_ERASED = "trained-person-erased", _("Person erased from records of training")
    PERSON_CORRECTED = "trained-person-corrected", _("Name or document of a trained person put right")


class No(TextChoices):
    NO_COHORT_CODE = "no_cohort_code", _("Give the cohort the code by which your school calls it.")
    COHORT_CODE_TAKEN = "cohort_code_taken", _("Your school has a cohort with this code already. Choose another.")
    COHORT_ENDS_BEFORE = "cohort_ends_before", _("A cohort cannot end before it begins.")
    COHORT_MINUTES = "cohort_minutes", _("Say how many minutes the course takes, from 1 to 60000.")
    NOT_ITS_COURSE = (
        "not_its_course",
        _("The course is none of this space nor of its member. Choose a course of yours."),
    )
    NOT_ITS_SPACE = "records_not_its_space", _("Records are kept in the own space of an institution. Open it first.")
    FILE_KNOWN = "records_file_known", _("This very file was given already, on %(day)s. Nothing was entered twice.")
    NOTHING_GIVEN = "no_records_given", _("The list is empty: there is nothing to enter.")
    NOT_CHECKED = "batch_not_checked", _("This file is not checked yet. Wait until it is, then enter it.")
    NOT_ENTERED = "batch_not_entered", _("Only what was entered can be taken back, once.")
    IS_OLD = (
        "batch_is_old",
        _("This was entered more than a day ago. The representative of your institution can take it back."),
    )
    IS_HELD = (
        "batch_is_held",
        _("Certificates stand on %(count)s of these records. Revoke them first; then this can be taken back."),
    )
    BEING_UNDONE = "batch_being_undone", _("Some of these records are being taken back. Wait until that is done.")
    FILES_WAIT = (
        "records_files_wait",
        _("%(count)s of your files wait, and somebody may stand in them. Enter them or put them aside first."),
    )
    NO_PERSON_NAME = "no_person_name", _("Give the name as it is right. Who is to have none any more is erased.")
    NOTHING_CORRECTED = "nothing_corrected", _("Name and document stand like this already.")
    OTHER_THERE = (
        "other_there",
        _(
            "Somebody stands under the other document already, with %(count)s completions. Say that both are the same "
            "person, or look at the document again."
        ),
    )
    SAME_DAY = (
        "both_on_same_day",
        _(
            "Under both documents the same course was completed on the same day (%(count)s). One of the two came in "
            "twice: take that file or list back first."
        ),
    )
    LIST_ENTERED = (
        "list_is_entered",
        _("This list is entered already. Take its records back first, then change it."),
    )
    LIST_TOO_LONG = "list_too_long", _("A list holds up to %(most)s persons. Prepare another one for the others.")
    LIST_OFF_COHORT = "list_off_cohort", _("The day of a list lies between the first and the last day of its cohort.")
    NOBODY_DONE = "nobody_done", _("Nobody on this list is ticked as having completed.")
    LINES_WRONG = "lines_wrong", _("Some rows of the list cannot be taken. Look at what stands beside them.")
    NOT_YET_ENTERED = "list_not_entered", _("A list is countersigned once it is entered.")
    OWN_LIST = "own_list", _("Who typed a list in does not countersign it: another seat of your institution does.")
    COUNTERSIGNED_SO = "countersigned_so", _("This list is countersigned already.")
    NOT_A_SCAN = "not_a_scan", _("A scan is a PDF, a JPEG or a PNG. Save it as one of them and add it again.")
    SCAN_TOO_BIG = "scan_too_big", _("A scan holds up to %(limit)s MB. Scan it with fewer dots, or in several files.")
    SCANS_FULL = "scans_full", _("A list has up to %(most)s scans. Take one out first.")
    NOBODY_ERASED = "nobody_erased", _("Nobody with this document is in the records of this space.")


# In the ledger, and no news to others.
QUIET: frozenset[Act] = frozenset(Act)


# What is wrong with a row of a signed list.
FAULTS: Mapping[Fault, Words] = {
    Fault.NO_DOCUMENT: _("Type the number of the document."),
    Fault.NO_NAME: _("Type the name."),
    Fault.TWICE: _("This document stands in a row above already."),
    Fault.NOT_HOURS: _("Write hours like 20, 20,5 or 20:30, or leave them empty."),
    Fault.NOT_MARK: _("Write the mark like 8,5 or 85/100, or leave it empty."),
}


# What a column of a file can be.
FIELDS: Mapping[Field, Words] = {
    Field.DOCUMENT: _("Document: number"),
    Field.PAPER: _("Document: kind"),
    Field.NAME: _("Name, whole"),
    Field.GIVEN: _("Given names"),
    Field.FAMILY: _("Family names"),
    Field.DAY: _("Day of the completion"),
    Field.RESULT: _("Result"),
    Field.SCORE: pgettext_lazy("grade", "Mark"),
    Field.HOURS: _("Hours"),
    Field.INSTITUTION: _("Institution"),
    Field.CADRE: _("Cadre"),
    Field.LEVEL: _("Level"),
    Field.SEX: _("Sex"),
    Field.PROVINCE: _("Province"),
    Field.COHORT: _("Code of the cohort"),
    Field.NUMBER: _("Number of the row"),
}
# What is wrong with a cell, by its field and the code; else by the code alone.
WRONG: Mapping[str, Words] = {
    "missing": _("Nothing stands here. Fill it in."),
    "unreadable": _("This cannot be read. Write it anew."),
    "unknown": _("This is not known here."),
}
TROUBLES: Mapping[tuple[Field, str], Words] = {
    (Field.DOCUMENT, "missing"): _("The number of the document is missing. Fill it in."),
    (Field.DOCUMENT, "unreadable"): _(
        "This is no whole number of a document. Where a spreadsheet has cut it (1.2E+07), copy it anew as text."
    ),
    (Field.DAY, "unreadable"): _(
        "This is no day that fits the order of the others, or it lies ahead. Write it like 2027-03-25."
    ),
    (Field.RESULT, "unreadable"): _("This word is no result. Write for example passed, completed or failed."),
    (Field.SCORE, "unreadable"): _("Write the mark like 8,5 or 85/100, or leave it empty."),
    (Field.HOURS, "unreadable"): _("Write hours like 20, 20,5 or 20:30, or leave them empty."),
    (Field.COHORT, "missing"): _("Say the code of the cohort, or choose one for the whole file."),
    (Field.COHORT, "unknown"): _("Your school has no cohort with this code. Begin it, or mend the code."),
}
PAPERS: Mapping[Paper, Words] = {
    Paper.NATIONAL: _("The national document"),
    Paper.PASSPORT: _("A passport"),
    Paper.STAFF: _("A staff number of the institution"),
    Paper.ACCOUNT: _("What they sign in with"),
}
SURENESS: Mapping[Sureness, Words] = {
    Sureness.GUESSED: _("guessed by its values"),
    Sureness.LIKELY: _("probably"),
    Sureness.SURE: _("by its heading"),
    Sureness.REMEMBERED: _("as the last time"),
}
