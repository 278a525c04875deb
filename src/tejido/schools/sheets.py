"""Populations as a table, under the columns in which a file is handed in; and the empty template."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from tejido.formats.sheet import Cell, Sheet

from .imports import CODES, COLUMNS, SHEET
from .models import Target


def targets_sheet(rows: Iterable[Target]) -> Sheet:
    """A row for each number, with the space that keeps it. Codes, so that the file can be handed in again."""
    header = ("member", "space", *COLUMNS)
    return Sheet(SHEET, header, tuple(_cells(row) for row in rows))


def _cells(row: Target) -> tuple[Cell, ...]:
    body = row.body
    space = body.institution.code if body.institution else ""
    return (body.member.code if body.member else "", space, *(getattr(row, name) for name in COLUMNS))


def template_sheets() -> list[Sheet]:
    """The empty table, and beside it what each column may say."""
    empty = _("empty for all")
    said: list[tuple[Cell, ...]] = [
        ("year", _("a year of four digits")),
        ("institution", _("its code in the register or your own word; empty for all")),
        *((name, "; ".join([", ".join(choices.values), empty])) for name, choices in CODES.items()),
        ("province", _("its ISO 3166-2 code, for example PY-11; empty for all")),
        ("number", _("how many officials, without points or commas")),
        ("source", _("where this can be read")),
    ]
    return [Sheet(SHEET, COLUMNS, ()), Sheet("help", (_("Column"), _("What it says")), tuple(said))]
