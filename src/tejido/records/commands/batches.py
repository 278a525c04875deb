"""A file with records: given, checked with a mapping, entered or put aside. Between these acts the clock works on it
(`working`)."""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction

from tejido.engine.sealing import NONCE_LENGTH, binding, seal
from tejido.formats.roster.mapping import Mapping
from tejido.ledger.actors import Actor
from tejido.ledger.keys import new_key
from tejido.ledger.refusals import ask
from tejido.registry.models import Body
from tejido.registry.queries import capacity

from .. import keys, rules
from ..models import Batch, Cohort, Piece, Trouble
from ..names import State
from ..queries.cohorts import batch_of_file
from ..queries.numbers import BATCH
from .numbering import number_for
from .spaces import Locked, lock

PIECE = 1 << 20  # bytes of a file that are sealed at once


@transaction.atomic
def give(
    *, actor: Actor, space: Body, cohort: Cohort | None, pieces: Iterable[bytes], name: str, kind: str, at: datetime
) -> Batch:
    """A file as it came, sealed piece by piece. `cohort` is that of the rows that name none. The very same file is
    taken once."""
    ask(rules.may_enter(capacity(actor, space)))
    locked = lock(space)
    key = new_key()
    made = Batch.objects.create(
        key=key, no=number_for(BATCH, key), space=locked.body, cohort=cohort, kind=kind, state=State.GIVEN,
        name=_sealed(locked, name.encode()[:400], key, "name"), at=at, office=actor.office, seat=actor.seat,
        mandate=actor.mandate,
    )  # fmt: skip  # one row of a table, read as one
    digest, size = hashlib.sha256(), 0
    for number, piece in enumerate(_even(pieces)):
        digest.update(piece)
        size += len(piece)
        Piece.objects.create(batch=made, number=number, sealed=_sealed(locked, piece, key, number))
    made.digest = keys.told(locked.space_key, digest.digest())
    known = batch_of_file(locked.body, made.digest)
    ask(rules.may_give(capacity(actor, space), size=size, known=known.at.date() if known else None))
    made.save(update_fields=["digest"])
    return made


def _even(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of one size."""
    waiting = b""
    for piece in pieces:
        waiting += piece
        while len(waiting) >= PIECE:
            yield waiting[:PIECE]
            waiting = waiting[PIECE:]
    if waiting:
        yield waiting


def _sealed(locked: Locked, clear: bytes, batch: str, place: str | int) -> bytes:
    nonce = secrets.token_bytes(NONCE_LENGTH)
    return seal(locked.space_key, clear, nonce=nonce, bound=binding("records", "piece", batch, place))


@transaction.atomic
def check(*, actor: Actor, batch: Batch, mapping: Mapping) -> None:
    """Asks for a check of the whole file with this mapping; the clock does it. What an earlier one found goes."""
    row = _held(batch)
    ask(rules.may_check(capacity(actor, row.space), row))
    Trouble.objects.filter(batch=row).delete()
    row.state, row.mapping, row.problem, row.out_of = State.CHECKING, mapping.told(), "", mapping.out_of
    _from_the_beginning(row)
    row.save()


@transaction.atomic
def start(*, actor: Actor, batch: Batch) -> None:
    """Asks for what was checked to be entered; the clock does it, as an act of this seat."""
    row = _held(batch)
    ask(rules.may_start(capacity(actor, row.space), row))
    Trouble.objects.filter(batch=row).delete()
    row.state, row.total = State.ENTERING, row.row
    row.office, row.seat, row.mandate = actor.office, actor.seat, actor.mandate
    _from_the_beginning(row)
    row.save()


@transaction.atomic
def put_aside(*, actor: Actor, batch: Batch) -> None:
    """A file that is not to be entered goes, with what was found in it."""
    row = _held(batch)
    ask(rules.may_check(capacity(actor, row.space), row))
    Trouble.objects.filter(batch=row).delete()
    Piece.objects.filter(batch=row).delete()
    row.state, row.name, row.digest = State.LEFT, b"", ""
    row.save()


def _held(batch: Batch) -> Batch:
    rows = Batch.objects.select_for_update(of=("self",)).select_related("space__member", "space__institution")
    return rows.get(key=batch.key)


def _from_the_beginning(row: Batch) -> None:
    row.row = row.new = row.known = row.bad = row.left = 0
