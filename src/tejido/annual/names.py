"""The words of the annual report: its chapters, how it stands, what is told in it, what is done and refused."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Audience(TextChoices):
    """Who reads the report once it is issued. Nothing that these readers may not know of enters it."""

    NETWORK = "network", _("Seats of the network")
    PUBLIC = "public", _("Everybody")


class ChapterKind(TextChoices):
    """The chapters, in the order of the reports of 2014 to 2017."""

    COMPOSITION = "composition", _("Composition of the network")
    OBJECTIVES = "objectives", _("Objectives and axes of work")
    SEMINARS = "seminars", _("Raphael Lemkin seminars")
    MEETINGS = "meetings", _("Focal points meetings")
    ACTIVITIES = "activities", pgettext_lazy("chapter of a report", "Activities")
    SECRETARIAT = "secretariat", _("Technical Secretariat")
    TOOLS = "tools", _("Tools and links")
    PROJECTS = "projects", _("Joint projects")
    INITIATIVES = "initiatives", _("National initiatives")
    IMPACT = "impact", pgettext_lazy("chapter of a report", "Impact")


class State(TextChoices):
    PREPARATION = "preparation", pgettext_lazy("state of a report", "In preparation")
    WITH_MEMBERS = "with_members", pgettext_lazy("state of a report", "With the members")
    ISSUED = "issued", pgettext_lazy("state of a report", "Issued")


class Stand(TextChoices):
    """How a State or an organisation stands, in the words of a report. The codes are those of the register."""

    OF_RECORD = "of_record", _("Member")
    DISPUTED = "disputed", _("Sources differ")
    OBSERVER = "observer", _("Observer")
    PARTNER = "partner", _("Partner")
    FORMER = "former", _("Former member")
    OTHER = "other", _("Not in the lists of members")
    UNKNOWN = "unknown", _("Nothing known")


class Step(TextChoices):
    """What a member does with its page."""

    CLEARED = "cleared", _("Cleared by the validating authority")
    APPROVED = "approved", _("Approved by the member")


class PageState(TextChoices):
    """How a member's page stands. What the member itself prepares is known to its own seats alone."""

    WAITING = "waiting", _("The page has not been approved")
    APPROVED = "approved", pgettext_lazy("a page", "Approved")
    CHANGED = "changed", _("The records changed after it was approved")


class Move(TextChoices):
    UP = "up", _("Up")
    DOWN = "down", _("Down")


class Act(TextChoices):
    REPORT_BEGUN = "report-begun", _("Annual report begun")
    CHAPTER_WRITTEN = "report-chapter-written", _("Introduction to a chapter of a report written")
    CHAPTER_MOVED = "report-chapter-moved", _("Chapter of a report moved")
    PAGES_OPENED = "report-pages-opened", _("Pages of a report opened to the members")
    PAGE_WRITTEN = "report-page-written", _("Own words for the page of a report written")
    PAGE_CLEARED = "report-page-cleared", _("Own page of a report cleared")
    PAGE_APPROVED = "report-page-approved", _("Page of a report approved by its member")
    APPROVAL_WITHDRAWN = "report-approval-withdrawn", _("Approval of a page of a report withdrawn")
    REPORT_ISSUED = "report-issued", _("Annual report issued")


# What is only prepared. The ledger has it, and nobody is told.
QUIET: frozenset[Act] = frozenset(
    {Act.REPORT_BEGUN, Act.CHAPTER_WRITTEN, Act.CHAPTER_MOVED, Act.PAGE_WRITTEN, Act.PAGE_CLEARED}
)


class No(TextChoices):
    """Every refusal of this app, as the sentence that the person reads."""

    NO_TITLE = "report_no_title", _("Give the report a title in at least one language.")
    YEARS = "report_years", _("A report ends in the year in which it begins, or later, and in no year to come.")
    UNKNOWN_CHAPTER = "report_unknown_chapter", _("This report has no such chapter.")
    AT_THE_EDGE = "report_at_the_edge", _("The chapter stands there already.")
    MOVED = "report_moved", _("Somebody changed this since you looked. Read it again, and save again.")
    DUE_PAST = "report_due_past", _("Give the members a day that is still to come.")
    OPENED_SO = "report_opened_so", _("The pages are open to the members until this day already.")
    NOT_OPENED = "report_not_opened", _("The pages are not open to the members yet.")
    NO_PAGE = "report_no_page", _("Your member has no page in this report: by the sources it is no member of record.")
    PAGE_MOVED = "report_page_moved", _("The page changed since you looked. Read it again.")
    NO_CLEARANCE = "report_no_clearance", _("In this network pages need no clearance. The focal point approves them.")
    CLEARED_SO = "report_cleared_so", _("The page is cleared as it stands.")
    NOT_CLEARED = "report_not_cleared", _("The validating authority has not cleared the page as it stands.")
    APPROVED_SO = "report_approved_so", _("The page is approved as it stands.")
    NOT_APPROVED = "report_not_approved", _("No approval of this page stands.")
    BEFORE_DUE = (
        "report_before_due",
        _("Members have until %(day)s to approve their pages. Before that day it is issued once all have approved."),
    )
    REPORT_CHANGED = "report_changed", _("Something in the report changed since you looked. Read it again.")
    ISSUED_SO = "report_issued_so", _("Exactly this was issued already.")
    NO_REASON = "report_no_reason", _("Say what the new issue corrects. It stands in the report.")
