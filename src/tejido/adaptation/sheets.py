"""The matrix as tables: the cells, and every departure with its reason."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from tejido.formats.sheet import Cell, Sheet
from tejido.web.languages import in_my_language

from .names import Kind
from .queries import Cell as Treated
from .queries import Column, Matrix, Row
from .words import heading_words, unshown_words


def matrix_sheet(found: Matrix, rows: Sequence[Row], language: str) -> Sheet:
    """A row a section, a column a member; in words, so that it reads without colours. What only the reader's own seats
    see of a version is said to be so."""
    header = [_("Section"), _("Title"), *(_head(column) for column in found.columns)]
    body = [_line(found, row, language) for row in rows]
    return Sheet("matrix", tuple(header), tuple(body))


def _head(column: Column) -> str:
    return f"{column.code} ({unshown_words()})" if column.unshown.whole else column.code


def _line(found: Matrix, row: Row, language: str) -> tuple[Cell, ...]:
    cells = zip(found.columns, found.cells(row), strict=True)
    return row.section.number, _row_title(row, language), *(_cell(column, cell) for column, cell in cells)


def _row_title(row: Row, language: str) -> str:
    return heading_words(row.section.heading, language) if row.section.heading else ""


def _cell(column: Column, cell: Treated) -> str:
    if column.account is None:
        return str(cell.state.label)
    said = [_("changed in a newer edition")] if cell.is_stale else []
    if cell.is_unshown and not column.unshown.whole:  # the head of the column says it of the whole
        said.append(unshown_words())
    return f"{cell.state.label} ({', '.join(said)})" if said else str(cell.state.label)


def departures_sheet(found: Matrix, rows: Sequence[Row], language: str) -> Sheet:
    """Every departure of every version that the reader may see, with the reason that holds and who approved it; where
    all sections are asked for, also those in sections that the newest edition has no more."""
    header = (
        _("Member"), _("Section"), _("Title"), _("Passage"), _("What was done"), _("Reason"), _("Approved by"),
        _("To others"),
    )  # fmt: skip  # one row of a table, read as one
    lines: list[tuple[Cell, ...]] = []
    for column in found.columns:
        for row in rows:
            lines += _lines(column, row.id, row.section.number, _row_title(row, language))
        for section in _gone(found, column) if len(rows) == len(found.rows) else ():
            lines += _lines(column, section, "", _("(not in the newest edition)"))
    return Sheet("departures", header, tuple(lines))


def _gone(found: Matrix, column: Column) -> list[str]:
    standing = {row.id for row in found.rows}
    return [section for section in (column.account.by_section if column.account else ()) if section not in standing]


def _lines(column: Column, section: str, number: str, title: str) -> list[tuple[Cell, ...]]:
    if column.account is None or column.reasons is None:
        return []
    found: list[tuple[Cell, ...]] = []
    for told in column.account.by_section.get(section, ()):
        kind = Kind.DEROGATED if told.id in column.core else Kind(told.state)
        reason = column.reasons.holding.get(told.id)
        found.append((
            in_my_language(column.name) or column.code, number, title, told.id,
            str(kind.label), reason.reason if reason else "", reason.approved_office if reason else "",
            unshown_words() if column.unshown.is_kept(told.id) else _("is shown"),
        ))  # fmt: skip  # one row of a table, read as one
    return found
