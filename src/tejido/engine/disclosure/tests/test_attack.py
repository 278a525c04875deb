"""What was published, in the hands of somebody who adds and subtracts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, product

from hypothesis import assume, given
from hypothesis import strategies as st

from tejido.engine.disclosure import Cell, Corrected, Leaf, corrected, partition

from .attacker import Row, isolated

K = 3
DIMENSIONS = ("sex", "cadre", "province")
DOMAINS = {"sex": ("f", "m"), "cadre": ("army", "police"), "province": ("P1", "P2")}
CELLS: list[Cell] = list(product(*DOMAINS.values()))
KEEPS = [keep for size in range(len(DIMENSIONS) + 1) for keep in combinations(DIMENSIONS, size)]

Counts = Mapping[Cell, int]
counts = st.dictionaries(st.sampled_from(CELLS), st.integers(0, 5), max_size=len(CELLS))
orders = st.permutations(DIMENSIONS)


def covers(leaf: Leaf, cell: Cell) -> int:
    return int(all(value in leaf.of[name] for name, value in zip(DIMENSIONS, cell, strict=True) if name in leaf.of))


def figures(leaves: Sequence[Leaf]) -> list[Row]:
    """Every margin of every number of dimensions, as rows over the cells: read off what each group says of itself."""
    rows: dict[object, list[int]] = {}
    for keep, leaf in product(KEEPS, leaves):
        row = rows.setdefault((keep, tuple(leaf.of.get(name) for name in keep)), [0] * len(CELLS))
        for place, cell in enumerate(CELLS):
            row[place] += covers(leaf, cell)
    return list(rows.values())


def publish(cells: Counts, order: Sequence[str]) -> tuple[Leaf, ...]:
    """The groups, with the dimensions in this order."""
    places = [DIMENSIONS.index(name) for name in order]
    turned = {tuple(cell[place] for place in places): count for cell, count in cells.items()}
    return partition(turned, order, DOMAINS, K).leaves


@given(counts, orders)
def test_no_table_of_a_release_gives_a_small_group(cells: Counts, order: Sequence[str]) -> None:
    leaves = publish(cells, order)
    sizes = [cells.get(cell, 0) for cell in CELLS]
    assert isolated(figures(leaves), sizes, K) == []


@given(counts, orders)
def test_each_number_is_that_of_the_persons_it_names(cells: Counts, order: Sequence[str]) -> None:
    leaves = publish(cells, order)
    for leaf in leaves:
        assert leaf.persons == sum(cells.get(cell, 0) for cell in CELLS if covers(leaf, cell)) >= K
    assert all(sum(covers(leaf, cell) for leaf in leaves) == 1 for cell, count in cells.items() if count and leaves)


@given(counts, counts, orders, orders)
def test_releases_of_two_schools_and_two_periods_and_what_the_member_makes_of_them_give_none(
    one: Counts, other: Counts, first: Sequence[str], second: Sequence[str]
) -> None:
    """Whatever the member joins of them is a sum of their groups; with all single tables it is in the row space."""
    several = (publish(one, first), publish(other, second))
    none = [0] * len(CELLS)
    rows = [[*row, *none] for row in figures(several[0])] + [[*none, *row] for row in figures(several[1])]
    rows += [[a + b for a, b in zip(x, y, strict=True)] for x, y in product(rows[:3], rows[-3:])]
    sizes = [cells.get(cell, 0) for cells in (one, other) for cell in CELLS]
    assume(len(several[0]) + len(several[1]) < 11)  # the attacker tries all sums of groups
    assert isolated(rows, sizes, K) == []


def test_leaving_out_small_cells_alone_does_not_hold() -> None:
    """The attacker at work: two persons are left out of the table, and the totals beside it give them back."""
    cells = {("f", "police", "P1"): 9, ("m", "police", "P1"): 2, ("f", "army", "P1"): 8, ("m", "army", "P1"): 7}
    shown = [[int(cell == one) for cell in CELLS] for one, count in cells.items() if count >= K]
    total = [int(cell in cells) for cell in CELLS]
    found = isolated([*shown, total], [cells.get(cell, 0) for cell in CELLS], K)
    there = [cell for cell in CELLS if cell in cells]
    assert [[cell for cell, is_in in zip(there, one, strict=True) if is_in] for one in found] == [
        [("m", "police", "P1")]
    ]


def test_leaving_out_a_second_cell_in_each_line_does_not_hold_for_two_tables() -> None:
    """Each table by itself is safe: in every line at least two cells are left out. Together they are not."""
    people = {("f", "police", "P1"): 1, ("f", "police", "P2"): 6, ("m", "police", "P1"): 6, ("m", "police", "P2"): 9}
    by = {
        "women": [int(cell[0] == "f") for cell in CELLS],
        "second province": [int(cell[2] == "P2") for cell in CELLS],
        "men of the second": [int(cell[0] == "m" and cell[2] == "P2") for cell in CELLS],
    }
    one = [by["women"], by["second province"], by["men of the second"]]
    assert isolated(one, [people.get(cell, 0) for cell in CELLS], K)


## Corrections

# Who was where in both versions; None is not counted. A person is one of so many on the same way.
places = st.one_of(st.none(), st.sampled_from(CELLS))
ways = st.dictionaries(st.tuples(places, places), st.integers(1, 8), max_size=7)


def at(people: Mapping[tuple[Cell | None, Cell | None], int], version: int) -> dict[Cell, int]:
    found: dict[Cell, int] = {}
    for way, count in people.items():
        cell = way[version]
        if cell is not None:
            found[cell] = found.get(cell, 0) + count
    return found


@given(counts, ways, orders)
def test_a_correction_beside_what_it_corrects_gives_none(
    staying: Counts, moving: Mapping[tuple[Cell | None, Cell | None], int], order: Sequence[str]
) -> None:
    people = {(cell, cell): count for cell, count in staying.items() if count}
    for way, count in moving.items():
        people[way] = people.get(way, 0) + count
    leaves = publish(at(people, 0), order)
    after = corrected(leaves, at(people, 1), DIMENSIONS, K) if leaves else None
    assume(leaves and after is not None)
    assume(all(stay(leaf, people) >= K or not now(leaf, people) for leaf in leaves))
    steps = list(people)
    rows = [[covers(leaf, way[0]) if way[0] else 0 for way in steps] for leaf in leaves]
    rows += [[int(way[1] is not None and holds(group, way[1], leaves)) for way in steps] for group in after or ()]
    assert isolated(rows, list(people.values()), K) == []
    assert [group.leaf.persons for group in after or ()] == [counted(row, people) for row in rows[len(leaves) :]]


def holds(group: Corrected, cell: Cell, before: Sequence[Leaf]) -> bool:
    """Whether who has these values now is in the group."""
    places = [place for place, leaf in enumerate(before) if covers(leaf, cell)]
    return places[0] in group.places if places else group.has_newcomers


def counted(row: Row, people: Mapping[tuple[Cell | None, Cell | None], int]) -> int:
    return sum(is_in * count for is_in, count in zip(row, people.values(), strict=True))


def stay(leaf: Leaf, people: Mapping[tuple[Cell | None, Cell | None], int]) -> int:
    """Who is in a group in both versions."""
    return sum(n for (a, b), n in people.items() if a and b and covers(leaf, a) and covers(leaf, b))


def now(leaf: Leaf, people: Mapping[tuple[Cell | None, Cell | None], int]) -> int:
    return sum(n for (_a, b), n in people.items() if b and covers(leaf, b))


def test_counting_anew_as_if_nothing_had_been_published_does_not_hold() -> None:
    """The same count with one person more, partitioned by itself: the attacker subtracts the one from the other."""
    cells = dict.fromkeys(CELLS[:2], 6)
    later = {**cells, CELLS[0]: 7}
    rows = [*figures(publish(cells, DIMENSIONS)), *figures(publish(later, DIMENSIONS))]
    old, new = rows[: len(rows) // 2], rows[len(rows) // 2 :]
    steps = [[*row, 0] for row in old] + [[*row, row[0]] for row in new]
    assert isolated(steps, [*(cells.get(cell, 0) for cell in CELLS), 1], K)
