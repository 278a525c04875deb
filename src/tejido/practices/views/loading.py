"""What the views of practices start with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404

from tejido.ledger.requests import ActorRequest
from tejido.registry.words import seat_words
from tejido.web.answers import or_404

from .. import queries

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Seat

    from ..queries import Own, OwnAdaptation, Shown

LANGUAGES = frozenset(tag for tag, _name in settings.LANGUAGES)


def own_or_404(request: ActorRequest, key: str) -> Own:
    with or_404():
        return queries.own_practice(request.actor, key)


def adaptation_or_404(request: ActorRequest, key: str) -> OwnAdaptation:
    with or_404():
        return queries.own_adaptation(request.actor, key)


def shown_or_404(request: ActorRequest, key: str) -> Shown:
    with or_404():
        return queries.shown_of(request.actor, key)


def language_or_404(language: str) -> str:
    if language not in LANGUAGES:
        raise Http404
    return language


def seat_choices(seats: Sequence[Seat]) -> list[tuple[str, str]]:
    """Seats by their key, as their title and institution."""
    return [(seat.key, f"{seat_words(seat)} · {seat.institution.code}") for seat in seats]
