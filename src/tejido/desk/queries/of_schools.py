"""What waits for those who keep norms that oblige, and for those who keep the trainers of a school."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.ledger.actors import Actor
from tejido.lineage.queries import ending_soon
from tejido.registry.queries import day_of, end_of, network_zone
from tejido.schools.queries import running_out

from .items import Waiting


def norms_running_out(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """Norms that end soon and that nothing follows."""
    zone = network_zone()
    for row in running_out(actor, day_of(at, zone)):
        url = reverse("schools:obligation", args=[row.obligation.key])
        yield Waiting(_("A norm ends, and none follows it"), row.obligation.norm, url, end_of(row.until, zone), "")


def authorisations_ending(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """Trainers who soon may not teach any more. They are counted, not named."""
    zone = network_zone()
    days = ending_soon(actor, day_of(at, zone))
    if days:
        text = ngettext("%(n)s authorisation", "%(n)s authorisations", len(days)) % {"n": len(days)}
        until = end_of(min(days), zone)
        yield Waiting(_("Authorisations of trainers end"), text, reverse("lineage:home"), until, "")
