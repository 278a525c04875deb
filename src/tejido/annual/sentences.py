"""How a report stands, and what is still missing, in one sentence."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.web.components import Sentence, Tone

from .names import PageState
from .queries import Composed


def of_report(found: Composed, member: str) -> Sentence:
    """For the seats of a member that has not approved its page, that; for all others how many have not."""
    report = found.asked.report
    own = found.page_of(member)
    if report.opened_at is None or report.due is None:
        return Sentence(_("In preparation. The pages are not open to the members yet."), Tone.CALM)
    if own is not None and own.state != PageState.APPROVED:
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
