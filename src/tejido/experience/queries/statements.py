"""Statements as a system reads them: one by its id, or those that a filter finds, page by page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from ..keys import Keys
from ..models import File, Known, Mention, Statement, Store, Verb
from ..names import Way
from ..proof import ACTIVITY, AGENT, FILE, REGISTRATION, read_sealed, read_sealed_json, token

WRITING = timedelta(minutes=1)  # longer than any transaction that writes statements takes


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; empty words ask for nothing. `mine` is the key whose statements alone are read."""

    agent: str = ""
    verb: str = ""
    activity: str = ""
    registration: str = ""
    related_agents: bool = False
    related_activities: bool = False
    since: datetime | None = None
    until: datetime | None = None
    mine: str = ""

    @property
    def is_of_content(self) -> bool:
        """Whether it asks for what statements say, so that those that are about one that says so are found too."""
        return bool(self.agent or self.verb or self.activity or self.registration)


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement as it is kept. `no` is its place in the order in which statements came."""

    no: int
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """Some statements, and behind which of them the next page begins; None where there are no more."""

    statements: Sequence[Shown]
    after: int | None


def consistent_through(store: Store | None, at: datetime) -> datetime:
    """Until when all statements that were stored can be read. Those who write wait for each other, so nothing is
    stored before the last one; and where nobody wrote for a minute, nobody is writing."""
    return max(at - WRITING, store.last) if store and store.last else at - WRITING


def statement_by_id(store: Store, keys: Keys, id: str, *, is_voided: bool, mine: str = "") -> dict[str, Any] | None:
    """The statement with this id; of voided ones only where they are asked for. One query."""
    rows = Statement.objects.filter(store_no=store.no, uuid=UUID(id), voided_at__isnull=not is_voided)
    row = (rows.filter(credential=mine) if mine else rows).first()
    return _read(store, keys, row) if row else None


def _read(store: Store, keys: Keys, row: Statement) -> dict[str, Any]:
    data: dict[str, Any] = read_sealed_json(keys, row.sealed, "statement", store.key, str(row.uuid))
    return data


def page_of(
    store: Store, keys: Keys, asked: Filter, limit: int, *, is_ascending: bool = False, after: int | None = None
) -> Page:
    """At most `limit` statements, the newest first or the oldest. Whoever asks for what statements say finds also those
    that are about such a statement (xAPI-Communication 2.1.3), and those about these. Six queries at most."""
    rows: dict[int, Statement] = {}
    for found in _queries(store, keys, asked):
        past = found if after is None else found.filter(**{"id__gt" if is_ascending else "id__lt": after})
        rows |= {row.pk: row for row in past.order_by("id" if is_ascending else "-id")[: limit + 1]}
    numbers = sorted(rows, reverse=not is_ascending)
    shown = [Shown(no, _read(store, keys, rows[no])) for no in numbers[:limit]]
    return Page(shown, numbers[limit - 1] if len(numbers) > limit else None)


def _queries(store: Store, keys: Keys, asked: Filter) -> list[QuerySet[Statement]]:
    """Each of them reads along an index. A statement may be found by several."""
    visible = _visible(store, asked)
    if not asked.is_of_content:
        return [visible]
    matching = _matching(store, keys, asked)
    about = Statement.objects.filter(store_no=store.no, target__in=matching.values("id"))
    return [
        visible.filter(id__in=matching.values("id")),
        visible.filter(target__in=matching.values("id")),
        visible.filter(target__in=about.values("id")),
    ]


def _visible(store: Store, asked: Filter) -> QuerySet[Statement]:
    rows = Statement.objects.filter(store_no=store.no, voided_at=None)
    if asked.mine:
        rows = rows.filter(credential=asked.mine)
    if asked.since:
        rows = rows.filter(stored__gt=asked.since)
    return rows.filter(stored__lte=asked.until) if asked.until else rows


def _matching(store: Store, keys: Keys, asked: Filter) -> QuerySet[Statement]:
    rows = Statement.objects.filter(store_no=store.no)
    if asked.verb:
        rows = rows.filter(verb_no__in=Verb.objects.filter(store_no=store.no, iri=asked.verb).values("pk"))
    for kind, word, is_related in (
        (AGENT, asked.agent, asked.related_agents),
        (ACTIVITY, asked.activity, asked.related_activities),
        (REGISTRATION, asked.registration, True),
    ):
        if word:
            mentions = Q(store_no=store.no, token=token(keys, kind, word))
            narrow = mentions if is_related else mentions & Q(way=Way.ABOUT)
            rows = rows.filter(id__in=Mention.objects.filter(narrow).values("statement"))
    return rows


def definition_of(store: Store, keys: Keys, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """What is known of activities, by their ids. One query."""
    tokens = {token(keys, ACTIVITY, id): id for id in ids}
    rows = Known.objects.filter(store_no=store.no, token__in=list(tokens))
    return {tokens[bytes(row.token)]: read_known(keys, store, row)["definition"] for row in rows}


def read_known(keys: Keys, store: Store, row: Known) -> dict[str, Any]:
    found: dict[str, Any] = read_sealed_json(keys, row.sealed, "activity", store.key, bytes(row.token).hex())
    return found


def files_of(store: Store, keys: Keys, hashes: Iterable[str]) -> Mapping[str, bytes]:
    """The bytes of attachments that are here, by their SHA-2. One query."""
    tokens = {token(keys, FILE, sha2): sha2 for sha2 in hashes}
    rows = File.objects.filter(store_no=store.no, token__in=list(tokens)) if tokens else ()
    return {
        tokens[bytes(row.token)]: read_sealed(keys, row.sealed, "file", store.key, bytes(row.token).hex())
        for row in rows
    }
