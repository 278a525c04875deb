"""What of a questionnaire may be published once it is closed. The attack that this withstands stands in
`suppression`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

from .suppression import Cell, Part, Parts, Union, breakdowns, unions
from .tallies import Tally


@dataclass(frozen=True, slots=True)
class Limits:
    """`threshold`: the fewest persons of whom something is shown. `alike`: the fewest who may be shown to have all
    answered alike. `unsaid`: the value of those of whom it is not known, who fill up no small group."""

    threshold: int = 5
    alike: int = 10
    unsaid: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted for one question: everybody, and by dimension and value."""

    whole: Tally
    groups: Mapping[str, Mapping[str, Tally]]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is shown of one question. `whole` is None where nothing may be shown; `groups` lacks every breakdown that
    may not be."""

    whole: Tally | None = None
    groups: Mapping[str, tuple[tuple[Part, Tally], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Publication:
    """`answered` is None where so few answered that nothing is shown. `figures` are by the key of the question."""

    answered: int | None
    figures: Mapping[str, Figures] = field(default_factory=dict)


def publish(
    cells: Mapping[Cell, int], dimensions: Sequence[str], questions: Mapping[str, Counted], limits: Limits
) -> Publication:
    """`cells` counts who answered by their values in each dimension."""
    answered = sum(cells.values())
    if answered < limits.threshold:
        return Publication(None)
    known = _Known(cells, dimensions, limits)
    shown = breakdowns(cells, dimensions, limits.threshold, limits.unsaid)
    return Publication(answered, {key: known.figures(question, shown) for key, question in questions.items()})


class _Known:
    """What a set of breakdowns gives away, worked out once per set."""

    def __init__(self, cells: Mapping[Cell, int], dimensions: Sequence[str], limits: Limits) -> None:
        self.cells, self.dimensions, self.limits = cells, dimensions, limits
        self.found: dict[tuple[str, ...], list[Union]] = {}

    def figures(self, question: Counted, shown: Mapping[str, Parts]) -> Figures:
        """As many of the breakdowns as leak nothing of this question, the first ones first."""
        kept: dict[str, Parts] = {}
        if self._leaks(question, kept):
            return Figures()
        for dimension, parts in shown.items():
            if not self._leaks(question, {**kept, dimension: parts}):
                kept[dimension] = parts
        return Figures(question.whole, {name: _tallied(question, name, parts) for name, parts in kept.items()})

    def _leaks(self, question: Counted, shown: Mapping[str, Parts]) -> bool:
        groups = [tally for name, parts in shown.items() for _part, tally in _tallied(question, name, parts)]
        given = (_derived([question.whole, *groups], union) for union in self._unions(shown))
        return any(self._tells(tally) for tally in given)

    def _tells(self, tally: Tally) -> bool:
        return tally.n < self.limits.threshold or (tally.n < self.limits.alike and tally.is_alike)

    def _unions(self, shown: Mapping[str, Parts]) -> list[Union]:
        names = tuple(shown)
        if names not in self.found:
            self.found[names] = unions(self.cells, self.dimensions, shown)
        return self.found[names]


def _tallied(question: Counted, dimension: str, parts: Parts) -> tuple[tuple[Part, Tally], ...]:
    several = question.groups[dimension]
    return tuple((part, reduce(Tally.together, (several[value] for value in part.values))) for part in parts)


def _derived(tallies: Sequence[Tally], union: Union) -> Tally:
    """What the figures say of a union, as the attacker works it out."""
    numbers = [(tally.n, tally.silent, *tally.counts) for tally in tallies]
    summed = [
        int(sum(factor * value for factor, value in zip(union.taken, column, strict=True)))
        for column in zip(*numbers, strict=True)
    ]
    return Tally(summed[0], summed[1], tuple(summed[2:]))
