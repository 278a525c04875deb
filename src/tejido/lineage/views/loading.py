"""What the views of the lineage start with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tejido.ledger.requests import ActorRequest
from tejido.records.queries import cohort_for
from tejido.registry.tabs import training_tabs
from tejido.web.answers import or_404
from tejido.web.languages import in_my_language

from .. import queries

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.curriculum.models import Edition
    from tejido.records.models import Cohort
    from tejido.registry.models import Body

    from ..models import Authorisation, Release, Trainer


def space_or_404(request: ActorRequest) -> Body:
    with or_404():
        return queries.space_for(request.actor)


def trainer_or_404(request: ActorRequest, key: str) -> Trainer:
    with or_404():
        return queries.trainer_for(request.actor, key)


def authorisation_or_404(request: ActorRequest, key: str) -> Authorisation:
    with or_404():
        return queries.authorisation_for(request.actor, key)


def cohort_or_404(request: ActorRequest, key: str) -> Cohort:
    with or_404():
        return cohort_for(request.actor, key)


def release_or_404(request: ActorRequest, key: str) -> Release:
    with or_404():
        return queries.release_for(request.actor, key)


def frame(request: ActorRequest) -> dict[str, Any]:
    return {"tabs": training_tabs(request.actor, request.path)}


def edition_choices(editions: Iterable[Edition]) -> list[tuple[str, str]]:
    return [(one.key, f"{in_my_language(one.text.title)}, {one.number}") for one in editions]


def cohort_choices(cohorts: Iterable[Cohort]) -> list[tuple[str, str]]:
    return [(one.key, f"{one.code} · {in_my_language(one.title)}") for one in cohorts]
