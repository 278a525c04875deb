"""What the pages of deliberation show, made of what queries loaded. Nothing here loads or decides."""

from .margins import Margins
from .positions import answer_form, position_rows
from .procedures import declaration_rows, objection_rows, procedure_strip, reopened_rows
from .released import colliding, comment_row, neighbours, released, revision_label
from .strips import round_strip

__all__ = [
    "Margins",
    "answer_form",
    "colliding",
    "comment_row",
    "declaration_rows",
    "neighbours",
    "objection_rows",
    "position_rows",
    "procedure_strip",
    "released",
    "reopened_rows",
    "revision_label",
    "round_strip",
]
