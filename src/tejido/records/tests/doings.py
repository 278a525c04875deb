"""What a school does with records in these tests: the school of Aldea's ministry JUS teaches Aldea's version."""

from datetime import date
from typing import Any

from cast import NOW, Cast
from tejido.adaptation.tests.doings import adopt, derive
from tejido.curriculum.models import Text
from tejido.formats.roster.values import Columns, columns
from tejido.records import commands
from tejido.records.commands import storage, tallying
from tejido.records.commands.tallying import Deltas
from tejido.records.lines import Entered
from tejido.records.models import Batch, Cohort, Completion, Register, Tally
from tejido.records.queries.numbers import numbers_of
from tejido.registry.commands import open_office
from tejido.registry.models import Body
from tejido.training.models import Course
from tejido.training.tests.doings import begin as begin_course

REPRESENTATIVE = "XA/representative/JUS"


def space(cast: Cast, institution: str = "JUS") -> Body:
    by = cast.actor(f"XA/representative/{institution}")
    return open_office(actor=by, member=cast.members["XA"], institution=cast.institutions[f"XA/{institution}"], at=NOW)


def course(cast: Cast, text: Text, **given: Any) -> Course:
    """A course of Aldea's version of the network's text, of which there is an edition."""
    adopt(cast, text)
    return begin_course(cast, derive(cast, text), **given)


def cohort(cast: Cast, of: Course, code: str = "A-1", institution: str = "JUS", **given: Any) -> Cohort:
    values = {
        "title": {"es": "Grupo"}, "method": "in_person", "province": "XA-1", "starts": date(2026, 3, 1),
        "ends": date(2026, 6, 30), "minutes": 600, "at": NOW, **given,
    }  # fmt: skip  # one description
    by = cast.actor(f"XA/representative/{institution}")
    return commands.begin_cohort(actor=by, space=space(cast, institution), course=of, code=code, **values)


def told(*persons: str, day: str = "2026-06-30", **given: list[Any]) -> Columns:
    """Completions of these persons on a day; their documents are their names' lengths and letters."""
    return columns([f"national:{name}" for name in persons], [f"{name}, Persona" for name in persons],
                   [day] * len(persons), **given)  # fmt: skip  # one list


def enter(cast: Cast, into: Cohort, *persons: str, by: str = REPRESENTATIVE, **given: Any) -> Entered:
    values = given.pop("columns", None) or told(*persons, **given)
    return commands.enter(actor=cast.actor(by), cohort=into, columns=values, kind="hand", at=NOW)


def undo(cast: Cast, batch: Batch | None, by: str = REPRESENTATIVE, *, at: Any = NOW, fresh: bool = True) -> None:
    assert batch is not None
    commands.undo(actor=cast.actor(by, fresh=fresh), batch=batch, at=at)


def kept(space_no: int) -> Deltas:
    """The cells that count something, as they are kept."""
    return {
        (t.measure, t.cuboid, t.period, t.course_no, t.edition_no, t.one, t.other): [
            t.completions,
            t.persons,
            t.minutes,
        ]
        for t in Tally.objects.filter(space_no=space_no)
        if t.completions
    }


def recounted(space_no: int) -> Deltas:
    """The same from nothing but the rows: days decide which completion is the first and which the last."""
    rows = [storage._read(row) for row in Completion.objects.filter(space_no=space_no).values_list(*storage.COLUMNS)]
    by_person: dict[Any, list[str]] = {}
    for row in rows:
        by_person.setdefault((row[3], row[5]), []).append(row[6])
    marked = []
    for row in rows:
        days = by_person[row[3], row[5]]
        marked.append((*row[:16], row[6] == min(days), row[6] == max(days)))
    assert marked == rows, "the marks of first and last are what the days say"
    editions = dict(Cohort.objects.values_list("no", "edition"))
    numbers = numbers_of("edition", {edition or "" for edition in editions.values()})
    return tallying.recounted(rows, {no: numbers[edition or ""] for no, edition in editions.items()})


def is_exact() -> bool:
    """Whether tallies and sizes are what the rows say, in every space."""
    for register in Register.objects.all():
        assert kept(register.pk) == recounted(register.pk)
    for each in Cohort.objects.all():
        assert each.size == Completion.objects.filter(cohort_no=each.no).count()
    return True
