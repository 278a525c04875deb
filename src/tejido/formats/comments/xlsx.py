"""A table of comments as an Excel workbook that cannot be taken for more than texts."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ..sheet.text import FORMULA
from .columns import HIDDEN, ORDER, TYPES, cut, headings
from .values import Column, CommentTable, Row

if TYPE_CHECKING:
    from xlsxwriter import Workbook

WIDTHS = {
    Column.MEMBER: 11, Column.LINE: 8, Column.CLAUSE: 11, Column.ELEMENT: 30, Column.TYPE: 9, Column.COMMENT: 48,
    Column.PROPOSAL: 48, Column.OBSERVATION: 40,
}  # fmt: skip  # one table, read as one
_MOST = 32_767  # signs that a cell of Excel holds
_TEXTS_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_xlsx(table: CommentTable) -> bytes:
    """The workbook: the table with the hidden column first, and a second sheet that says what it is about."""
    from xlsxwriter import Workbook

    made = BytesIO()
    with Workbook(made, {"constant_memory": True, "in_memory": False, **_TEXTS_ONLY}) as book:
        # The format keeps an instant without a zone; UTC is said once, here.
        book.set_properties({"title": table.title, "created": table.at.astimezone(UTC).replace(tzinfo=None)})
        looks = _looks(book)
        _table(book, table, looks)
        page = book.add_worksheet("≡")
        page.set_column(0, 0, 28)
        page.set_column(1, 1, 80)
        lost = [("", cut(table.language))] if any(map(_is_cut, table.rows)) else []
        for at, (name, value) in enumerate((("", table.title), *table.facts, *lost)):
            page.write_string(at, 0, name, looks["text"])
            page.write_string(at, 1, value, _look(value, looks))
    return made.getvalue()


def _looks(book: Workbook) -> dict[str, Any]:
    usual = {"text_wrap": True, "valign": "top", "font_size": 10, "border": 1, "border_color": "#C4CAC7"}
    head = {**usual, "bold": True, "font_color": "#FFFFFF", "bg_color": "#0B5A60"}
    return {
        "header": book.add_format(head),
        "text": book.add_format(usual),
        "shielded": book.add_format({**usual, "quote_prefix": True}),
    }


def _table(book: Workbook, table: CommentTable, looks: dict[str, Any]) -> None:
    page = book.add_worksheet(headings(table.language)[Column.COMMENT][:31])
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 2)
    page.set_column(0, 0, 14, None, {"hidden": True})
    for at, column in enumerate(ORDER, 1):
        page.set_column(at, at, WIDTHS[column])
    page.write_string(0, 0, HIDDEN, looks["header"])
    for at, column in enumerate(ORDER, 1):
        page.write_string(0, at, headings(table.language)[column], looks["header"])
    for number, row in enumerate(table.rows, 1):
        _write(page, number, row, looks, cut(table.language))
    kinds = ORDER.index(Column.TYPE) + 1
    page.data_validation(1, kinds, max(len(table.rows), 1) + 500, kinds, {"validate": "list", "source": list(TYPES)})


def _is_cut(row: Row) -> bool:
    return any(len(row.cell(column)) > _MOST for column in ORDER)


def _write(page: Any, number: int, row: Row, looks: dict[str, Any], notice: str) -> None:
    page.write_string(number, 0, row.id, looks["text"])
    for at, column in enumerate(ORDER, 1):
        value = row.cell(column)
        if len(value) > _MOST:  # never without a word
            value = f"{value[: _MOST - len(notice) - 1]} {notice}"
        page.write_string(number, at, value, _look(value, looks))


def _look(value: str, looks: dict[str, Any]) -> Any:
    return looks["shielded" if value.startswith(FORMULA) else "text"]
