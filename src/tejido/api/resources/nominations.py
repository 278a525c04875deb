"""Calls to seminars, and whom one's own member nominates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from tejido.ledger.actors import Actor
from tejido.nominations import rules as nominating
from tejido.nominations.queries import calls, nominations
from tejido.nominations.queries.calls import CallLine

from ..resource import Resource, Within, address, listed, page
from .parts import found

## Calls


@dataclass(frozen=True, slots=True)
class Call:
    """The call to a seminar; its key is that of the seminar. `deadline` is what counts for the reader's member,
    announced in the time of `zone`, `quota` how many principals it may nominate. `nominated` is how many of its own
    stand, for who reads them."""

    key: str
    address: str
    page: str
    deadline: datetime
    zone: str
    is_open: bool
    quota: int
    alternates: int
    closed_at: datetime | None
    given_at: datetime | None
    nominated: int | None
    links: dict[str, str]


def _calls(actor: Actor, at: datetime, within: Within) -> Sequence[CallLine]:
    seminar = within.get("seminar")
    return [line for line in calls.calls_for(actor, at) if seminar in {"", line.call.seminar_id}]


def _call(actor: Actor, at: datetime, key: str) -> CallLine:
    calls.seminar_for(actor, key)
    return found(calls.calls_for(actor, at), key, _key_of_call)


def _show_call(line: CallLine, actor: Actor, _at: datetime) -> Call:
    row = line.call
    seminar = row.seminar_id
    links = {"seminar": address("seminars", seminar)}
    if line.own is not None:
        links["nominations"] = listed("nominations", seminar=seminar)
    return Call(
        key=seminar,
        address=address("calls", seminar),
        page=page("nominations:call", seminar),
        deadline=line.deadline,
        zone=row.zone,
        is_open=line.is_open,
        quota=row.quota_of(actor.member),
        alternates=row.alternates,
        closed_at=row.closed_at,
        given_at=row.given_at,
        nominated=line.own,
        links=links,
    )


def _key_of_call(line: CallLine) -> str:
    return str(line.call.seminar_id)


CALLS = Resource(
    "calls", "nominations:call", Call, _calls, _call, _show_call, key=_key_of_call, index="nominations:home",
    filters=("seminar",),
)  # fmt: skip  # one row, read as one


## Nominations


@dataclass(frozen=True, slots=True)
class Nomination:
    """Somebody whom a member nominates, as its own acting seats read it, and the secretariat once it was submitted.
    What persons told of themselves for the seminar is not here."""

    key: str
    address: str
    page: str
    seminar: str
    member: str
    institution: str
    rank: str
    place: int
    standing: str
    name: str
    post: str
    sex: str
    grade: str
    submitted_at: datetime | None
    links: dict[str, str]


def _nominations(actor: Actor, _at: datetime, within: Within) -> Sequence[Any]:
    call = calls.call_for(actor, within.get("seminar"))
    if nominating.serves(actor):
        return [row for row in nominations.submitted(call) if row.erased_at is None]
    if not nominating.reads_of(actor, actor.member):
        raise ObjectDoesNotExist
    own = nominations.own_nominations(call, actor.member)
    return [*own.standing, *own.past]


def _nomination(actor: Actor, _at: datetime, key: str) -> Any:
    return nominations.nominee_for(actor, key)


def _show_nomination(row: Any, _actor: Actor, _at: datetime) -> Nomination:
    return Nomination(
        key=row.key,
        address=address("nominations", row.key),
        page=page("nominations:nominee", row.key),
        seminar=row.call.seminar_id,
        member=row.member.code,
        institution=row.institution.code if row.institution else "",
        rank=str(row.rank),
        place=row.place,
        standing=str(row.standing),
        name=row.name,
        post=row.post,
        sex=str(row.sex),
        grade=str(row.grade),
        submitted_at=row.submitted_at,
        links={"call": address("calls", row.call.seminar_id)},
    )


NOMINATIONS = Resource(
    "nominations", "nominations:nominee", Nomination, _nominations, _nomination, _show_nomination,
    filters=("seminar",), needs=("seminar",),
)  # fmt: skip  # one row, read as one

RESOURCES = (CALLS, NOMINATIONS)
