"""Taking a step of the tour, putting it away, bringing it back. They are a person's own and no acts."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .models import Walk
from .names import Place
from .rules import has_step


@transaction.atomic
def take_step(*, actor: Actor, places: Sequence[Place], place: str) -> Place:
    """Ticks the step. Twice is like once; two at the same time both stay."""
    ask(has_step(places, place))
    row, _is_new = Walk.objects.select_for_update().get_or_create(mandate_id=actor.mandate)
    if place not in row.taken:
        row.taken = [*row.taken, place]
        row.save(update_fields=["taken"])
    return Place(place)


def put_away(*, actor: Actor, at: datetime) -> None:
    """For good: it is shown no more until it is brought back."""
    Walk.objects.update_or_create(mandate_id=actor.mandate, defaults={"put_away_at": at})


def bring_back(*, actor: Actor) -> None:
    """From the beginning, with no step taken."""
    Walk.objects.update_or_create(mandate_id=actor.mandate, defaults={"put_away_at": None, "taken": []})
