"""What pages, and the apps above, read of milestones and indicators.

`overview(actor, today)` is what a member reports on, `released_to(actor)` what others released to a reader, and
`rolled_up(actor, question, today)` a question of the network period by period."""

from .milestones import milestone_for, milestones_of
from .reading import (
    Line,
    Seen,
    has_values,
    indicator_for,
    indicators_of,
    is_own,
    overview,
    own_indicator_for,
    own_value_for,
    released_to,
    value_for,
)
from .released import counts_for
from .rollup import Answered, Rolled, asked, figure_of, rolled_up

__all__ = [
    "Answered", "Line", "Rolled", "Seen", "asked", "counts_for", "figure_of", "has_values", "indicator_for",
    "indicators_of", "is_own", "milestone_for", "milestones_of", "overview", "own_indicator_for", "own_value_for",
    "released_to", "rolled_up", "value_for",
]  # fmt: skip  # one list
