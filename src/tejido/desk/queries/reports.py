"""Pages of an annual report that wait for a seat."""

from collections.abc import Iterator
from datetime import datetime, time

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.annual.names import Step
from tejido.annual.queries.waiting import WaitingPage, pages_waiting
from tejido.ledger.actors import Actor
from tejido.registry.queries import network_zone
from tejido.web.languages import in_my_language

from .items import Waiting


def report_pages(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """Six queries at most."""
    found = pages_waiting(actor, at)
    zone = network_zone() if found else None
    for line in found:
        row = line.report
        until = datetime.combine(row.due, time(23, 59), zone) if row.due else None
        yield Waiting(_what(line), in_my_language(row.title), _where(line, actor), until, str(zone))


def _what(line: WaitingPage) -> str:
    if line.step == Step.CLEARED:
        return _("Your page of the annual report waits for your clearance")
    if line.step == Step.APPROVED:
        return _("Your page of the annual report waits for approval")
    text = ngettext(
        "%(count)s page of the annual report is not yet approved",
        "%(count)s pages of the annual report are not yet approved",
        line.count,
    )
    return text % {"count": line.count}


def _where(line: WaitingPage, actor: Actor) -> str:
    if line.step is None:
        return reverse("annual:report", args=[line.report.key])
    return reverse("annual:page", args=[line.report.key, actor.member])
