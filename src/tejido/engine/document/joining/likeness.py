"""How much likelier it is that two passages say the same than that neither has a translation."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp, log
from statistics import median, pvariance

from ..passages import Kind
from .lexicon import UNITS, Lexicon, completed, words_of
from .marks import Marks, Shape

AT_PLACE = 4.0  # log odds that what follows a pair is a pair, before it is looked at
SAME_SHAPE = 0.97  # of translations
NEVER = -50.0  # a heading is no translation of running text
PINNED = 50.0  # for what is known to be a pair
LETTER_VARIANCE = 6.8  # of the size of a translation, per letter (Gale and Church 1993)
LOOSENESS = 0.015  # variance that the logarithm of the ratio of sizes keeps in long passages
STRAY = 0.1  # translations whose size tells nothing
MOST_SAID = 16.0  # by words, for or against


class Likeness:
    """Log odds for every pair of `ones` and `others`, which are not empty, from their shapes, sizes and tokens.

    `pinned` are pairs known beforehand: they are right, and every other pair with one of their members is wrong.
    """

    def __init__(
        self, ones: Sequence[Marks], others: Sequence[Marks], lexicon: Lexicon, pinned: Mapping[int, int]
    ) -> None:
        self._ones, self._others = ones, others
        self._pinned = pinned
        self._taken = frozenset(pinned.values())
        self._words = words_of(ones, others, completed(lexicon, ones, others))
        self._shapes = Counter(marks.shape for marks in others)
        self._logs, self._other_logs = ([log(1 + marks.size) for marks in side] for side in (ones, others))
        self._ratio = median(self._other_logs) - median(self._logs)
        self._spread = pvariance(self._logs) + pvariance(self._other_logs) + LOOSENESS

    def row(self, i: int, start: int, stop: int) -> list[float]:
        """The odds of the passage i with each of the others from `start` to before `stop`."""
        if i in self._pinned:
            return [PINNED if j == self._pinned[i] else NEVER for j in range(start, stop)]
        shapes = {shape: self._odds_of_shapes(self._ones[i].shape, shape) for shape in self._shapes}
        said = self._words.said(i, start, stop)
        found = []
        for j in range(start, stop):
            of_shape = shapes[self._others[j].shape]
            if of_shape == NEVER or j in self._taken:
                found.append(NEVER)
            else:
                of_words = max(-MOST_SAID, min(MOST_SAID, said[j - start] / 2 / UNITS))  # both sides were asked
                found.append(AT_PLACE + of_shape + self._odds_of_sizes(i, j) + of_words)
        return found

    def _odds_of_shapes(self, one: Shape, other: Shape) -> float:
        if (one[0] is Kind.HEADING) != (other[0] is Kind.HEADING):
            return NEVER
        chance = (self._shapes[one] + 0.5) / (len(self._others) + 1)
        return log(SAME_SHAPE / chance) if one == other else log((1 - SAME_SHAPE) / (1 - chance))

    def _odds_of_sizes(self, i: int, j: int) -> float:
        """Two normal distributions of the logarithm of the ratio: of translations, and of strangers."""
        distance = (self._other_logs[j] - self._logs[i] - self._ratio) ** 2
        variance = LOOSENESS + 2 * LETTER_VARIANCE / (2 + self._ones[i].size + self._others[j].size)
        spread = max(self._spread, variance)
        ratio = exp((distance / spread - distance / variance) / 2) * (spread / variance) ** 0.5
        return log(STRAY + (1 - STRAY) * ratio)
