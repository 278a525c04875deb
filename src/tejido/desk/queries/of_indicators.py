"""What waits for a seat of a member in its indicators and milestones: one line for each."""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.indicators.models import Milestone
from tejido.indicators.queries.reading import Seen
from tejido.indicators.queries.waiting import awaited
from tejido.indicators.terms import GRACE
from tejido.indicators.words import period_words
from tejido.ledger.actors import Actor
from tejido.registry.queries import end_of, network_zone
from tejido.web.languages import in_my_language

from .items import Waiting


def indicators_waiting(actor: Actor, at: datetime) -> Iterator[Waiting]:
    found, zone = awaited(actor, at), network_zone()
    yield from (_value(seen, zone) for seen in found.values)
    yield from (_milestone(row, zone) for row in found.milestones)


def _value(seen: Seen, zone: tzinfo) -> Waiting:
    """The oldest period without a value leads to where it is reported."""
    first = seen.missing[0].period
    periods = ", ".join(period_words(line.period) for line in seen.missing)
    url = reverse("indicators:report", args=[seen.key, first.code])
    text = f"{in_my_language(seen.name)}: {periods}"
    return Waiting(_("Report the value of an indicator"), text, url, end_of(first.last + GRACE, zone), "")


def _milestone(row: Milestone, zone: tzinfo) -> Waiting:
    url = reverse("indicators:initiative", args=[row.initiative_id])
    return Waiting(_("Milestone"), in_my_language(row.what), url, end_of(row.by, zone), "")
