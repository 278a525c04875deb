"""How often each option was chosen, and what that says of a scale."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Tally:
    """What a group said to one question. `n` answered it and `silent` left it out; `counts` has one number per option,
    in their order. Where several options may be chosen, the counts add up to more than `n`."""

    n: int
    silent: int
    counts: tuple[int, ...]

    @staticmethod
    def empty(options: int) -> Tally:
        return Tally(0, 0, (0,) * options)

    @property
    def size(self) -> int:
        """How many the group has, answers or not."""
        return self.n + self.silent

    @property
    def is_alike(self) -> bool:
        """There is an option that everybody who answered chose."""
        return self.n in self.counts

    @property
    def mean(self) -> float:
        """Of a scale whose first option is 1. ZeroDivisionError where nobody answered."""
        return sum(value * count for value, count in enumerate(self.counts, 1)) / self.n

    @property
    def deviation(self) -> float:
        """The standard deviation of the sample; `n` is two or more."""
        mean = self.mean
        squares = sum(count * (value - mean) ** 2 for value, count in enumerate(self.counts, 1))
        return sqrt(squares / (self.n - 1))

    def and_one(self, chosen: Collection[int]) -> Tally:
        """With one more ballot, which chose these options by their place; none of them: it left the question out."""
        counts = tuple(count + (place in chosen) for place, count in enumerate(self.counts))
        return Tally(self.n + bool(chosen), self.silent + (not chosen), counts)

    def together(self, other: Tally) -> Tally:
        """Of two groups that share nobody."""
        counts = tuple(a + b for a, b in zip(self.counts, other.counts, strict=True))
        return Tally(self.n + other.n, self.silent + other.silent, counts)
