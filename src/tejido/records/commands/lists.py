"""Lists that are signed on paper: prepared, typed in, proved by scans, entered and countersigned."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from tejido.engine.sealing import NONCE_LENGTH, seal
from tejido.formats.media import media_type_of
from tejido.formats.roster.documents import Paper
from tejido.formats.roster.listing import Line, columns_of, faults_of, identity_of, renumbered
from tejido.formats.roster.measures import out_of
from tejido.formats.word.stripping import stripped
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.keys import new_key
from tejido.ledger.refusals import ask
from tejido.registry.queries import capacity

from .. import rules
from ..lines import Entered
from ..models import Cohort, PaperList, Scan
from ..names import Act, Kind
from ..queries.lists import bound_list, bound_scan, lines_in
from .entering import enter
from .spaces import Locked, lock

BLOCK = 4_096  # bytes to which a list is filled up


@transaction.atomic
def begin_list(
    *, actor: Actor, cohort: Cohort, name: str, day: date, level: str, lines: Sequence[Line], empty: int, at: datetime
) -> PaperList:
    """A list for a cohort: those who are expected, numbered, and empty rows for who comes besides."""
    row = Cohort.objects.select_related("space__member", "space__institution").get(key=cohort.key)
    size = len(lines) + empty
    ask(rules.may_begin_list(capacity(actor, row.space), row, day=day, size=size))
    key = new_key()
    sealed, digest = _sealed(lock(row.space), key, renumbered(lines, size))
    made = PaperList.objects.create(
        key=key, cohort=row, name=name, day=day, level=level, size=size, sealed=sealed, digest=digest, at=at,
        office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    _write(actor, Act.LIST_BEGUN, made, at)
    return made


@transaction.atomic
def fill_list(*, actor: Actor, sheet: PaperList, lines: Sequence[Line], seen: str, at: datetime) -> None:
    """What was typed from the paper so far. `seen` is the digest of the lines that the form began with."""
    row = _locked(sheet)
    ask(rules.may_change_list(capacity(actor, row.cohort.space), row, seen))
    row.sealed, row.digest = _sealed(lock(row.cohort.space), row.key, lines)
    row.size, row.countersigned_at, row.countersigned_by = len(lines), None, ""
    row.save(update_fields=["sealed", "digest", "size", "countersigned_at", "countersigned_by"])
    _write(actor, Act.LIST_FILLED, row, at)


@transaction.atomic
def enter_list(*, actor: Actor, sheet: PaperList, at: datetime) -> Entered:
    """The records of those who are ticked."""
    row = _locked(sheet)
    lines = lines_in(row)
    done = sum(line.done for line in lines)
    ask(rules.may_enter_list(capacity(actor, row.cohort.space), row, done=done, faults=len(faults_of(lines))))
    columns = columns_of(lines, row.day, level=row.level)
    most = out_of([line.score for line in lines if line.done])
    entered = enter(actor=actor, cohort=row.cohort, columns=columns, kind=Kind.PAPER, at=at, out_of=most)
    row.batch, row.entered_by, row.entered_seat = entered.batch, actor.office, actor.seat
    row.countersigned_at, row.countersigned_by = None, ""
    row.save(update_fields=["batch", "entered_by", "entered_seat", "countersigned_at", "countersigned_by"])
    return entered


@transaction.atomic
def countersign(*, actor: Actor, sheet: PaperList, at: datetime) -> None:
    """That the lines are as they were signed."""
    row = _locked(sheet)
    ask(rules.may_countersign(actor, capacity(actor, row.cohort.space), row))
    row.countersigned_at, row.countersigned_by = at, actor.office
    row.save(update_fields=["countersigned_at", "countersigned_by"])
    _write(actor, Act.LIST_COUNTERSIGNED, row, at)


@transaction.atomic
def remove_list(*, actor: Actor, sheet: PaperList, at: datetime) -> None:
    """A list that was never entered, or whose records are taken back, with its scans."""
    row = _locked(sheet)
    ask(rules.may_change_list(capacity(actor, row.cohort.space), row))
    _write(actor, Act.LIST_REMOVED, row, at)
    row.delete()


@transaction.atomic
def add_scan(*, actor: Actor, sheet: PaperList, data: bytes, at: datetime) -> Scan:
    """A scan of the list, without what a camera writes into a picture."""
    row = _locked(sheet)
    ask(rules.may_enter(capacity(actor, row.cohort.space)))
    media_type = media_type_of(data)
    ask(rules.can_be_scan(media_type, len(data), count=Scan.objects.filter(list=row).count()))
    clean = stripped(data)
    data = clean[1] if clean else data
    locked, key = lock(row.cohort.space), new_key()
    made = Scan.objects.create(
        key=key, list=row, media_type=media_type, size=len(data), digest=hashlib.sha256(data).hexdigest(),
        sealed=_seal(locked, data, bound_scan(key)), at=at,
    )  # fmt: skip  # one row of a table, read as one
    write_down(actor, Act.SCAN_ADDED, row, at, {"digest": made.digest, "size": made.size}, tree=row.cohort.space.tree)
    return made


@transaction.atomic
def remove_scan(*, actor: Actor, scan: Scan, at: datetime) -> None:
    """A scan that does not belong to the list, or that shows somebody who was erased."""
    found = Scan.objects.select_for_update().get(key=scan.key)
    row = _locked(scan.list)
    ask(rules.may_remove_scan(actor, capacity(actor, row.cohort.space), row))
    write_down(actor, Act.SCAN_REMOVED, row, at, {"digest": found.digest}, tree=row.cohort.space.tree)
    found.delete()


def forget(locked: Locked, document: str) -> None:
    """The person with this document ("national:1234567") stands on no list of the space any more: their rows are
    empty. A scan shows paper, and stays until somebody takes it out."""
    _retell(locked, document, lambda line: Line(line.number))


def correct(locked: Locked, document: str, becomes: str, name: str) -> None:
    """The person with this document stands on every list of the space under the other one and with this name."""
    said = becomes.removeprefix(f"{Paper.NATIONAL}:")
    _retell(locked, document, lambda line: replace(line, document=said if becomes != document else line.document,
                                                  name=name))  # fmt: skip  # one row


def _retell(locked: Locked, document: str, retold: Callable[[Line], Line]) -> None:
    for row in (
        PaperList.objects.select_for_update(of=("self",))
        .filter(cohort__space=locked.body)
        .select_related("cohort__space")
    ):
        lines = lines_in(row)
        kept = [retold(line) if identity_of(line.document) == document else line for line in lines]
        if kept != lines:
            row.sealed, row.digest = _sealed(locked, row.key, kept)
            row.save(update_fields=["sealed", "digest"])


def _locked(sheet: PaperList) -> PaperList:
    rows = PaperList.objects.select_for_update(of=("self",))
    return rows.select_related("cohort__space__member", "cohort__space__institution", "batch").get(key=sheet.key)


def _sealed(locked: Locked, key: str, lines: Sequence[Line]) -> tuple[bytes, str]:
    """The lines as they are kept, and their digest under the key of the space: without it nobody can try names."""
    clear = json.dumps([line.told() for line in lines], ensure_ascii=False, separators=(",", ":")).encode()
    digest = hmac.digest(locked.space_key, b"list\0" + clear, "sha256").hex()
    return _seal(locked, clear, bound_list(key)), digest


def _seal(locked: Locked, clear: bytes, bound: bytes) -> bytes:
    return seal(locked.space_key, clear, nonce=secrets.token_bytes(NONCE_LENGTH), bound=bound, block=BLOCK)


def _write(actor: Actor, act: Act, row: PaperList, at: datetime) -> None:
    facts = {"cohort": row.cohort_id, "day": row.day.isoformat(), "size": row.size, "digest": row.digest}
    write_down(actor, act, row, at, facts, tree=row.cohort.space.tree, details={"name": row.name})
