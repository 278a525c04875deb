"""What the views of the South-South desk start with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse

from tejido.ledger.requests import ActorRequest
from tejido.programmes.lines import fold
from tejido.registry.tabs import together_tabs
from tejido.registry.words import seat_words
from tejido.web.answers import or_404
from tejido.web.languages import in_my_language

from .. import queries
from ..queries import OpenPosting, ProjectContext

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Member


def own_or_404(request: ActorRequest) -> None:
    """What only the seats of members see: the network's own seats offer nothing and ask for nothing."""
    if not request.actor.member:
        raise Http404


def posting_or_404(request: ActorRequest, key: str) -> OpenPosting:
    with or_404():
        return queries.posting_for(request.actor, key)


def own_posting_or_404(request: ActorRequest, key: str) -> OpenPosting:
    """A posting of the actor's own member."""
    found = posting_or_404(request, key)
    if not found.is_own:
        raise Http404
    return found


def project_or_404(request: ActorRequest, key: str) -> ProjectContext:
    with or_404():
        return queries.project_for(request.actor, key)


def own_project_or_404(request: ActorRequest, key: str) -> ProjectContext:
    """A project of the actor's own member."""
    found = project_or_404(request, key)
    if not found.is_party:
        raise Http404
    return found


def frame(request: ActorRequest) -> dict[str, Any]:
    """What every page of the desk has."""
    return {"tabs": together_tabs(request.actor, request.path)}


def named(members: list[Member]) -> list[tuple[str, str]]:
    """Members as choices, by their names."""
    found = [(member.code, in_my_language(member.name)) for member in members]
    return sorted(found, key=lambda one: fold(one[1]))


def partners(request: ActorRequest) -> list[tuple[str, str]]:
    return named(queries.partners_of(request.actor.member))


def contacts(request: ActorRequest) -> list[tuple[str, str]]:
    """The seats of the actor's own member as choices."""
    return [(seat.key, seat_words(seat)) for seat in queries.contacts_of(request.actor)]


def page_of(kind: str, key: str) -> str:
    return reverse(f"cooperation:{kind}", args=[key])
