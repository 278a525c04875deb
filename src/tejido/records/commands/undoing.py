"""Taking back a batch, exactly: its rows go, and tallies and marks are what they would be without it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask
from tejido.registry.queries import capacity

from .. import rules
from ..lines import first_of
from ..models import Batch, Sheet
from ..names import Act, State
from . import storage, tallying
from .blocks import Row
from .chunks import Who, ends_of, marked, settle
from .spaces import Locked, lock

CHUNK = 20_000  # rows of one transaction


@transaction.atomic
def undo(*, actor: Actor, batch: Batch, at: datetime) -> None:
    """Takes a batch back: at once where it is small, else the clock goes on where this stopped."""
    row = (
        Batch.objects.select_for_update(of=("self",))
        .select_related("space__member", "space__institution")
        .get(key=batch.key)
    )
    ask(rules.may_undo(actor, capacity(actor, row.space), row, at))
    row.state, row.undone_by, row.undone_at = State.UNDOING, actor.office, at
    row.save(update_fields=["state", "undone_by", "undone_at"])
    facts = {"digest": row.digest, "new": row.new}
    write_down(actor, Act.RECORDS_UNDONE, row, at, facts, tree=row.space.tree)
    go_on_undoing(row)


@transaction.atomic
def go_on_undoing(batch: Batch) -> bool:
    """Takes back the next rows of a batch. False once nothing is left."""
    locked = lock(batch.space)
    first, end = first_of(batch.no), first_of(batch.no + 1)
    rows = storage.of_batch(locked.member_no, first, end, CHUNK)
    if rows:
        remove(locked, rows)
    if len(rows) == CHUNK:
        return True
    Sheet.objects.filter(space_no=locked.space_no, first__gte=first, first__lt=end).delete()
    tallying.clear_empty(locked.space_no)
    Batch.objects.filter(key=batch.key).update(state=State.UNDONE)
    return False


def remove(locked: Locked, rows: Sequence[Row]) -> None:
    """Rows that follow each other in one batch go; of their persons who have others, the first and the last are marked
    anew."""
    storage.delete(locked.member_no, rows[0][0], rows[-1][0])
    settle(locked, removed=rows, moved=_left_behind(locked, rows), editions={})


def _left_behind(locked: Locked, removed: Sequence[Row]) -> list[tuple[Row, Row]]:
    """The rows that stay and are now the first or the last, as they were and as they are. Who was both was the only
    one of its person; who was neither leaves the others as they are."""
    by_course: dict[int, set[bytes]] = defaultdict(set)
    for row in removed:
        if row[16] != row[17]:
            by_course[row[3]].add(row[5])
    stay: dict[Who, list[Row]] = defaultdict(list)
    for course, persons in by_course.items():
        for row in storage.standing(locked.member_no, locked.space_no, course, sorted(persons)):
            stay[course, row[5]].append(row)
    moved = []
    for rows in stay.values():
        first, last = ends_of(rows)
        moved += [(row, anew) for row in rows if (anew := marked(row, first, last)) != row]
    return moved
