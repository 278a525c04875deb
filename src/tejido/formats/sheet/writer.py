"""Sheets to workbooks and CSV files that no program takes for more than a table."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from .text import FORMULA, shielded
from .values import Cell, Sheet

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDEST = 60
_FIRST_YEAR = 1900  # where the days of Excel begin; earlier ones leave as text
_LONGEST_NAME = 31  # signs; no sheet of Excel has a longer name
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook with one sheet for each. Texts stay texts, also those that begin like a formula or an address."""
    from xlsxwriter import Workbook  # slow to load, and few processes ever write one

    made = BytesIO()
    texts_only = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(made, {"in_memory": True, "remove_timezone": True, **texts_only}) as book:
        looks = {
            "header": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
            "instant": book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "shielded": book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True}),
        }
        for place, sheet in enumerate(sheets, 1):
            _fill(book.add_worksheet(_name(sheet, place)), sheet, looks)
    return made.getvalue()


def write_csv(sheet: Sheet, separator: str = ",") -> bytes:
    """A CSV file in UTF-8 with its mark, without which Excel takes it for something else."""
    made = StringIO(newline="")
    rows = csv.writer(made, delimiter=separator, lineterminator="\r\n")
    rows.writerow([shielded(heading) for heading in sheet.header])
    rows.writerows([_as_text(cell) for cell in row] for row in sheet.rows)
    return made.getvalue().encode("utf-8-sig")


def _name(sheet: Sheet, place: int) -> str:
    return sheet.name.translate(_FORBIDDEN_IN_NAMES).strip()[:_LONGEST_NAME] or str(place)


def _fill(page: Worksheet, sheet: Sheet, looks: dict[str, Any]) -> None:
    for column, heading in enumerate(sheet.header):
        page.write_string(0, column, heading, looks["header"])
        cells = [_as_text(row[column]) for row in sheet.rows[:200]]
        page.set_column(column, column, min(_WIDEST, max(map(len, [heading, *cells])) + 2))
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            _write(page, number, column, cell, looks)
    if sheet.header:
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.header) - 1)


def _write(page: Worksheet, row: int, column: int, cell: Cell, looks: dict[str, Any]) -> None:
    match cell:
        case None | "":
            return
        case bool():
            page.write_boolean(row, column, cell)
        case str():
            page.write_string(row, column, cell, looks["shielded" if cell.startswith(FORMULA) else "text"])
        case date() if cell.year < _FIRST_YEAR:
            page.write_string(row, column, _as_text(cell), looks["text"])
        case datetime():
            page.write_datetime(row, column, cell, looks["instant"])
        case date():
            page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), looks["day"])  # noqa: DTZ001 - Excel knows no zones
        case int() | float():
            page.write_number(row, column, cell)


def _as_text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return shielded(cell)
        case datetime():
            return cell.isoformat(" ", "minutes")
        case date():
            return cell.isoformat()
    return str(cell)
