"""What the clock does with files: it checks, enters and takes back, chunk by chunk.

Every chunk is one transaction with the rows, sheets, tallies and the progress of the batch. Whatever ends the process,
the next look goes on behind the last whole chunk; a chunk that was being written is as if it had never been.

Three work at once: the child process reads, a thread prepares the next chunk, and this one writes the last. The thread
has no connection: whatever asks the database is done here. With SQLite, which works in this process, it would only wait
for its turn, so there is none.
"""

import gc
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from tejido.engine.sealing import NONCE_LENGTH, seal
from tejido.formats.bad_file import BadFile
from tejido.formats.roster.checking import CHUNK, Chunk
from tejido.formats.roster.mapping import Mapping
from tejido.formats.roster.streaming import chunks_of
from tejido.formats.roster.values import CODED, Coded, Columns, Field, Problem
from tejido.ledger.actors import Actor

from ..models import Batch, Cohort, Piece, Trouble
from ..names import WORKING, State
from ..queries.files import bound_trouble, pieces_of, trouble_bytes
from . import storage
from .chunks import places_of, put
from .entering import validity, write_entered
from .knowing import known_for
from .preparing import Desk, Place, Prepared, numbered, prepare
from .spaces import Locked, lock
from .undoing import go_on_undoing

SELDOM = 200_000  # values that are made before garbage is looked for
MOST_TROUBLES = 20_000  # problems that are kept of a file; all are counted


def run_due(*, at: datetime, size: int = CHUNK) -> int:
    """Works on every file that waits for it, the one that was given first before the others. Returns how many."""
    keys = list(Batch.objects.filter(state__in=WORKING).order_by("at", "key").values_list("key", flat=True))
    for key in keys:
        work(key, at=at, size=size)
    return len(keys)


def work(key: str, *, at: datetime, size: int = CHUNK) -> None:
    """Goes on with one batch until what was asked for is done."""
    batch = Batch.objects.select_related("space__member", "space__institution").get(key=key)
    if batch.state == State.UNDOING:
        while go_on_undoing(batch):
            pass
    elif batch.state in WORKING:
        _read(batch, at, size)


