"""What every page of records begins with: the spaces of which the actor keeps the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse

from tejido.ledger.requests import ActorRequest
from tejido.registry.tabs import training_tabs
from tejido.web.answers import or_404

from .. import queries
from ..tabs import own_tabs

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Body

    from ..models import Batch, Cohort, PaperList

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


def spaces_or_404(request: ActorRequest) -> list[Body]:
    """The spaces whose records the actor keeps; 404 where there is none, as for an unknown address."""
    found = queries.spaces_of(request.actor)
    if not found:
        raise Http404
    return found


def cohort_or_404(request: ActorRequest, key: str) -> Cohort:
    with or_404():
        return queries.cohort_for(request.actor, key)


def batch_or_404(request: ActorRequest, key: str) -> Batch:
    with or_404():
        return queries.batch_for(request.actor, key)


def list_or_404(request: ActorRequest, key: str) -> PaperList:
    with or_404():
        return queries.list_for(request.actor, key)


def frame(request: ActorRequest) -> dict[str, Any]:
    return {
        "family": training_tabs(request.actor, reverse("records:home")),
        "tabs": own_tabs(request.path),
    }
