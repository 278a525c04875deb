"""Writing down how the work goes. None of it is an act: nobody decides anything by it, and the ledger has no line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from .models import Pulse


@dataclass(frozen=True, slots=True)
class Beat:
    """One time that work was done: when it began, how many seconds it took, and the kind of what went wrong."""

    work: str
    at: datetime
    seconds: float
    problem: str = ""


@transaction.atomic
def keep_beats(*, beats: Iterable[Beat]) -> None:
    """All beats of a look in one transaction. What failed keeps the instant at which it last succeeded."""
    said = {beat.work: beat for beat in beats}
    before = Pulse.objects.select_for_update().in_bulk(said)
    rows = [_after(before.get(work), beat) for work, beat in said.items()]
    fields = ["at", "done_at", "seconds", "failures", "problem"]
    Pulse.objects.bulk_create(rows, update_conflicts=True, unique_fields=["work"], update_fields=fields)


def _after(before: Pulse | None, beat: Beat) -> Pulse:
    row = Pulse(work=beat.work, at=beat.at, seconds=beat.seconds, problem=beat.problem[:80])
    if beat.problem:
        row.failures = 1 + (before.failures if before else 0)
        row.done_at = before.done_at if before else None
    else:
        row.done_at = beat.at
    return row
