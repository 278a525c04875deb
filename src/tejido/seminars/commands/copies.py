"""A seminar or a cycle made after another one: languages, number of places, checklist and what it costs; neither
persons nor places. The days are shifted."""

from datetime import date, datetime, timedelta

from django.db import transaction

from tejido.curriculum.queries import latest_revision
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.web.languages import filled

from .. import rules
from ..models import BudgetLine, Cycle, Seminar, Task
from ..names import OVER, Act
from ..queries.seminars import parts_of, seminar_for
from ..rules import Outline, is_copied
from .acting import locked_cycle, numbers_but, parts_but, write_down
from .checklist import take_over


@transaction.atomic
def copy_seminar(*, actor: Actor, source: Seminar, cycle: Cycle, part: int, days: int, at: datetime) -> Seminar:
    """A part of a cycle in preparation, made after another one, which may be of another cycle. `days` is by how many
    days it is shifted. It takes the latest state of its cycle's text and structure."""
    row, found = locked_cycle(actor, cycle), seminar_for(actor, source.key)
    ask(rules.may_copy_seminar(actor, found, part, parts_but(row, None)))
    return _copy(actor, found, row, part, days, at)


def _copy(actor: Actor, source: Seminar, cycle: Cycle, part: int, days: int, at: datetime) -> Seminar:
    made = Seminar.objects.create(
        cycle=cycle,
        part=part,
        title=source.title,
        since=_shifted(source.since, days),
        until=_shifted(source.until, days),
        zone=source.zone,
        languages=source.languages,
        capacity=source.capacity,
        revision=latest_revision(cycle.text) if cycle.text else None,
        structure=latest_revision(cycle.structure) if cycle.structure else None,
        is_demonstration=cycle.is_demonstration,
        at=at,
        office=actor.office,
    )
    take_over(made, list(Task.objects.filter(seminar=source, struck_at=None)), actor.office, at)
    _copy_budget(source, made, actor.office, at)
    facts = {"cycle": cycle.key, "part": part, "since": made.since, "until": made.until, "after": source.key}
    write_down(actor, Act.SEMINAR_PREPARED, made, at, facts, made.title)
    return made


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _copy_budget(source: Seminar, made: Seminar, office: str, at: datetime) -> None:
    """What it costs again; nobody has covered or spent anything yet."""
    lines = BudgetLine.objects.filter(seminar=source, struck_at=None)
    BudgetLine.objects.bulk_create(
        BudgetLine(seminar=made, what=line.what, amount=line.amount, currency=line.currency, at=at, office=office)
        for line in lines
    )


@transaction.atomic
def copy_cycle(*, actor: Actor, source: Cycle, outline: Outline, days: int, at: datetime) -> Cycle:
    """A cycle with the texts of `outline`, and a part in preparation for each part of another cycle that was not
    cancelled or given up. `days` as for a seminar."""
    found = locked_cycle(actor, source)
    parts = parts_of(found)
    ask(rules.may_copy_cycle(actor, parts, outline, numbers_but(None)))
    made = Cycle.objects.create(
        number=outline.number, title=filled(outline.title), text=outline.text, structure=outline.structure,
        is_demonstration=found.is_demonstration, at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    write_down(actor, Act.CYCLE_BEGUN, made, at, {"number": made.number or 0, "after": found.key}, made.title)
    for part in parts:
        if is_copied(part) and part.state not in OVER:
            _copy(actor, part, made, part.part, days, at)
    return made
