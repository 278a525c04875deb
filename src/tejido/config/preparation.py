"""Makes a data folder ready: the database as this version needs it, the static files as this version has them.

Whatever is done here is done by one process at a time, and doing it again changes nothing. Needs Django set up, except
for the two functions about the folder.
"""

import hashlib
import os
import pkgutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .only_one import Busy, only_one
from .words import gettext as _

PATIENCE = 600.0  # seconds that a process waits while another one prepares the same folder
RESTORING = "restoring"  # a file in a data folder whose database has not yet said yes to what was put back
MOVED = "moved"  # a file in a data folder whose rows were moved from its own database to PostgreSQL
ADVISORY_LOCK = 0x7E71D0  # the number that nodes on one PostgreSQL database agree on

Say = Callable[[str], None]


class NotReady(Exception):  # noqa: N818  # it names what is the case
    """The house cannot be opened. str() is one sentence for whoever operates it."""


def make_folder(folder: Path) -> None:
    """The data folder exists, is its owner's alone where it is made here, and can be written to. NotReady otherwise."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as problem:
        raise _unwritable(folder, problem) from problem
    check_folder(folder)


def check_folder(folder: Path) -> None:
    """The folder can be written to. NotReady otherwise."""
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".writable-"):
            pass
    except OSError as problem:
        raise _unwritable(folder, problem) from problem


def _unwritable(folder: Path, problem: OSError) -> NotReady:
    sentence = _("The data folder %(folder)s cannot be written to (%(why)s). Choose another one with --data.")
    return NotReady(sentence % {"folder": folder, "why": problem.strerror})


def prepare(folder: Path, say: Say) -> None:
    """Applies what the database waits for. `say` is told what is being done, if anything is."""
    file = database_file()
    if file and not file.exists():
        if (folder / MOVED).exists():
            raise NotReady(_("The data of this folder were moved to PostgreSQL. Set DATABASE_URL to its address."))
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))  # its journal files take over who may read it
    with database_faults():
        _must_be_restored(folder)
        waiting = pending()
        if not waiting:
            return
        with _alone(folder / "preparation.lock"):
            waiting = pending()
            if waiting:
                _migrate(folder, len(waiting), say)


def _must_be_restored(folder: Path) -> None:
    """NotReady where restoring was interrupted before the database on PostgreSQL said yes."""
    from django.db import connection

    if not (folder / RESTORING).exists():
        return
    if not connection.introspection.table_names():
        raise NotReady(_("Restoring was interrupted here. Run “tejido restore” again; nothing was put back yet."))
    (folder / RESTORING).unlink()


def pending() -> list[str]:
    """The migrations that the database waits for. NotReady where it is newer than this version of Tejido."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    if _has_every_step():
        return []
    executor = MigrationExecutor(connection)
    known = executor.loader.disk_migrations
    ours = {app for app, _ in known}
    newer = [key for key in executor.loader.applied_migrations if key[0] in ours and key not in known]
    if newer:
        raise NotReady(_("A newer version of Tejido wrote this data. Install that version; nothing was changed."))
    return [f"{m.app_label}.{m.name}" for m, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def _has_every_step() -> bool:
    """Whether the database names the same migrations as the disk: then none of them need be loaded, which takes longer
    than all else that is done here."""
    from django.apps import apps
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    folders = {app.label: str(Path(app.path) / "migrations") for app in apps.get_app_configs()}
    on_disk = {
        (label, found.name)
        for label, folder in folders.items()
        for found in pkgutil.iter_modules([folder])
        if not found.ispkg and found.name[0] not in "_~"
    }
    return on_disk == {key for key in MigrationRecorder(connection).applied_migrations() if key[0] in folders}


@contextmanager
def database_faults() -> Iterator[None]:
    """A database that cannot be used becomes one sentence. psycopg names host and user, never the password."""
    from django.conf import settings
    from django.db import DatabaseError, InterfaceError

    try:
        yield
    except (DatabaseError, InterfaceError) as problem:
        why = str(problem).strip().splitlines()[0] if str(problem).strip() else type(problem).__name__
        if database_file() is None:
            sentence = _("The database that DATABASE_URL names cannot be used: %(why)s.")
            raise NotReady(sentence % {"why": why.rstrip(".")}) from problem
        sentence = _("The database %(file)s cannot be used: %(why)s.")
        raise NotReady(sentence % {"file": settings.DATABASES["default"]["NAME"], "why": why}) from problem


def database_file() -> Path | None:
    """The file of the database, or None where PostgreSQL keeps it, or a test's memory."""
    from django.db import connection

    if connection.vendor != "sqlite" or connection.is_in_memory_db():  # type: ignore[attr-defined]  # SQLite's own
        return None
    return Path(connection.settings_dict["NAME"])


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """No other process of this node, and no other node on the same PostgreSQL database, prepares at the same time."""
    from django.db import connection

    try:
        with only_one(lock, wait=PATIENCE):
            if connection.vendor != "postgresql":
                yield
                return
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_lock(%s)", [ADVISORY_LOCK])
                try:
                    yield
                finally:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", [ADVISORY_LOCK])
    except Busy as problem:
        sentence = _("Another process has been preparing %(folder)s for ten minutes. Look at it before you try again.")
        raise NotReady(sentence % {"folder": lock.parent}) from problem


def _migrate(folder: Path, count: int, say: Say) -> None:
    from django.core.management import call_command
    from django.db import connection

    from .making import make_tables

    file, is_empty = database_file(), not connection.introspection.table_names()
    if file and not is_empty:
        copy = folder / "backups" / f"before-update-{datetime.now(UTC):%Y%m%d-%H%M%S}.sqlite3"
        say(_("Copying the database to %(copy)s before it is changed…") % {"copy": copy})
        copy_database(file, copy)
    if is_empty:
        say(_("Making the database…"))
        make_tables()
    else:
        say(_("Preparing the database (%(count)s steps)…") % {"count": count})
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    _fill_index()


def _fill_index() -> None:
    """An update may bring an index that is empty, or made otherwise."""
    from tejido.search.commands import index_everything

    index_everything()


def copy_database(source: Path, copy: Path) -> None:
    """A consistent copy, also while others write. It appears under its name only when it is whole."""
    copy.parent.mkdir(exist_ok=True, mode=0o700)
    draft = copy.with_suffix(".part")
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_CREAT | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(draft)) as new:
        old.backup(new)
    draft.replace(copy)


def collect_static(folder: Path, say: Say) -> None:
    """Puts the static files where the server looks for them, unless those of this version are there already."""
    stamp, wanted = folder / "static.stamp", _fingerprint()
    if _read(stamp) == wanted:
        return
    from django.core.management import call_command

    with _alone(folder / "preparation.lock"):
        if _read(stamp) != wanted:
            say(_("Collecting the static files…"))
            # Without `clear` a file would stay as it was where the new one is dated earlier than the last collection.
            call_command("collectstatic", clear=True, interactive=False, verbosity=0)
            stamp.write_text(wanted, encoding="ascii")


def _read(stamp: Path) -> str:
    return stamp.read_text(encoding="ascii") if stamp.exists() else ""


def _fingerprint() -> str:
    """Changes when a static file of any app does: the names, sizes and times of all of them."""
    digest = hashlib.sha256()
    for name, path in sorted(_sources()):
        found = path.stat()
        digest.update(f"{name}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _sources() -> Iterator[tuple[str, Path]]:
    from django.contrib.staticfiles import finders

    for finder in finders.get_finders():
        found: Any = finder.list([])
        for name, storage in found:
            yield name, Path(storage.path(name))
