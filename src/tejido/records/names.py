"""The words of records: what is kept of who completed a course, and how it came in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
    PERSON_ERASED = "trained-person-erased", _("Person erased from records of training")


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
    NOBODY_ERASED = "nobody_erased", _("Nobody with this document is in the records of this space.")


# In the ledger, and no news to others.
QUIET: frozenset[Act] = frozenset(Act)
