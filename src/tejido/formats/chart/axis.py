"""Where values stand on an axis, and which of its heights are named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

FEWEST = 2  # steps of a computed axis


def ticks(low: Decimal, high: Decimal, most: int = 5) -> tuple[Decimal, ...]:
    """Round heights from at most `low` to at least `high`, in steps of 1, 2 or 5 times a power of ten; about `most` of
    them and never more than two above that. Of equal values an axis around them."""
    if low == high:
        around = abs(low) or Decimal(1)
        low, high = min(low, Decimal()), max(high, Decimal()) if low else around
    step = _step((high - low) / max(most, FEWEST))
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return tuple((first + place) * step for place in range(int(last - first) + 1))


def _step(least: Decimal) -> Decimal:
    """The smallest of 1, 2, 5 times a power of ten that is at least so much."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least)


@dataclass(frozen=True, slots=True)
class Scale:
    """From heights to places: `bottom` and `top` are where the lowest and the highest tick stand."""

    heights: Sequence[Decimal]
    bottom: float
    top: float

    @classmethod
    def of(cls, values: Iterable[Decimal], bottom: float, top: float) -> Scale:
        """An axis that has room for all values. It begins at zero unless something is below: a line that begins
        elsewhere looks steeper than it is."""
        several = [Decimal(), *values]
        return cls(ticks(min(several), max(several)), bottom, top)

    def at(self, height: Decimal) -> float:
        low, high = self.heights[0], self.heights[-1]
        share = float((height - low) / (high - low)) if high != low else 0.5
        return self.bottom + share * (self.top - self.bottom)
