"""What became of what was said about a text, and where each of its sentences comes from. Pure."""

from .chains import chain, origins
from .changes import changes
from .histories import History, history
from .values import (
    Chain,
    Change,
    Comment,
    Event,
    Gap,
    Item,
    ItemState,
    Line,
    Matter,
    Outcome,
    Stage,
    State,
    Step,
    Teaching,
    Verdict,
    What,
)

__all__ = [
    "Chain",
    "Change",
    "Comment",
    "Event",
    "Gap",
    "History",
    "Item",
    "ItemState",
    "Line",
    "Matter",
    "Outcome",
    "Stage",
    "State",
    "Step",
    "Teaching",
    "Verdict",
    "What",
    "chain",
    "changes",
    "history",
    "origins",
]
