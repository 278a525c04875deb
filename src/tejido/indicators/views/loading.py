"""What the views of indicators start with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of
from tejido.web.answers import or_404

from .. import queries

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Indicator
    from ..queries import Seen


def today(request: ActorRequest) -> date:
    return day_of(request.now)


def load(request: ActorRequest, key: str) -> Seen:
    """The indicator as the actor reads it; 404 otherwise."""
    with or_404():
        return queries.indicator_for(request.actor, key, today(request))


def load_own(request: ActorRequest, key: str) -> Indicator:
    """One on which the actor's member reports, or that is asked of all; 404 otherwise."""
    with or_404():
        return queries.own_indicator_for(request.actor, key)
