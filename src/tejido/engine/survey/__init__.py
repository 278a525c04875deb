"""Questionnaires: counting answers, how sure the counts are, and what of them may be shown."""

from .intervals import LEVEL, Interval, difference, mean_interval, t_quantile, wilson
from .publication import Counted, Figures, Limits, Publication, publish
from .suppression import Cell, Part, Union, breakdowns, unions
from .tallies import Tally

__all__ = [
    "LEVEL",
    "Cell",
    "Counted",
    "Figures",
    "Interval",
    "Limits",
    "Part",
    "Publication",
    "Tally",
    "Union",
    "breakdowns",
    "difference",
    "mean_interval",
    "publish",
    "t_quantile",
    "unions",
    "wilson",
]
