"""What the views of a programme start with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404

from .. import queries, rules

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.seminars.models import Seminar

    from ..queries import Programme


def programme_or_404(request: ActorRequest, key: str) -> Programme:
    """404 for who may not know of the seminar."""
    with or_404():
        return queries.programme_for(request.actor, key)


def planned_or_404(request: ActorRequest, key: str) -> Programme:
    """The programme for who prepares it; for others there is nothing to work on."""
    programme = programme_or_404(request, key)
    if not programme.is_inside:
        raise Http404
    return programme


def frame(request: ActorRequest, seminar: Seminar) -> dict[str, Any]:
    """What every page of a programme has: its seminar, and whether the reader's seat plans it."""
    return {"seminar": seminar, "may_plan": rules.may_plan(request.actor, seminar) is None}
