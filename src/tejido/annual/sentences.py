"""How a report stands, and what is still missing, in one sentence."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.web.components import Sentence, Tone

from .models import Report
from .names import PageState, State
from .queries import Composed


def of_report(found: Composed, member: str) -> Sentence:
    """For the seats of a member that has not approved its page, that; for all others how many have not."""
    report = found.asked.report
    own = found.page_of(member)
    is_own_missing = own is not None and own.state != PageState.APPROVED
    if report.opened_at is None or report.due is None:
        return Sentence(_("In preparation. The pages are not open to the members yet."), Tone.CALM)
    if is_past(report, found.asked.today) and found.waiting:
        return Sentence(_of_past(found, is_own_missing=is_own_missing), Tone.CALM)
    if is_own_missing:
        said = _("The page of your member waits for its approval, until %(day)s.")
        return Sentence(said % {"day": date_format(report.due)}, Tone.WAITING)
    if not found.waiting:
        return Sentence(_("Every member has approved its page."), Tone.DONE)
    count = len(found.waiting)
    said = ngettext(
        "%(count)s page is not approved yet. Members have until %(day)s.",
        "%(count)s pages are not approved yet. Members have until %(day)s.",
        count,
    )
    return Sentence(said % {"count": count, "day": date_format(report.due)}, Tone.WAITING)


def is_past(report: Report, today: date) -> bool:
    """Whether the report is issued and the day until which its pages were to be approved has gone by."""
    return report.state == State.ISSUED and report.due is not None and report.due < today


def _of_past(found: Composed, *, is_own_missing: bool) -> str:
    """An approval is still taken then: it counts for the next issue."""
    if is_own_missing:
        return _(
            "The report is issued, and the page of your member is not approved. Approving it counts for the next issue."
        )
    count = len(found.waiting)
    said = ngettext(
        "Issued. %(count)s page is not approved; approving it counts for the next issue.",
        "Issued. %(count)s pages are not approved; approving them counts for the next issue.",
        count,
    )
    return said % {"count": count}
