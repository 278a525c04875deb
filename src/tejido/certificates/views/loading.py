"""What the views of certificates start with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse

from tejido.ledger.requests import ActorRequest
from tejido.records.queries import cohort_for, spaces_of
from tejido.registry.tabs import training_tabs
from tejido.web.answers import or_404

from .. import queries
from ..rules import signs

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.records.models import Cohort
    from tejido.registry.models import Body

    from ..models import Certificate, Issue


def cohort_or_404(request: ActorRequest, key: str) -> Cohort:
    with or_404():
        return cohort_for(request.actor, key)


def space_or_404(request: ActorRequest, key: str) -> Body:
    """A space whose certificates the actor prepares."""
    for space in spaces_of(request.actor):
        if space.key == key:
            return space
    raise Http404


def issue_or_404(request: ActorRequest, key: str) -> Issue:
    with or_404():
        return queries.issue_for(request.actor, key)


def certificate_or_404(request: ActorRequest, space: str, number: int) -> Certificate:
    body = space_or_404(request, space)
    with or_404():
        return queries.certificate_for(request.actor, body, number)


def frame(request: ActorRequest, space: Body) -> dict[str, Any]:
    """What every page of a school's certificates has."""
    return {"space": space, "tabs": tabs(request), "may_sign": signs(request.actor, space)}


def tabs(request: ActorRequest) -> Any:
    return training_tabs(request.actor, reverse("certificates:home"))
