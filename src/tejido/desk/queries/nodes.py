"""What members' own nodes ask of a seat: an alarm, a fingerprint to compare, bundles that wait for long."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.exchange.names import State
from tejido.exchange.queries.lines import lines_for
from tejido.exchange.queries.of_alarms import alarms_to_look_at
from tejido.ledger.actors import Actor

from .items import Waiting

LONG = timedelta(days=2)  # a bundle that waits no longer than this is no news


def nodes_waiting(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """Six queries."""
    for alarm in alarms_to_look_at(actor):
        url = reverse("exchange:alarm", args=[alarm.key])
        yield Waiting(_("Alarm about a ledger"), alarm.peer.name if alarm.peer else _("of this node"), url, None, "UTC")
    for row in lines_for(actor, dealing=True):
        url, name = reverse("exchange:nodes"), row.peer.name
        if row.peer.state == State.INTRODUCED:
            yield Waiting(_("Compare the fingerprint of your own node"), name, url, None, "UTC")
        elif row.since is not None and at - row.since > LONG:
            yield Waiting(_("Bundles wait for a node that does not answer"), name, url, None, "UTC")
