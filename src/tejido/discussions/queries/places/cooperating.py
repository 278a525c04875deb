"""Offers, requests and projects: what their members show, they may show no more. A regional initiative stays known to
every seat of the network."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext_lazy

from tejido.cooperation.models import Posting
from tejido.cooperation.names import Reach
from tejido.cooperation.queries import ProjectLine, other_postings, own_postings, posting_for, project_for, projects_of
from tejido.ledger.actors import Actor
from tejido.regional.models import RegionalInitiative
from tejido.regional.queries import context_for
from tejido.web.languages import in_my_language

from .values import Index, Place, Readers


def _postings(actor: Actor, keys: Collection[str]) -> dict[str, Posting]:
    own = [row for is_open in (True, False) for row in own_postings(actor, is_open=is_open)]
    return {row.key: row for row in (*own, *other_postings(actor)) if row.key in keys}


def _projects(actor: Actor, keys: Collection[str]) -> dict[str, ProjectLine]:
    return {line.project.key: line for line in projects_of(actor) if line.project.key in keys}


def _project(actor: Actor, key: str, _at: datetime) -> ProjectLine:
    project_for(actor, key)  # raises for whom there is none
    return _projects(actor, [key])[key]


def _regional(actor: Actor, keys: Collection[str]) -> dict[str, RegionalInitiative]:
    rows = RegionalInitiative.objects.filter(key__in=keys).select_related("body")
    return {row.key: row for row in rows if row.published_at or not actor.is_public}


def _is_shown(row: Posting) -> bool:
    return row.shown_at is not None and row.reach == Reach.NETWORK


POSTING = Place(
    code="posting",
    label=gettext_lazy("Offer or request"),
    view="cooperation:posting",
    argument="key",
    load=lambda actor, key, _at: posting_for(actor, key).row,
    many=_postings,
    title=lambda row: in_my_language(row.title),
    readers=lambda row: Readers(_is_shown(row)),
)
PROJECT = Place(
    code="project",
    label=gettext_lazy("Project"),
    view="cooperation:project",
    argument="key",
    load=_project,
    many=_projects,
    title=lambda line: in_my_language(line.title),
    readers=lambda line: Readers(line.project.shown_at is not None),
)
REGIONAL = Place(
    code="regional",
    label=gettext_lazy("Regional initiative"),
    view="regional:initiative",
    argument="key",
    load=lambda actor, key, at: context_for(actor, key, at).initiative,
    many=_regional,
    title=lambda row: in_my_language(row.body.name),
    readers=lambda _row: Readers(is_shared=True, index=Index.NETWORK),
    known=lambda key: RegionalInitiative.objects.filter(key=key).first(),
)
