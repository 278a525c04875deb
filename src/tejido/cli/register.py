"""tejido register: the register in files, taken away and brought back as a list of changes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from tejido.config.words import gettext as _
from tejido.config.words import ngettext

from .console import answer, say, table
from .faults import NO, Fault, misused
from .files import read, write_all
from .house import now, open_house
from .options import Data, Json, argument, examples, flag, option

app = typer.Typer(
    no_args_is_help=True, help=_("The register in files: take it away, and see or apply what a file changes.")
)

Out = Annotated[Path, argument("FILE", _("The file to write: .xlsx for all tables, .csv for one."))]
TableName = Annotated[str, option("--table", "NAME", _("The table for a .csv file. Default: the name of the file."))]
In = Annotated[Path, argument("FILE", _("An Excel workbook (.xlsx) or a CSV file, as it was exported."))]
Apply = Annotated[bool, flag("--apply", _("Apply the file: all of it as one act, or nothing."))]
Reason = Annotated[str, option("--reason", "TEXT", _("Why. It stays beside the old value. Default: the file's name."))]

_STATES = ("refused", "new", "changed")


@app.command(
    help=_(
        "Writes the register into a file: every table into a workbook (.xlsx), or one table as .csv.\n\n"
        "Names of holders, and what a member has set for later, are not in it."
    ),
    epilog=examples("tejido register export register.xlsx", "tejido register export seats.csv"),
)
def export(file: Out, table: TableName = "", data: Data = None, json: Json = False) -> None:
    ending, wanted = file.suffix.lower(), table or file.stem
    if ending not in {".xlsx", ".csv"}:
        raise misused(_("“%(file)s” ends neither in .xlsx nor in .csv.") % {"file": file.name})
    open_house(data)
    from tejido.formats.sheet import write_csv, write_xlsx
    from tejido.ledger.actors import CONSOLE
    from tejido.registry.queries import sheets_of

    sheets = {sheet.name: sheet for sheet in sheets_of(CONSOLE, now())}
    if ending == ".csv" and wanted not in sheets:
        sentence = _("There is no table “%(name)s”. --table says which: %(names)s.")
        raise misused(sentence % {"name": wanted, "names": ", ".join(sheets)}, "unknown_table")
    chosen = [*sheets.values()] if ending == ".xlsx" else [sheets[wanted]]
    raw = write_xlsx(chosen) if ending == ".xlsx" else write_csv(chosen[0])
    (place,) = write_all(file.parent, {file.name: raw})
    rows = {sheet.name: len(sheet.rows) for sheet in chosen}
    answer({"file": str(place), "rows": rows}, str(place), as_json=json)


@app.command(
    "import",
    help=_(
        "Shows what a file would change in the register, row by row, and changes nothing.\n\n"
        "With --apply all of it is applied as one act, unless a row is refused. New sectors, members and mandates do "
        "not enter by a file."
    ),
    epilog=examples(
        "tejido register import register.xlsx",
        "tejido register import institutions.csv --apply --reason 'Decreto 12/2026'",
    ),
)
def import_(file: In, apply: Apply = False, reason: Reason = "", data: Data = None, json: Json = False) -> None:
    raw = read(file)
    open_house(data)
    sheets = _sheets_in(raw, file.name)
    from tejido.ledger.actors import CONSOLE
    from tejido.registry.queries import compare

    at = now()
    plan = compare(CONSOLE, sheets, at)
    may_apply = apply and not plan.of("refused") and bool(plan.of("new") or plan.of("changed"))
    if may_apply:
        from tejido.registry.commands import apply_file

        why = reason or _("From the file %(file)s") % {"file": file.name}
        apply_file(actor=CONSOLE, name=file.name, sheets=sheets, seen=plan.digest, reason=why[:300], at=at)
    answer({**describe(plan), "applied": may_apply}, _shown(plan), as_json=json)
    _conclude(plan, apply=apply, is_applied=may_apply)


def _sheets_in(raw: bytes, name: str) -> Sequence[Any]:
    from tejido.formats.child import parse_sheets
    from tejido.registry.queries import named_after, network

    if network() is None:
        raise Fault(_("There is no network here. “tejido init” founds one."), "no_network")
    sheets = named_after(name, parse_sheets(raw, name=name))
    if not sheets:
        raise Fault(_("There is no table in this file."), "no_table")
    return sheets


def describe(plan: Any) -> dict[str, Any]:
    """What a file changes, as plain data: the rows that stay as they are only counted."""
    changes = [
        {
            "state": change.state,
            "table": change.table,
            "row": change.number,
            "what": change.label,
            "column": change.column,
            "problem": change.problem,
            "fields": [{"column": column, "old": old, "new": new} for column, old, new in change.fields],
        }
        for state in _STATES
        for change in plan.of(state)
    ]
    return {"changes": changes, "unchanged": len(plan.of("unchanged"))}


def _shown(plan: Any) -> str:
    """One line for each cell that changes, and for each row that is refused; those first."""
    lines = [line for state in _STATES for change in plan.of(state) for line in _lines(change)]
    if not lines:
        return _("Nothing would change: the register says what this file says.")
    return table([_("Result"), _("Table"), _("Row"), _("What"), _("Column"), _("Before → after")], lines)


def _lines(change: Any) -> list[list[object]]:
    words = {"refused": _("Refused"), "new": _("New"), "changed": _("Changed")}
    start = [words[change.state], change.table, change.number, change.label]
    if change.problem:
        return [[*start, change.column, change.problem]]
    return [[*start, column, f"{old or '—'} → {new or '—'}"] for column, old, new in change.fields]


def _conclude(plan: Any, *, apply: bool, is_applied: bool) -> None:
    """What happened, for people; and exit code 1 where the file cannot be applied."""
    refused, moved = len(plan.of("refused")), len(plan.of("new")) + len(plan.of("changed"))
    if refused:
        sentence = ngettext(
            "%(count)s row is refused, so nothing of this file can be applied. Mend it and try again.",
            "%(count)s rows are refused, so nothing of this file can be applied. Mend them and try again.",
            refused,
        )
        say(sentence % {"count": refused})
        raise typer.Exit(NO)
    if is_applied:
        sentence = ngettext("Applied: %(count)s row.", "Applied: %(count)s rows.", moved)
        say(sentence % {"count": moved})
    elif moved and not apply:
        say(_("Nothing was changed yet. --apply applies the file."))
