"""Entering: the one door by which completions come in by hand, from a launch or a statement."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache

from django.db import transaction

from tejido.formats.roster.values import Columns
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.keys import new_key
from tejido.ledger.refusals import Refusal, ask
from tejido.registry.queries import capacity
from tejido.schools.queries import validities_of

from .. import rules
from ..lines import Entered
from ..models import Batch, Cohort
from ..names import Act, No, State
from ..queries.numbers import BATCH
from .chunks import places_of, write
from .numbering import number_for
from .preparing import Desk
from .spaces import lock


@transaction.atomic
def enter(
    *, actor: Actor, cohort: Cohort, columns: Columns, kind: str, at: datetime, out_of: int | None = None
) -> Entered:
    """Completions of a cohort, at most some thousands; `out_of` is the highest mark, where it is known. What is known
    already is counted and left; where everything is, nothing is kept, and `batch` is None."""
    row = Cohort.objects.select_related("space__member", "space__institution", "course").get(key=cohort.key)
    ask(rules.may_enter(capacity(actor, row.space)))
    ask(None if len(columns) else Refusal(No.NOTHING_GIVEN))
    locked = lock(row.space)
    key = new_key()
    batch_no = number_for(BATCH, key)
    place = places_of([row])[row.code]
    written = write(Desk(locked, batch_no, {"": place, row.code: place}, validity([row]), at), columns)
    if not written.new:
        return Entered(None, 0, written.known)
    batch = Batch.objects.create(
        key=key, no=batch_no, space=row.space, cohort=row, kind=kind, state=State.ENTERED, row=columns.rows[-1],
        total=len(columns), new=written.new, known=written.known, at=at, office=actor.office, seat=actor.seat,
        mandate=actor.mandate, entered_at=at, out_of=out_of,
    )  # fmt: skip  # one row of a table, read as one
    write_entered(actor, batch, at)
    return Entered(batch, written.new, written.known)


def write_entered(actor: Actor, batch: Batch, at: datetime) -> None:
    """One line for a batch: how it came, the digest of its file under the key of the space, and counts."""
    facts = {
        "kind": str(batch.kind),
        "cohort": batch.cohort_id or "",
        "digest": batch.digest,
        "new": batch.new,
        "known": batch.known,
        "bad": batch.bad,
        "left": batch.left,
    }
    write_down(actor, Act.RECORDS_ENTERED, batch, at, facts, tree=batch.space.tree)


def validity(cohorts: Iterable[Cohort]) -> Callable[[str, date], int | None]:
    """For how many months a completion of one of these cohorts' courses, by its key, on a day is valid; None where it
    does not expire."""
    known = {cohort.course_id: cohort for cohort in cohorts}
    on = cache(lambda course: validities_of(known[course].course, known[course].space))
    return lambda course, day: on(course)(day)
