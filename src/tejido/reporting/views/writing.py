"""A table as a file, in the form that is asked for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.text import slugify

from tejido.formats.sheet import write_csv, write_xlsx
from tejido.formats.word.writing import MEDIA_TYPE as WORD
from tejido.formats.word.writing import write as write_word
from tejido.mechanisms.commands.writing import File

from ..names import Format
from ..papers import report_paper
from ..sheets import json_of, sheet_of
from .loading import CSV, XLSX

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Selection
    from ..queries.tables import Built

__all__ = ["File", "written"]


def written(row: Selection, title: str, built: Built, ending: str, at: datetime) -> File:
    """The table under the name of the report. `title` is what the table is called, in its language."""
    name = f"{slugify(row.name) or 'report'}-{built.wish.language}.{ending}"
    match Format(ending):
        case Format.DOCX:
            return File(name, WORD, write_word(report_paper(row, title, built, at)))
        case Format.XLSX:
            return File(name, XLSX, write_xlsx([sheet_of(built, title)]))
        case Format.CSV:
            return File(name, CSV, write_csv(sheet_of(built, title)))
    about = {"report": row.name, "member": row.member.code, "destination": row.destination, "table": title}
    return File(name, "application/json", json_of(built, about, at))
