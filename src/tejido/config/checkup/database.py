"""The database: it can be reached, it is whole, and it is the one that this version needs."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ..preparation import NotReady, database_faults, database_file, pending
from ..words import gettext as _
from ..words import ngettext
from .finding import Finding


def of_database() -> Iterator[Finding]:
    """What is wrong with the database. A blocking finding where nothing in it can be read."""
    file = database_file()
    if file is not None and not file.exists():
        sentence = _("There is no database in %(folder)s yet.") % {"folder": file.parent}
        yield Finding("no_database", sentence, _("“tejido init” or “tejido demo” makes it."), is_blocking=True)
        return
    try:
        with database_faults():
            waiting = pending()
    except NotReady as problem:
        remedy = _("Correct DATABASE_URL or start the database; SQLite's copies are in the folder “backups”.")
        yield Finding("database_unusable", str(problem), remedy, is_blocking=True)
        return
    yield from _waiting(len(waiting))
    if file is not None:
        yield from _of_sqlite(file)


def _waiting(count: int) -> Iterator[Finding]:
    if count:
        sentence = ngettext(
            "The database waits for %(count)s change of this version.",
            "The database waits for %(count)s changes of this version.",
            count,
        )
        remedy = _("“tejido serve” makes a copy and applies them.")
        yield Finding("database_behind", sentence % {"count": count}, remedy, is_blocking=True)


def _of_sqlite(file: Path) -> Iterator[Finding]:
    """Its own check of itself, and the journal that lets readers work beside the writer."""
    from django.db import connection

    with closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        said = cursor.fetchone()[0]
        cursor.execute("PRAGMA journal_mode")
        journal = cursor.fetchone()[0]
    if said != "ok":
        sentence = _("The database %(file)s is damaged: %(why)s.") % {"file": file, "why": said}
        yield Finding("database_damaged", sentence, _("Stop the server and put back a copy."), is_blocking=True)
    if journal != "wal":
        sentence = _("The disk of %(file)s does not let several people write at once.") % {"file": file}
        yield Finding("no_wal", sentence, _("Put the data folder on a disk of this machine, not on a network drive."))
