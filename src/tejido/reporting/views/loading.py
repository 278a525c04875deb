"""What every page of reporting begins with: the member of the actor, for its own seats alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from tejido.ledger.requests import ActorRequest
from tejido.registry.tabs import home_tabs
from tejido.web.answers import or_404

from .. import rules
from ..queries.loading import member_for
from ..tabs import own_tabs

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Member

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


def own_member(request: ActorRequest) -> Member:
    """The actor's own member; 404 for the public and for the network's own seats, as for an unknown address."""
    with or_404():
        return member_for(request.actor)


def frame(request: ActorRequest, member: Member, place: str = "") -> dict[str, Any]:
    """`place`: the page to which this one belongs, where its address does not say it."""
    path = place or request.path
    return {
        "member": member,
        "family": home_tabs(request.actor, reverse("reporting:home")),
        "tabs": own_tabs(path),
        "may_keep": rules.may_keep(request.actor, member.code) is None,
    }
