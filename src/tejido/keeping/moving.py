"""From one database into another: SQLite to PostgreSQL, or back.

One process reads the old database at one instant and writes the rows into a pipe; another one, with the settings of the
new database, puts them in, reads every table back and compares digests. All of it is done, or nothing.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, cast

from django.conf import settings
from django.db import connection

from tejido.config.environment import SQLITE_FILE, postgresql
from tejido.config.only_one import Busy, only_one
from tejido.config.preparation import MOVED, database_file
from tejido.config.turns import turn
from tejido.config.words import gettext as _
from tejido.ledger.audit import audit
from tejido.web import held
from tejido.web.one_instant import one_instant

from . import loading, places
from .backup import header_now
from .faults import NotDone
from .form import BadBackup, Header
from .reading import Source, parts
from .writing import Told, Written, write

SQLITE = "sqlite"
_DRAFT = ".moving"
_COMMAND = [sys.executable, "-m", "tejido.cli", "store-load"]


class ChildFailed(Exception):  # noqa: N818  # it names what is the case
    """The process that filled the new database said no, and has told why. `code` is what it ended with."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved, and where the old file is now, if it was one."""

    written: Written
    kept: Path | None


def move(to: str, *, at: datetime, told: Told) -> Moved:
    """Moves everything from the database of the settings into `to`: an address of PostgreSQL, or "sqlite". NotDone
    where the node is running or the new database is the old one; ChildFailed."""
    folder = Path(settings.DATA)
    _must_differ(to)
    with _resting(folder), _target(to, folder) as environment:
        written = _poured(environment, at, told)
        kept = _change_over(to, folder, at)
    return Moved(written, kept)


def _must_differ(to: str) -> None:
    is_file = connection.vendor == "sqlite"
    if (to == SQLITE) == is_file:
        raise NotDone("same_store", _("The data are in a database of this kind already. Nothing was changed."))
    if to != SQLITE:
        postgresql(to)  # a bad address is refused before anything is read


@contextmanager
def _resting(folder: Path) -> Iterator[None]:
    """Nobody has the clock, so no server runs; and whoever comes meanwhile only reads."""
    was = held.why()
    try:
        with turn(folder, "clock"), only_one(folder / "preparation.lock"):
            if not was:
                held.hold(held.Why.MOVING)
            try:
                yield
            finally:
                if not was:
                    held.let_go()
    except Busy as problem:
        sentence = _("The node in %(folder)s is running. Stop it, and move its data then.")
        raise NotDone("running", sentence % {"folder": folder}) from problem


@contextmanager
def _target(to: str, folder: Path) -> Iterator[dict[str, str]]:
    """The environment of the process that fills the new database. A new file is made in a folder of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    if to != SQLITE:
        yield environment | {"TEJIDO_DATA": str(folder), "DATABASE_URL": to}
        return
    if (folder / SQLITE_FILE).exists():
        sentence = _("There is a file %(file)s already. Put it away first; nothing was changed.")
        raise NotDone("database_not_empty", sentence % {"file": folder / SQLITE_FILE})
    draft = folder / _DRAFT
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir(mode=0o700)
        places.put_keys(draft, {"ledger": settings.LEDGER_KEY})
        (draft / SQLITE_FILE).touch(mode=0o600)
        yield environment | {"TEJIDO_DATA": str(draft), "DATABASE_URL": ""}
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _poured(environment: dict[str, str], at: datetime, told: Told) -> Written:
    process = subprocess.Popen(_COMMAND, env=environment, stdin=subprocess.PIPE)  # noqa: S603  # our own command
    written: Written | None = None
    try:
        with suppress(BrokenPipeError), closing(cast("IO[bytes]", process.stdin)) as pipe, one_instant():
            written = write(pipe, header_now(at), {}, signing_key=settings.LEDGER_KEY, told=told)
    finally:
        code = process.wait()
    if code or written is None:
        raise ChildFailed(code or 1)
    return written


def fill(source: Source) -> dict[str, Any]:
    """The other end of the pipe: fills the empty database of the settings, and says how many ledgers and lines it
    holds. BadBackup, NotDone."""
    loading.must_be_empty()
    stream = parts(source)
    header = next(stream)
    if not isinstance(header, Header):  # `parts` begins with it
        raise BadBackup("header")
    with loading.all_or_nothing():
        loading.load(header, stream, lambda _table: None)
        loading.bring_up_to_date()
        found = audit()
        if not found.ok:
            raise NotDone("ledger", _("The ledger does not hold. Run “tejido ledger verify” where it is now."))
    return {"ledgers": found.trees, "lines": found.lines}


def _change_over(to: str, folder: Path, at: datetime) -> Path | None:
    """The new file gets its name; the old one is put away, so that nobody serves it by mistake."""
    file = database_file()
    connection.close()
    if to == SQLITE:
        (folder / _DRAFT / SQLITE_FILE).replace(folder / SQLITE_FILE)
        (folder / MOVED).unlink(missing_ok=True)
        places.keep_names(folder)
        return None
    if file is None:  # a test's memory
        return None
    kept = folder / "backups" / f"before-moving-{at:%Y%m%d-%H%M%S}.sqlite3"
    kept.parent.mkdir(exist_ok=True, mode=0o700)
    (folder / MOVED).touch(mode=0o600)
    file.replace(kept)
    places.keep_names(folder)
    return kept
