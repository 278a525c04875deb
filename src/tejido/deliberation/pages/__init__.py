"""What the pages of deliberation show, made of what queries loaded. Nothing here loads or decides."""

from .margins import Margins
from .positions import answer_form, position_rows, position_sentence
from .procedures import declaration_rows, objection_rows, procedure_strip, reopened_rows
from .released import colliding, comment_row, neighbours, released, revision_label
from .strips import round_strip
from .versions import tags_beside, versions
from .word import account_lines, loose_rows, word_rows

__all__ = [
    "Margins",
    "account_lines",
    "answer_form",
    "colliding",
    "comment_row",
    "declaration_rows",
    "loose_rows",
    "neighbours",
    "objection_rows",
    "position_rows",
    "position_sentence",
    "procedure_strip",
    "released",
    "reopened_rows",
    "revision_label",
    "round_strip",
    "tags_beside",
    "versions",
    "word_rows",
]
