"""Tables as files of people's own programs, and rows that were not taken, to be mended."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from tejido.formats.sheet import Sheet

from .names import Field
from .queries.tables import Built
from .words import not_reported

VERSION = 1  # of the JSON; a field that is added changes nothing, one that means something else does


def sheet_of(built: Built, name: str) -> Sheet:
    """The table with its headings. What is not reported says so."""
    gap = not_reported(built.wish.language)
    rows = tuple(tuple(cell or gap for cell in row.cells) for row in built.rows)
    return Sheet(name, built.headings, rows)


def json_of(built: Built, about: dict[str, Any], at: datetime) -> bytes:
    """The table for programs: the columns by their codes, and null for what is not reported."""
    codes = [str(column.field) for column in built.wish.columns]
    said = {
        "version": VERSION,
        "made_at": at.isoformat(),
        **about,
        "rows_are": str(built.wish.rows),
        "language": built.wish.language,
        "period": {name: _day(getattr(built.wish, name)) for name in ("since", "until")},
        "columns": [{"code": code, "heading": heading} for code, heading in zip(codes, built.headings, strict=True)],
        "rows": [
            {"key": row.key, "values": {code: cell or None for code, cell in zip(codes, row.cells, strict=True)}}
            for row in built.rows
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def faults_sheet(header: Sequence[str], rows: Iterable[tuple[int, str, Sequence[Any]]]) -> Sheet:
    """The rows that were not taken as they stood in the file, with their number and what is wrong. Mended, it can be
    handed in again: the two columns in front mean nothing then."""
    width = len(header)
    said = tuple((number, why, *_as_wide(cells, width)) for number, why, cells in rows)
    return Sheet("rows", (_("Row of the file"), _("What is wrong"), *header), said)


def _as_wide(cells: Sequence[Any], width: int) -> tuple[Any, ...]:
    return (*cells[:width], *(None,) * (width - len(cells)))


def model_sheet() -> Sheet:
    """An empty table with every column that is understood, in the reader's language."""
    left_out = {Field.SORT, Field.ADDRESSEE, Field.TEXT}
    return Sheet("recommendations", tuple(str(field.label) for field in Field if field not in left_out), ())
