"""The words of reporting: recommendations that others address to a member, and what the member tells to whom."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Mechanism(TextChoices):
    """Where a recommendation comes from."""

    UPR = "upr", _("Universal Periodic Review")
    TREATY_BODY = "treaty_body", _("Treaty body")
    SPECIAL_PROCEDURE = "special_procedure", _("Special procedure")
    INTER_AMERICAN = "inter_american", _("Inter-American system")
    NETWORK_REVIEW = "network_review", _("Review within the network")
    OTHER = "other", _("Another mechanism")


class Position(TextChoices):
    """What the member answered to the mechanism."""

    SUPPORTED = "supported", _("Supported")
    PARTIALLY = "partially", _("Supported in part")
    NOTED = "noted", _("Noted")
    UNSTATED = "unstated", pgettext_lazy("position", "Not stated")


class Status(TextChoices):
    """How far the member itself says that it is. Nobody else reads it."""

    OPEN = "open", _("Not assessed yet")
    PLANNED = "planned", pgettext_lazy("recommendation", "Planned")
    UNDER_WAY = "under_way", pgettext_lazy("recommendation", "Under way")
    CONTINUOUS = "continuous", _("Carried out continually")
    DONE = "done", pgettext_lazy("recommendation", "Carried out")
    HALTED = "halted", pgettext_lazy("recommendation", "Halted")


class Duty(TextChoices):
    """What an institution is charged with for a recommendation, as in SIMORE."""

    PRINCIPAL = "principal", _("Principally responsible")
    ALTERNATE = "alternate", _("Alternate")
    VALIDATING = "validating", _("Validating authority")


class Destination(TextChoices):
    """To whom a member reports."""

    ANNUAL = "annual", _("Annual report of the network")
    SIMORE = "simore", _("SIMORE or another national system")
    UPR = "upr", _("Universal Periodic Review")
    TREATY_BODY = "treaty_body", _("Treaty body")
    R2P = "r2p", _("Global Network of R2P Focal Points")
    GAAMAC = "gaamac", _("GAAMAC")
    OTHER = "other", pgettext_lazy("destination", "Another")


class RowKind(TextChoices):
    """What a row of a report is about."""

    RECOMMENDATION = "recommendation", _("A row for each recommendation")
    INITIATIVE = "initiative", _("A row for each initiative")


class Scope(TextChoices):
    """What a selection begins with; single rows are put in and left out by hand."""

    ALL = "all", _("Everything that we have here")
    FILTERED = "filtered", _("What fits the filter below")
    PICKED = "picked", _("Nothing: only what we put in by hand")


class Gap(TextChoices):
    """What a recommendation may lack."""

    WORK = "work", _("Nothing linked")
    RESPONSIBLE = "responsible", _("Nobody responsible")
    ASSESSMENT = "assessment", _("Not assessed")
    POSITION = "position", _("No position")


class Format(TextChoices):
    DOCX = "docx", _("Word")
    XLSX = "xlsx", _("Excel")
    CSV = "csv", _("CSV")
    JSON = "json", _("JSON")


class Field(TextChoices):
    """What a column of an imported table can be."""

    SYMBOL = "symbol", _("Document symbol")
    PARAGRAPH = "paragraph", pgettext_lazy("of a document", "Paragraph")
    EXTERNAL = "external", _("Identifier at the source")
    MECHANISM = "mechanism", _("Mechanism")
    BODY = "body", _("Body")
    SESSION = "session", _("Cycle or session")
    DAY = "day", _("Date")
    STATES = "states", _("Recommending States")
    TEXT = "text", _("Text, in the language of the file")
    TEXT_ES = "text_es", _("Text in Spanish")
    TEXT_PT = "text_pt", _("Text in Portuguese")
    TEXT_EN = "text_en", _("Text in English")
    TEXT_FR = "text_fr", _("Text in French")
    THEMES = "themes", _("Themes")
    GROUPS = "groups", _("Affected groups")
    TARGETS = "targets", _("SDG targets")
    POSITION = "position", _("Position")
    CLUSTER = "cluster", _("Cluster")
    STATUS = "status", _("State of our work")
    PRINCIPAL = "principal", _("Institution principally responsible")
    ALTERNATE = "alternate", _("Alternate institution")
    VALIDATING = "validating", _("Validating institution")
    ADDRESS = "address", _("Address")
    SORT = "sort", _("Kind of annotation")
    ADDRESSEE = "addressee", _("State addressed")


class Column(TextChoices):
    """What a column of a report can say."""

    REFERENCE = "reference", _("Reference")
    MECHANISM = "mechanism", _("Mechanism")
    BODY = "body", _("Body")
    SYMBOL = "symbol", _("Document symbol")
    PARAGRAPH = "paragraph", pgettext_lazy("of a document", "Paragraph")
    SESSION = "session", _("Cycle or session")
    DAY = "day", _("Date")
    STATES = "states", _("Recommending States")
    TEXT = "text", _("Recommendation")
    THEMES = "themes", _("Themes")
    GROUPS = "groups", _("Affected groups")
    TARGETS = "targets", _("SDG targets")
    POSITION = "position", _("Position")
    CLUSTER = "cluster", _("Cluster")
    STATUS = "status", _("State of our work")
    ASSESSMENT = "assessment", _("Assessment in words")
    PRINCIPAL = "principal", _("Principally responsible")
    ALTERNATE = "alternate", _("Alternate")
    VALIDATING = "validating", _("Validating authority")
    DONE = "done", _("What was done")
    RESULTS = "results", _("Results")
    SECTIONS = "sections", _("Sections of the curriculum")
    ADDRESS = "address", _("Address")
    TITLE = "title", _("Initiative")
    SUMMARY = "summary", _("Summary")
    AREA = "area", _("Area of government")
    TYPE = "type", pgettext_lazy("of an initiative", "Type")
    INSTITUTION = "institution", _("Responsible institution")
    LEVEL = "level", pgettext_lazy("of an initiative", "Level")
    FOR_WHOM = "for_whom", _("Target groups")
    DATES = "dates", _("Dates")
    STATE = "state", pgettext_lazy("of an initiative", "State")
    LEGAL = "legal", _("Legal base")
    PARTNERS = "partners", _("Partners")
    TASKS = "tasks", _("Tasks of the National Mechanism")
    GOALS = "goals", _("Sustainable Development Goals")
    ANSWERS = "answers", _("Recommendations that it answers to")


class DayOrder(TextChoices):
    """How a file writes days in figures."""

    DAY_FIRST = "dmy", _("Day, month, year: 31/12/2025")
    MONTH_FIRST = "mdy", _("Month, day, year: 12/31/2025")


class Fault(TextChoices):
    """Why a row of a file is not taken. Each says the column, what is wrong and what to do."""

    NO_TEXT = "no_text", _("The row has no text of a recommendation. Fill in the text, or take the row out.")
    NO_IDENTITY = (
        "no_identity",
        _("Nothing says which document this comes from. Fill in the document symbol or the body."),
    )
    NOT_A_DAY = "not_a_day", _("Column %(column)s: “%(value)s” is no day. Write it as 2015-06-01, 2015-06 or 2015.")
    UNKNOWN_WORD = (
        "unknown_word",
        _("Column %(column)s: “%(value)s” is not known here. Write one of these: %(allowed)s."),
    )
    NOT_A_TARGET = (
        "not_a_target",
        _("Column %(column)s: “%(value)s” is no goal or target of the SDGs. Write it as 16 or 16.1."),
    )
    NOT_AN_ADDRESS = "not_an_address", _("Column %(column)s: “%(value)s” is no address. Begin it with https://.")
    TOO_LONG = "too_long", _("Column %(column)s: this is longer than %(most)s signs. Shorten it.")
    OTHER_STATE = (
        "other_state",
        _("This row is addressed to %(value)s. If that is your member, leave the column %(column)s out above."),
    )
    NO_RECOMMENDATION = (
        "no_recommendation",
        _("The file calls this “%(value)s”: it is no recommendation. To take it all the same, leave %(column)s out."),
    )
    TWICE = (
        "twice",
        _(
            "The file has this recommendation twice, first in row %(row)s. Take one of them out, or give each a "
            "paragraph of its own: 12 (a), 12 (b)."
        ),
    )


class Remark(TextChoices):
    """What is said of a row that is taken all the same."""

    NO_INSTITUTION = (
        "no_institution",
        _("Column %(column)s: no institution of yours is called “%(value)s”. It is left out; assign it by hand."),
    )
    DIFFERS = (
        "differs",
        _(
            "It is here under this paragraph with another text, which stays. If it is another recommendation, give it "
            "a paragraph of its own: 12 (b)."
        ),
    )
    FROM_TEXT = "from_text", _("The paragraph %(value)s is taken from the beginning of the text.")


class Act(TextChoices):
    """What can be done here."""

    RECOMMENDATION_ENTERED = "recommendation-entered", _("Recommendation entered")
    RECOMMENDATION_CHANGED = "recommendation-changed", _("Recommendation changed")
    RECOMMENDATION_ASSESSED = "recommendation-assessed", _("Work on a recommendation assessed")
    RECOMMENDATION_REMOVED = "recommendation-removed", _("Recommendation removed")
    CHARGES_SET = "recommendation-charges-set", _("Responsible institutions of a recommendation set")
    EVIDENCE_LINKED = "recommendation-evidence-linked", _("Work linked to a recommendation")
    EVIDENCE_UNLINKED = "recommendation-evidence-unlinked", _("Link to a recommendation removed")
    RECOMMENDATIONS_IMPORTED = "recommendations-imported", _("Recommendations imported from a file")
    IMPORT_UNDONE = "recommendation-import-undone", _("Import of recommendations undone")
    SELECTION_SAVED = "report-selection-saved", _("Selection for a report saved")
    SELECTION_CLOSED = "report-selection-closed", _("Selection for a report closed")
    TEMPLATE_SAVED = "report-template-saved", _("Template of a report saved")
    TEMPLATE_REMOVED = "report-template-removed", _("Template of a report removed")
    REPORT_TOLD = "report-told", _("Report told to a destination")


class No(TextChoices):
    """Why something is not done."""

    NO_TEXT = "recommendation_without_text", _("Give the text of the recommendation in at least one language.")
    KNOWN = "recommendation_known", _("This recommendation is here already: %(symbol)s %(paragraph)s.")
    HANGS = (
        "recommendation_hangs",
        _("Something hangs on this recommendation: a link, an institution, an assessment or a report. It stays."),
    )
    IMPORT_HANGS = (
        "import_hangs",
        _(
            "Something hangs on %(count)s recommendations of this import: a link, an institution, an assessment or a "
            "report. They were worked with, so the import stays."
        ),
    )
    NOT_WAITING = "import_not_waiting", _("This file was imported or undone already. Hand it in again.")
    NOT_IMPORTED = "not_imported", _("This file was not imported, so there is nothing to undo.")
    NOTHING_NEW = "nothing_new", _("No row of this file can be imported and is new.")
    TOO_MANY_ROWS = (
        "recommendations_too_many_rows",
        _("The file has more than %(most)s rows. Divide it, and hand in one part at a time."),
    )
    MOVED = "import_moved", _("Something changed since you looked. Nothing was imported: look at the rows again.")
    LINKED = "recommendation_linked", _("This is linked already.")
    NOT_OF_MEMBER = "not_of_your_member", _("Only what belongs to your own member can be put here.")
    NOTHING_CHOSEN = "nothing_chosen", _("Nothing was chosen.")
    CLOSED = "selection_closed", _("This selection is closed. Make a new one for the next report.")
    NAMELESS = "report_nameless", _("Give it a name.")
    NO_COLUMNS = "no_columns", _("A template needs at least one column, and each column only once.")
    OTHER_ROWS = "other_rows", _("A column of this template is none of rows of this kind.")
    IN_USE = "template_in_use", _("An open selection uses this template. Choose another one there first.")
    NOTHING_TO_TELL = "nothing_to_tell", _("There is nothing in this selection yet, so there is nothing to tell.")
    TOLD_MOVED = (
        "told_moved",
        _("Something changed since you looked at this report. Nothing was written down: look at it again."),
    )
    TOLD_TOO_EARLY = "told_too_early", _("A day that is still to come is no day on which something was told.")


# Preparing is no news to anybody; that something was told is news to the member's own seats.
QUIET: frozenset[Act] = frozenset(set(Act) - {Act.REPORT_TOLD, Act.RECOMMENDATIONS_IMPORTED})
