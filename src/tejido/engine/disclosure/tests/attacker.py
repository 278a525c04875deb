"""Who holds every published figure, and knows of every person in which cells they are: all that can be worked out by
adding and subtracting."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

Row = Sequence[int]  # a figure: how often each atom, persons whom no figure tells apart, is counted in it


def isolated(figures: Sequence[Row], sizes: Sequence[int], k: int) -> list[tuple[int, ...]]:
    """The sets of 1 to k - 1 persons whose number the figures give, as indicators over the atoms that have anybody.

    With the figures in reduced echelon form a combination of them is fixed by its values at the pivots, and that of a
    set has 0 or 1 there: trying these finds every set, whatever the factors of the combination are.
    """
    there = [place for place, size in enumerate(sizes) if size]
    rows = _echelon([[Fraction(figure[place]) for place in there] for figure in figures])
    columns, found = [[row[at] for row in rows] for at in range(len(there))], []
    for taken in product((0, 1), repeat=len(rows)):
        vector = [sum(value for value, is_taken in zip(column, taken, strict=True) if is_taken) for column in columns]
        if all(value in {0, 1} for value in vector):
            persons = sum(int(value) * sizes[place] for value, place in zip(vector, there, strict=True))
            if 0 < persons < k:
                found.append(tuple(int(value) for value in vector))
    return found


def _echelon(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    done: list[list[Fraction]] = []
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        pivot = [value / pivot[column] for value in pivot]
        rows, done = ([_less(row, pivot, column) for row in several] for several in (rows, done))
        done.append(pivot)
    return done


def _less(row: list[Fraction], pivot: list[Fraction], column: int) -> list[Fraction]:
    factor = row[column]
    return [value - factor * other for value, other in zip(row, pivot, strict=True)] if factor else row
