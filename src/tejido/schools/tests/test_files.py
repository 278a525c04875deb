"""Files of populations: read row by row, looked at, and applied as a whole or not at all."""

import pytest

from cast import NOW
from counting import queries_of
from tejido.formats.sheet import Sheet
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.schools import commands, queries
from tejido.schools.imports import COLUMNS, Wrong, rows_of
from tejido.schools.models import Target
from tejido.schools.names import Act, No
from tejido.schools.sheets import targets_sheet, template_sheets

from .doings import FOCAL_POINT, REPRESENTATIVE, space, target

pytestmark = pytest.mark.django_db


def refused(code):
    return pytest.raises(Refused, match=f"^{code.value}$")


def read(cast, *rows):
    return rows_of([Sheet("", COLUMNS, rows)], queries.known_for(cast.actor(REPRESENTATIVE), space(cast).key))


def row(number=5, **cells):
    values = {"year": 2027, "number": number, **cells}
    return tuple(values.get(name) for name in COLUMNS)


def test_a_cell_holds_a_code_or_its_word_in_any_language(cast):
    found = read(cast, row(cadre="POLICE", sex="Mujer"), row(cadre="Polícia", sex="Male", number=7.0))
    assert [one.state for one in found] == ["new", "new"]
    assert [(one.said.population.cadre, one.said.population.sex, one.said.number) for one in found] == [
        ("police", "female", 5),
        ("police", "male", 7),
    ]


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"year": "27"}, "year"),
        ({"number": "muchos"}, "number"),
        ({"number": -1}, "number"),
        ({"cadre": "bomberos"}, "cadre"),
        ({"province": "XB-1"}, "XB-1"),
        ({"institution": "x" * 81}, "institution"),
    ],
)
def test_a_row_that_is_wrong_says_where_and_keeps_the_others(cast, cells, says):
    wrong, right = read(cast, row(**cells), row(year=2028))
    assert wrong.state == "refused"
    assert says in wrong.problem
    assert right.state == "new"


def test_a_population_stands_in_a_file_once(cast):
    assert [one.state for one in read(cast, row(), row(number=6))] == ["new", "refused"]


def test_a_file_is_refused_that_has_no_such_table(cast):
    known = queries.known_for(cast.actor(REPRESENTATIVE), space(cast).key)
    with pytest.raises(Wrong, match="year"):
        rows_of([Sheet("", ("name",), (("A",),))], known)


def test_a_file_is_applied_once_and_changes_nothing_the_second_time(cast):
    body, actor = space(cast), cast.actor(REPRESENTATIVE)
    target(cast, body, 4)
    sheet = Sheet("", COLUMNS, (row(5, source="Un plan"), row(6, cadre="police")))
    delivery = commands.hand_in(actor=actor, body=body, name="a.csv", sheets=[sheet], at=NOW)
    _held, sheets = queries.delivery_for(actor, delivery.key)
    found = rows_of(sheets, queries.known_for(actor, body.key))
    assert [(one.state, one.before) for one in found] == [("changed", 4), ("new", None)]
    numbers = [one.said for one in found]
    with refused(Shared.STALE):
        commands.apply_targets(actor=actor, delivery=delivery, numbers=numbers, seen="", at=NOW)
    seen = commands.digest_of_plan(numbers)
    assert commands.apply_targets(actor=actor, delivery=delivery, numbers=numbers, seen=seen, at=NOW) == 2
    assert sorted(one.number for one in queries.targets_for(actor)) == [5, 6]
    assert Line.objects.get(act=Act.TARGETS_APPLIED).facts["count"] == 2
    again = rows_of([sheet], queries.known_for(actor, body.key))
    assert {one.state for one in again} == {"unchanged"}


def applied(cast, year, size):
    """How many queries it takes to apply a file of so many new populations, and one whose number changes."""
    body, actor = space(cast), cast.actor(REPRESENTATIVE)
    target(cast, body, 1, year=year)
    rows = [row(at, year=year, institution=f"I-{at}") for at in range(size)]
    sheet = Sheet("", COLUMNS, (row(2, year=year), *rows))
    delivery = commands.hand_in(actor=actor, body=body, name="a.csv", sheets=[sheet], at=NOW)
    numbers = [one.said for one in rows_of([sheet], queries.known_for(actor, body.key))]
    said = {"actor": actor, "delivery": delivery, "numbers": numbers, "at": NOW}
    return queries_of(lambda: commands.apply_targets(seen=commands.digest_of_plan(numbers), **said))


def test_a_file_is_applied_with_as_many_queries_however_long_it_is(cast):
    applied(cast, 2030, 1)  # the first line of a ledger needs one more
    assert applied(cast, 2031, 1) == applied(cast, 2035, 60)
    assert Target.objects.filter(replaced_at=NOW).count() == 3


def test_nothing_is_applied_for_a_file_that_changes_nothing(cast):
    body, actor = space(cast), cast.actor(REPRESENTATIVE)
    delivery = commands.hand_in(actor=actor, body=body, name="a.csv", sheets=[], at=NOW)
    with refused(No.NO_CHANGES):
        commands.apply_targets(actor=actor, delivery=delivery, numbers=[], seen="", at=NOW)


def test_who_has_no_part_in_the_space_hands_nothing_in(cast):
    with refused(Shared.NOT_YOURS):
        commands.hand_in(actor=cast.actor(FOCAL_POINT), body=space(cast), name="a.csv", sheets=[], at=NOW)


def test_what_was_taken_along_can_be_handed_in_again(cast):
    body, actor = space(cast), cast.actor(REPRESENTATIVE)
    target(cast, body, 4, cadre="police", level="teaching", sex="female", province="XA-1", institution="JUS")
    found = rows_of([targets_sheet(queries.targets_for(actor))], queries.known_for(actor, body.key))
    assert [one.state for one in found] == ["unchanged"]
    assert template_sheets()[0].header == COLUMNS
