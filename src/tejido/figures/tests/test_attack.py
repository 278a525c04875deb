"""Everything that left, in the hands of the attacker: releases, a correction, figures, and what was shown to others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cast import NOW
from tejido.engine.disclosure.tests.attacker import isolated
from tejido.figures import commands
from tejido.figures.lines import BETWEEN, months_between
from tejido.figures.models import Figure, Part, Publication
from tejido.figures.names import LEAST, Audience
from tejido.figures.tests import doings

FIRST = {("female", "PY-7"): 9, ("male", "PY-7"): 8, ("female", "PY-12"): 2, ("male", "PY-12"): 6}
LATE = {("male", "PY-7"): 5}
SECOND = {("female", "PY-7"): 7, ("male", "PY-12"): 1, ("male", "PY-7"): 6}
# Persons whom nothing tells apart: sex, province, month, and whether they were entered after the first release.
ATOMS = [
    *((*cell, "2026-03", False) for cell in FIRST),
    *((*cell, "2026-03", True) for cell in LATE),
    *((*cell, "2026-05", True) for cell in SECOND),
]
SIZES = [*FIRST.values(), *LATE.values(), *SECOND.values()]


Told = Mapping[str, Sequence[str]]


def row(of: Told, *, is_later: bool) -> list[int]:
    """Who is counted, by what is told of them."""
    told = [dict(zip(("sex", "province", "month"), atom, strict=False)) for atom in ATOMS]
    return [
        int((is_later or not atom[3]) and all(one[name] in values for name, values in of.items()))
        for atom, one in zip(ATOMS, told, strict=True)
    ]


def number(of_row: Sequence[int]) -> int:
    return sum(is_in * size for is_in, size in zip(of_row, SIZES, strict=True))


def test_nothing_of_all_that_left_gives_a_small_group(cast, text):
    group = doings.cohort(cast, text)
    doings.enter(cast, group, FIRST)
    first = doings.released(cast, group.space, until=doings.MARCH)
    doings.publish(cast, keep=("sex", "month"))
    doings.enter(cast, group, LATE, at="late")
    draft = commands.prepare_correction(actor=cast.actor(doings.REPRESENTATIVE), released=first, at=NOW)
    doings.release(cast, draft)
    doings.enter(cast, group, SECOND, day="2026-05-10", at="second")
    doings.released(cast, group.space)
    doings.publish(cast, keep=("sex", "province"))
    doings.publish(cast, keep=("month",), audience=Audience.PUBLIC)
    groups = {is_later: _groups(first.key, is_later=is_later) for is_later in (False, True)}
    rows = [each for several in groups.values() for _of, each in several]
    for shown in Publication.objects.order_by("at", "key"):
        is_later = sum(group["persons"] for group in shown.groups) > sum(FIRST.values())
        rows += _sums(groups[is_later], shown)
    assert not Figure.objects.filter(persons__lt=LEAST).exists()
    assert isolated(rows, SIZES, LEAST) == []
    small = row({"sex": ["female"], "province": ["PY-12"]}, is_later=True)
    assert isolated([*rows, small], SIZES, LEAST) != []


def _groups(former: str, *, is_later: bool) -> list[tuple[Told, list[int]]]:
    """What is told of each group that the school had released by then, and who is in it: as many as was told."""
    found = []
    for part in Part.objects.exclude(release=former) if is_later else Part.objects.filter(release=former):
        for leaf in part.leaves:
            of = {"month": tuple(months_between(part.since, part.until)), **leaf.of}
            found.append((of, row(of, is_later=is_later)))
            assert number(found[-1][1]) == leaf.persons
    return found


def _sums(groups: Sequence[tuple[Told, list[int]]], shown: Publication) -> list[list[int]]:
    """Each number that the member showed, as the groups of which the same is told."""
    told = [(tuple(shown.keep), group["of"], group["persons"]) for group in shown.groups]
    for one in Figure.objects.filter(publication=shown):
        of = {one.by: one.values.split(BETWEEN)} if one.values else {}
        told += [((one.by,) if one.by else (), of, one.persons)]
    found = []
    for keep, of, persons in told:
        same = [each for has, each in groups if all(list(has.get(name, ())) == list(of.get(name, ())) for name in keep)]
        found.append([sum(column) for column in zip(*same, strict=True)])
        assert number(found[-1]) == persons
    return found
