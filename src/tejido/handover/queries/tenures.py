"""How long one person holds a seat: a mandate that is given to the same person anew goes on."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, takewhile

from django.db.models import F, Q

from tejido.ledger.actors import Actor
from tejido.registry.models import Mandate


@dataclass(frozen=True, slots=True)
class Tenure:
    """The mandates of one person in a seat that follow each other with nobody else's between them, the first first."""

    mandates: tuple[Mandate, ...]

    @property
    def keys(self) -> list[str]:
        return [mandate.key for mandate in self.mandates]

    @property
    def since(self) -> datetime:
        return self.mandates[0].since

    @property
    def until(self) -> datetime | None:
        return self.mandates[-1].until

    @property
    def name(self) -> str:
        last = self.mandates[-1]
        return last.name or last.account.name

    def mandate(self, key: str) -> Mandate:
        return next(mandate for mandate in self.mandates if mandate.key == key)


def tenures(actor: Actor) -> tuple[Tenure, Tenure | None]:
    """The actor's own tenure of the seat, and the one before it. Mandates that ended before they began count for
    nothing. One query."""
    took_place = Q(until=None) | Q(until__gt=F("since"))
    rows = Mandate.objects.filter(took_place, seat=actor.seat).select_related("account").order_by("since")
    found = [Tenure(tuple(group)) for _, group in groupby(rows, key=lambda row: row.account_id)]
    before = list(takewhile(lambda tenure: actor.mandate not in tenure.keys, found))
    return found[len(before)], before[-1] if before else None
