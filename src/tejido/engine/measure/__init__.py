"""Indicators: typed values, periods, parts, series with their gaps, progress, and roll-ups that never guess.

Codes and no words; days are arguments. Amounts are `Decimal`, so that what was typed is what stands."""

from .parts import Dimension, Problem, Wrong, problems
from .periods import ONCE, Frequency, Period, ended, period_of, period_on, periods
from .progress import Direction, Progress, Unknown, Why, progress
from .reading import Unclear, Unread, read_number
from .rollup import NoTotal, PartTotal, Report, RollUp, roll_up
from .series import Counting, Point, Series, Standing, may_be, series, standing
from .values import Countable, Kind, Number, Share, Step, Value, YesNo, added, from_data, height, plain, to_data

__all__ = [
    "ONCE", "Countable", "Counting", "Dimension", "Direction", "Frequency", "Kind", "NoTotal", "Number", "PartTotal",
    "Period", "Point", "Problem", "Progress", "Report", "RollUp", "Series", "Share", "Standing", "Step", "Unclear",
    "Unknown", "Unread", "Value", "Why", "Wrong", "YesNo", "added", "ended", "from_data", "height", "may_be",
    "period_of", "period_on", "periods", "plain", "problems", "progress", "read_number", "roll_up", "series",
    "standing", "to_data",
]  # fmt: skip  # one list
