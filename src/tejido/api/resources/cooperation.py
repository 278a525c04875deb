"""The South-South desk: offers and requests that the reader may read, and projects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tejido.cooperation import queries
from tejido.cooperation.queries import ProjectLine
from tejido.ledger.actors import Actor

from ..resource import Resource, Texts, Within, address, page
from .parts import found, must_be_seated, texts

## Offers and requests


@dataclass(frozen=True, slots=True)
class Posting:
    """An offer or a request of a member (`side`). `reach` says who else reads one's own; `contact` is the office that
    answers for it."""

    key: str
    address: str
    page: str
    member: str
    is_own: bool
    side: str
    kind: str
    title: Texts
    says: Texts
    topics: Texts
    conditions: Texts
    tasks: list[str]
    stages: list[str]
    themes: list[str]
    factors: list[str]
    branches: list[str]
    languages: list[str]
    since: date | None
    until: date | None
    contact: str
    reach: str
    shown_at: datetime | None
    closed_at: datetime | None
    is_demonstration: bool


def _postings(actor: Actor, _at: datetime, within: Within) -> Sequence[Any]:
    must_be_seated(actor)
    own = [*queries.own_postings(actor), *queries.own_postings(actor, is_open=False)]
    side, member = within.get("side"), within.get("member")
    several = [row for row in (*queries.other_postings(actor), *own) if side in {"", row.side}]
    return [row for row in several if member in {"", row.member.code}]


def _posting(actor: Actor, _at: datetime, key: str) -> Any:
    return queries.posting_for(actor, key).row


def _show_posting(row: Any, actor: Actor, _at: datetime) -> Posting:
    is_own = row.member.code == actor.member
    return Posting(
        key=row.key,
        address=address("postings", row.key),
        page=page("cooperation:posting", row.key),
        member=row.member.code,
        is_own=is_own,
        side=str(row.side),
        kind=str(row.kind),
        title=texts(row.title),
        says=texts(row.says),
        topics=texts(row.words),
        conditions=texts(row.conditions),
        **{name: list(getattr(row, name)) for name in _CODES},
        since=row.since,
        until=row.until,
        contact=row.contact.office if row.contact else "",
        reach=str(row.reach) if is_own else "",
        shown_at=row.shown_at if is_own else None,
        closed_at=row.closed_at,
        is_demonstration=row.is_demonstration,
    )


_CODES = ("tasks", "stages", "themes", "factors", "branches", "languages")

POSTINGS = Resource(
    "postings", "cooperation:posting", Posting, _postings, _posting, _show_posting, index="cooperation:home",
    filters=("side", "member"),
)  # fmt: skip  # one row, read as one


## Projects


@dataclass(frozen=True, slots=True)
class Project:
    """What members do together: by the terms that they agreed on, or that were proposed. Whoever is no party of it
    reads it once its members show its result. `asks_for_terms` and `asks_for_result`: one's own member has still to
    accept the one or to confirm the other."""

    key: str
    address: str
    page: str
    title: Texts
    state: str
    since: date | None
    until: date | None
    members: list[str]
    is_party: bool
    asks_for_terms: bool
    asks_for_result: bool
    is_demonstration: bool


def _projects(actor: Actor, _at: datetime, _within: Within) -> Sequence[ProjectLine]:
    must_be_seated(actor)
    return queries.projects_of(actor)


def _project(actor: Actor, _at: datetime, key: str) -> ProjectLine:
    return found(queries.projects_of(actor), key, _key_of_project)


def _show_project(line: ProjectLine, _actor: Actor, _at: datetime) -> Project:
    row = line.project
    return Project(
        key=row.key,
        address=address("projects", row.key),
        page=page("cooperation:project", row.key),
        title=texts(line.title),
        state=str(line.state),
        since=line.since,
        until=line.until,
        members=[member.code for member in line.members],
        is_party=line.is_party,
        asks_for_terms=line.asks_for_terms,
        asks_for_result=line.asks_for_result,
        is_demonstration=row.is_demonstration,
    )


def _key_of_project(line: ProjectLine) -> str:
    return str(line.project.key)


PROJECTS = Resource(
    "projects", "cooperation:project", Project, _projects, _project, _show_project, key=_key_of_project,
    index="cooperation:home",
)  # fmt: skip  # one row, read as one

RESOURCES = (POSTINGS, PROJECTS)
