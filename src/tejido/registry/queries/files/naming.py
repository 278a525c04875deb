"""Which table of the register a sheet is."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from tejido.formats.sheet import Sheet

from ...names import Fault
from .columns import TABLES, Table, Wrong

_HEADINGS = frozenset(heading for table in TABLES.values() for heading in table.header)


def named_after(file: str, sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """A CSV file has no name inside; it is called like the table where it was exported: "seats.csv"."""
    stem = PurePath(file).stem
    return tuple(replace(sheet, name=stem) if not sheet.name and stem in TABLES else sheet for sheet in sheets)


def table_of(sheet: Sheet) -> Table:
    """The table by the sheet's name, or the one that its columns fit. Wrong where none or several do, and where the
    columns are missing by which its rows are known."""
    found = TABLES.get(sheet.name) or _by_columns(sheet.header)
    if missing := _missing(found, sheet.header):
        raise Wrong(Fault.NO_COLUMN, column=missing)
    return found


def _by_columns(header: tuple[str, ...]) -> Table:
    """All columns of an export tell its table; some of them only where no other table has the same."""
    said = _HEADINGS.intersection(header)
    fitting = [table for table in TABLES.values() if said <= set(table.header) and not _missing(table, header)]
    whole = [table for table in fitting if said == set(table.header)]
    if len(whole or fitting) > 1:
        raise Wrong(Fault.MANY_TABLES, allowed=", ".join(table.name for table in fitting))
    if not fitting:
        raise Wrong(Fault.NO_TABLE)
    return (whole or fitting)[0]


def _missing(table: Table, header: tuple[str, ...]) -> str:
    """The first column that is missing to know its rows by: those that have a key need nothing else."""
    if "key" in table.known_by and "key" in header:
        return ""
    return next((name for name in table.known_by if name != "key" and name not in header), "")
