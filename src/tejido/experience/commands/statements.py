"""Statements that a system sends: all of a request are taken, or none.

The store is locked, so that statements are stored one request after the other. The number of queries does not depend on
how many statements come.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction

from tejido.formats.xapi import Sent, agrees, who
from tejido.formats.xapi import Statement as Told

from .. import keys as files_of_keys
from ..keys import Keys
from ..models import Credential, Mention, Statement, Store, Verb
from ..names import Way
from ..proof import ACTIVITY, AGENT, REGISTRATION, digest, sealed_json, token
from ..refusals import conflict
from .completions import enter_completions
from .counting import count_verbs
from .files import keep_files
from .knowing import learn

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Taken:
    """The ids of the statements in the order in which they came; `is_known`: every one of them was here already."""

    ids: Sequence[str]
    is_known: bool


@dataclass(frozen=True, slots=True)
class _Coming:
    """A statement that is new here, and its id."""

    uuid: UUID
    told: Told


def authority_of(credential: Credential) -> dict[str, object]:
    """Who asserts what a key sends: the key itself, as an account of this house."""
    account = {"homePage": f"{settings.ORIGIN}/xapi", "name": credential.key}
    return {"objectType": "Agent", "name": credential.name, "account": account}


@transaction.atomic
def take_statements(*, credential: Credential, sent: Sent, at: datetime) -> Taken:
    """Keeps what is new. `refusals.Answered` (409) where another statement has one of the ids."""
    store = (
        Store.objects.select_for_update(of=("self",))
        .select_related("body__member", "body__institution")
        .get(key=credential.store_id)
    )
    keys = files_of_keys.read(store.key, store.number)
    told = [_Coming(UUID(each.id) if each.id else uuid4(), each) for each in sent.statements]
    known = _known(store, keys, told)
    new = [each for each in told if each.uuid not in known]
    if new:
        stored = max(at, store.last + _TICK) if store.last else at
        rows = _keep(store, keys, credential, new, stored)
        keep_files(store, keys, sent.files, {row.pk: each.told for row, each in zip(rows, new, strict=True)})
        learn(store, keys, [each.told for each in new], stored)
        enter_completions(store, credential, [each.told for each in new], at)
        Store.objects.filter(key=store.key).update(last=stored)
    return Taken([str(each.uuid) for each in told], is_known=bool(told) and not new)


def _known(store: Store, keys: Keys, told: Sequence[_Coming]) -> set[UUID]:
    """The ids of those that are here already and match. One query."""
    by_id = {each.uuid: each.told for each in told if each.told.id}
    rows = Statement.objects.filter(store_no=store.no, uuid__in=list(by_id)) if by_id else ()
    found = set()
    for row in rows:
        same = by_id[row.uuid]
        if bytes(row.digest) != digest(keys, same.digest) or not agrees(row.happened, same.timestamp):
            raise conflict(f"Another statement has the id {row.uuid} already. Nothing of this request was kept.")
        found.add(row.uuid)
    return found


def _keep(
    store: Store, keys: Keys, credential: Credential, new: Sequence[_Coming], stored: datetime
) -> list[Statement]:
    verbs = _verbs(store, {each.told.verb for each in new})
    rows = [_row(store, keys, credential, each, verbs, stored) for each in new]
    made = Statement.objects.bulk_create(rows)
    _join(store, made, stored)
    Mention.objects.bulk_create(
        [
            Mention(store_no=store.no, token=found, way=way, statement=row.pk)
            for row, each in zip(made, new, strict=True)
            for found, way in _mentions(keys, credential, each.told).items()
        ]
    )
    count_verbs(store, Counter(row.verb_no for row in made), stored.date())
    return made


def _verbs(store: Store, iris: set[str]) -> dict[str, int]:
    """The number of each verb. Three queries at most."""
    rows = Verb.objects.filter(store_no=store.no, iri__in=iris)
    found = dict(rows.values_list("iri", "pk"))
    if missing := iris - set(found):
        Verb.objects.bulk_create([Verb(store_no=store.no, iri=iri) for iri in sorted(missing)])
        found = dict(rows.all().values_list("iri", "pk"))
    return found


def _row(
    store: Store, keys: Keys, credential: Credential, coming: _Coming, verbs: Mapping[str, int], stored: datetime
) -> Statement:
    told, instant = coming.told, stored.isoformat().replace("+00:00", "Z")
    data = {
        "version": "1.0.0",
        "timestamp": instant,
        **told.data,
        "id": str(coming.uuid),
        "stored": instant,
        "authority": authority_of(credential),
    }
    return Statement(
        store_no=store.no,
        uuid=coming.uuid,
        credential=credential.key,
        verb_no=verbs[told.verb],
        stored=stored,
        happened=told.timestamp or stored,
        digest=digest(keys, told.digest),
        sealed=sealed_json(keys, data, "statement", store.key, str(coming.uuid)),
        refers=UUID(told.refers) if told.refers else None,
        is_voiding=bool(told.voids),
    )


def _mentions(keys: Keys, credential: Credential, told: Told) -> dict[bytes, Way]:
    """The tokens of what a statement names, each once."""
    found = {token(keys, AGENT, word): Way.NAMED for word in told.related_agents | {who(authority_of(credential))}}
    found |= {token(keys, ACTIVITY, word): Way.NAMED for word in told.related_activities}
    found |= {token(keys, AGENT, word): Way.ABOUT for word in told.agents}
    found |= {token(keys, ACTIVITY, word): Way.ABOUT for word in told.activities}
    if told.registration:
        found[token(keys, REGISTRATION, told.registration)] = Way.ABOUT
    return found


def _join(store: Store, made: Sequence[Statement], stored: datetime) -> None:
    """Statements find the one that they are about, whichever of both came first; what is voided is marked, but for what
    itself voids. Four queries at most."""
    ids = {row.uuid: row for row in made}
    wanted = {row.refers for row in made if row.refers}
    rows = Statement.objects.filter(store_no=store.no)
    here = {row.uuid: row for row in rows.filter(uuid__in=wanted - set(ids)).defer("sealed")} if wanted else {}
    targets = here | ids
    earlier = list(rows.filter(refers__in=list(ids)).exclude(pk__in=[row.pk for row in made]).defer("sealed"))
    pairs = [(row, targets[row.refers]) for row in (*made, *earlier) if row.refers and row.refers in targets]
    for row, target in pairs:
        row.target = target.pk
    voided = {target.pk for row, target in pairs if row.is_voiding and not target.is_voiding}
    if pairs:
        Statement.objects.bulk_update([row for row, _target in pairs], ["target"])
    if voided:
        rows.filter(pk__in=voided, voided_at=None).update(voided_at=stored)
