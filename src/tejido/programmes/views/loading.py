"""What the views of initiatives start with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.urls import reverse

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.languages import in_my_language

from .. import queries
from ..lines import fold

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Area, Initiative


def initiative_or_404(request: ActorRequest, key: str) -> Initiative:
    """An initiative that the actor's seat may have something to do with: of its own member, or taken from a source."""
    with or_404():
        return queries.initiative_to_change(request.actor, key)


def own_or_404(request: ActorRequest, key: str) -> Initiative:
    """An initiative of the actor's own member."""
    with or_404():
        return queries.own_initiative_for(request.actor, key)


def area_or_404(request: ActorRequest, key: str) -> Area:
    with or_404():
        return queries.area_for(request.actor, key)


def member_seat_or_404(request: ActorRequest, code: str) -> None:
    """What only the member's own seats see."""
    if request.actor.is_public or request.actor.member != code:
        raise Http404


def page_of(key: str) -> str:
    return reverse("programmes:initiative", args=[key])


def institution_choices(code: str) -> list[tuple[str, str]]:
    found = [(row.key, in_my_language(row.name)) for row in queries.institutions_of(code)]
    return sorted(found, key=lambda one: fold(one[1]))