def _read(batch: Batch, at: datetime, size: int) -> None:
    cohorts = list(Cohort.objects.filter(space=batch.space).select_related("space", "course__derivation__text__body"))
    places = places_of(cohorts)
    if batch.cohort_id:
        places[""] = next(places[cohort.code] for cohort in cohorts if cohort.key == batch.cohort_id)
    with transaction.atomic():
        desk = Desk(lock(batch.space), batch.no, places, validity(cohorts), batch.at)
    mapping, today = Mapping.heard(batch.mapping), batch.at.date()
    try:
        chunks = chunks_of(pieces_of(batch), mapping, today, after=batch.row, size=size)
        with _seldom_collecting(), closing(chunks):  # whatever happens here, the child process ends
            _take_each(batch, desk, chunks, at)
    except BadFile as problem:
        _give_up(batch, problem)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A chunk of which every row has a cohort that is known, with the problems of the others; what is prepared of it
    comes when it is asked for, nothing where the file is only checked."""

    chunk: Chunk
    size: int
    problems: Sequence[Problem]
    prepared: Callable[[], Prepared] | None


def _take_each(batch: Batch, desk: Desk, chunks: Iterable[Chunk], at: datetime) -> None:
    with ThreadPoolExecutor(1) as beside:
        for ready in _ahead(_made_ready(batch, desk, chunk, beside) for chunk in chunks):
            if not _take(batch, desk, ready):
                return
    _end(batch, at)


def _made_ready(batch: Batch, desk: Desk, chunk: Chunk, beside: ThreadPoolExecutor) -> _Ready:
    columns, problems = _placed(chunk.columns, desk.places)
    if batch.state != State.ENTERING:
        return _Ready(chunk, len(columns), problems, None)
    work = partial(prepare, desk.locked, columns, numbered(desk, columns), desk.editions)
    return _Ready(chunk, len(columns), problems, beside.submit(work).result if storage.is_postgresql() else work)


def _ahead(chunks: Iterable[_Ready]) -> Iterator[_Ready]:
    """Each chunk once the next one was begun."""
    waiting: _Ready | None = None
    for chunk in chunks:
        if waiting is not None:
            yield waiting
        waiting = chunk
    if waiting is not None:
        yield waiting


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """A chunk is a million small values, and none of them in a circle: to look for garbage after each seven hundred
    takes a sixth of the time."""
    kept = gc.get_threshold()
    gc.set_threshold(SELDOM, *kept[1:])
    try:
        yield
    finally:
        gc.set_threshold(*kept)


@transaction.atomic
def _take(batch: Batch, desk: Desk, ready: _Ready) -> bool:
    """One chunk. False where somebody else has gone on with the batch, or has stopped it."""
    desk.locked = locked = lock(batch.space)
    row = Batch.objects.select_for_update(of=("self",)).get(key=batch.key)
    if row.state != batch.state or row.row != batch.row:
        return False
    if ready.prepared is not None:
        _know(desk, row)
        written = put(desk, ready.prepared())
        row.new += written.new
        row.known += written.known
        row.left += written.passed
    else:
        row.new += ready.size
    chunk = ready.chunk
    row.bad += chunk.bad + len(ready.problems)
    row.left += chunk.left
    row.row = batch.row = chunk.last
    row.save(update_fields=["new", "known", "bad", "left", "row"])
    _keep_troubles(locked, row, [*chunk.problems, *ready.problems])
    return True


def _know(desk: Desk, batch: Batch) -> None:
    """Who may stand already is as it was left where nobody else has had the lock since."""
    turn = desk.locked.register.turn
    if desk.known is None or desk.known.turn + 1 != turn:
        desk.known = known_for(desk.locked, batch.total and batch.total - batch.row)
    else:
        desk.known.turn = turn


def _placed(columns: Columns, places: dict[str, Place]) -> tuple[Columns, list[Problem]]:
    """The rows whose cohort is known, each with a day, and the problems of the others."""
    unknown = {code for code in columns.cohorts.words if code not in places}
    kept, problems = columns, []
    if unknown:
        kept = columns.kept([code not in unknown for code in columns.cohorts])
        said: dict[str, Any] = {name: Coded.of(getattr(kept, name)) for name in CODED}
        kept = replace(kept, **said)
        problems = [
            Problem(row, Field.COHORT, "unknown" if code else "missing", code)
            for row, code in zip(columns.rows, columns.cohorts, strict=True)
            if code in unknown
        ]
    if "" in kept.days.words:
        ends = {code: place.ends for code, place in places.items()}
        days = Coded.of(day or ends[code] for day, code in zip(kept.days, kept.cohorts, strict=True))
        kept = replace(kept, days=days)
    return kept, problems


def _keep_troubles(locked: Locked, batch: Batch, problems: Sequence[Problem]) -> None:
    kept = sum(Trouble.objects.filter(batch=batch).values_list("size", flat=True))
    told = sorted(problems, key=lambda problem: problem.row)[: max(0, MOST_TROUBLES - kept)]
    if not told:
        return
    made = Trouble(batch=batch, first=told[0].row, size=len(told))
    nonce = secrets.token_bytes(NONCE_LENGTH)
    bound = bound_trouble(batch.key, made.first)
    made.sealed = seal(locked.space_key, trouble_bytes(told), nonce=nonce, bound=bound)
    made.save()


@transaction.atomic
def _end(batch: Batch, at: datetime) -> None:
    row = Batch.objects.select_for_update(of=("self",)).select_related("space__institution").get(key=batch.key)
    if row.state == State.CHECKING:
        row.state, row.total = State.CHECKED, row.row
        row.save(update_fields=["state", "total"])
    elif row.state == State.ENTERING:
        row.state, row.entered_at = State.ENTERED, at
        row.save(update_fields=["state", "entered_at"])
        Piece.objects.filter(batch=row).delete()
        write_entered(Actor(office=row.office, seat=row.seat, mandate=row.mandate), row, at)


@transaction.atomic
def _give_up(batch: Batch, problem: BadFile) -> None:
    """A file that cannot be read to its end is not entered: what was, is taken back."""
    row = Batch.objects.select_for_update(of=("self",)).get(key=batch.key)
    row.problem = problem.code
    row.state = State.UNDOING if row.state == State.ENTERING else State.FAILED
    row.save(update_fields=["problem", "state"])
