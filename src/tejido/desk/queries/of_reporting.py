"""What waits for who keeps what a member reports to others."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.ledger.actors import Actor
from tejido.registry.queries import day_of, end_of, network_zone
from tejido.reporting.queries.waiting import awaited_from

from .items import Waiting


def reporting_waiting(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """One line for all recommendations without anybody responsible, and one for each report that is awaited."""
    found = awaited_from(actor, day_of(at))
    if found.unassigned:
        text = ngettext(
            "%(count)s recommendation has nobody responsible",
            "%(count)s recommendations have nobody responsible",
            found.unassigned,
        )
        url = f"{reverse('reporting:home')}?gap=responsible"
        yield Waiting(text % {"count": found.unassigned}, _("Recommendations of others"), url, None, "")
    zone = network_zone() if found.reports else None
    for line in found.reports:
        what = _("A report is overdue") if line.stage == "over" else _("A report is awaited")
        until = end_of(line.row.due, zone) if line.row.due else None
        yield Waiting(what, line.row.name, reverse("reporting:selection", args=[line.row.key]), until, "")
