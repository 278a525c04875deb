"""tejido migrate-store: from SQLite to PostgreSQL, or back."""

import sys
from typing import Annotated

import typer

from tejido.config.environment import data_folder
from tejido.config.words import gettext as _

from .console import answer, progress
from .faults import Fault
from .house import now, open_house, set_up
from .options import Data, Json, examples, option

HELP = _(
    "Moves everything from the database that the settings name into another one, which is empty: from SQLite to "
    "PostgreSQL, or back with “sqlite”. Stop the node first.\n\n"
    "Every table is read back from the new database and compared with the old one, row by row in one order, and the "
    "ledger is recomputed. All of it is done, or nothing."
)
EXAMPLES = examples(
    "tejido migrate-store --to postgresql://tejido@127.0.0.1:5432/tejido --data /srv/tejido",
    "DATABASE_URL=postgresql://… tejido migrate-store --to sqlite --data /srv/tejido",
)
_TO = _("An address like that of DATABASE_URL, or the word sqlite.")
To = Annotated[str, option("--to", "URL", _TO)]


def migrate_store(to: To, data: Data = None, json: Json = False) -> None:
    folder = open_house(data)
    from tejido.keeping.moving import SQLITE, ChildFailed, move

    try:
        with progress() as show:
            moved = move(to, at=now(), told=lambda _table, done, total: show(_("Moving"), done, total))
    except ChildFailed as problem:
        raise typer.Exit(problem.code) from problem
    rows, tables = moved.written.rows, len(moved.written.tables)
    told = {"rows": rows, "tables": tables, "sha256": moved.written.digest, "kept": str(moved.kept or "")}
    said = [_("%(rows)s rows of %(tables)s tables are the same in both databases.") % told]
    if moved.kept:
        said.append(_("The old file is %(kept)s now.") % told)
    if to == SQLITE:
        sentence = _("Take DATABASE_URL out of the settings: the file in %(folder)s is served without it.")
        said.append(sentence % {"folder": folder})
    else:
        said.append(_("Set DATABASE_URL to the new address before you start the node."))
    answer(told, "\n".join(said), as_json=json)


def store_load() -> None:
    """The other end: rows come in by standard input."""
    set_up()
    from tejido.keeping.form import BadBackup
    from tejido.keeping.moving import fill

    try:
        fill(sys.stdin.buffer)
    except BadBackup as problem:
        sentence = _("The rows did not arrive as they were sent (%(where)s). Nothing was changed in %(folder)s.")
        values = {"where": problem.where or problem.code, "folder": data_folder()}
        raise Fault(sentence % values, problem.code) from problem
