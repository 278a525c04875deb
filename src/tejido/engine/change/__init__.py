"""How two texts differ and how they join: alignment, difference and three-way merge. Pure, and near linear
throughout."""

from .align import Alignment, How, Match, align
from .carry import Carried, carry, replace_section
from .conflicts import (
    AttributeConflict,
    Conflict,
    Form,
    KindConflict,
    OrderConflict,
    Reason,
    RemovedAndChanged,
    Side,
    TextConflict,
)
from .diff import (
    Added,
    Changed,
    Diff,
    Entry,
    Moved,
    Removed,
    Unchanged,
    changed_ids,
    diff,
    spans,
    substantive_ids,
)
from .merge import Merge, merge
from .words import Op, Span, diff_words, merge_words, similarity

__all__ = [
    "Added",
    "Alignment",
    "AttributeConflict",
    "Carried",
    "Changed",
    "Conflict",
    "Diff",
    "Entry",
    "Form",
    "How",
    "KindConflict",
    "Match",
    "Merge",
    "Moved",
    "Op",
    "OrderConflict",
    "Reason",
    "Removed",
    "RemovedAndChanged",
    "Side",
    "Span",
    "TextConflict",
    "Unchanged",
    "align",
    "carry",
    "changed_ids",
    "diff",
    "diff_words",
    "merge",
    "merge_words",
    "replace_section",
    "similarity",
    "spans",
    "substantive_ids",
]
