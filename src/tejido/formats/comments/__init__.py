"""The table of comments that ministries and standards bodies answer in, as Word and as Excel, out and back."""

from .columns import TYPES, type_in
from .docx import write_docx
from .placing import How, Placed, place, rows_in
from .values import CommentTable, Row
from .xlsx import write_xlsx

__all__ = [
    "TYPES",
    "CommentTable",
    "How",
    "Placed",
    "Row",
    "place",
    "rows_in",
    "type_in",
    "write_docx",
    "write_xlsx",
]
