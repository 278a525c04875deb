"""Rows into an empty database: tables as they were when the rows were written, the rows, then the steps since."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from typing import Any, cast

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from tejido.config.making import make_tables
from tejido.config.words import gettext as _
from tejido.records.commands.storage import make_partitions
from tejido.search.commands import index_everything
from tejido.web.one_instant import one_instant

from . import cells
from .faults import NotDone
from .form import BadBackup, Header
from .reading import Begin, Part, Rows, Whole
from .tables import Table
from .writing import digests_of

Told = Callable[[str], object]


def must_be_known(header: Header) -> None:
    """NotDone where a newer version wrote the rows."""
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    newer = [f"{app}.{name}" for app, name in header.migrations if (app, name) not in known]
    if newer:
        sentence = _("Tejido %(version)s wrote this, which is newer than this program. Install that version.")
        raise NotDone("newer", sentence % {"version": header.program})


def must_be_empty() -> None:
    """NotDone where the database has tables."""
    if connection.introspection.table_names():
        raise NotDone("database_not_empty", _("The database is not empty. Name an empty one; nothing was changed."))


def all_or_nothing() -> AbstractContextManager[object]:
    """On PostgreSQL one transaction holds tables and rows. On SQLite the file gets its name when it is whole, and
    Django changes no tables inside a transaction."""
    return transaction.atomic() if connection.vendor == "postgresql" else nullcontext()


def load(header: Header, parts: Iterable[Part], told: Told) -> None:
    """Makes the tables, puts in the rows, and reads them back: BadBackup where the database holds anything else than
    what was written."""
    _make_tables(header)
    with transaction.atomic():
        wanted = _insert(parts, told)
        connection.check_constraints()
    compare(header, wanted)


def compare(header: Header, wanted: Mapping[str, tuple[int, str]]) -> None:
    """BadBackup where a table holds other rows than those of these counts and digests."""
    with one_instant():
        found = digests_of(header)
    for table, (rows, digest) in wanted.items():
        if found[table] != (rows, digest):
            raise BadBackup("differs", table)


def bring_up_to_date() -> None:
    """The steps that came after the version that wrote the rows, and what is made of them."""
    if not _is_current(MigrationLoader(connection).applied_migrations.keys()):
        call_command("migrate", interactive=False, verbosity=0)
    _set_sequences()
    index_everything()


def _make_tables(header: Header) -> None:
    """The tables as they were when the rows were written: by the migrations that had been applied then."""
    if _is_current(header.migrations):
        make_tables()
        return
    executor, wanted = MigrationExecutor(connection), set(header.migrations)
    whole = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    plan = [(step, False) for step, _backwards in whole if (step.app_label, step.name) in wanted]
    executor.migrate(None, plan=plan)
    call_command("createcachetable", verbosity=0)


def _is_current(migrations: Iterable[tuple[str, str]]) -> bool:
    return set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations) <= set(migrations)


def _insert(parts: Iterable[Part], told: Told) -> dict[str, tuple[int, str]]:
    """Rows and digests of each table, as the file has them."""
    found = {}
    for part in parts:
        match part:
            case Begin():
                _empty(part.table)
                told(part.table.name)
            case Rows():
                _insert_rows(part.table, part.rows)
            case Whole():
                found[part.table.name] = part.rows, part.digest
    return found


def _empty(table: Table) -> None:
    """What migrations have put into a new table is in the file as well, as it stood later."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {connection.ops.quote_name(table.name)}")  # noqa: S608  # a name that `form` has checked


def _insert_rows(table: Table, rows: Sequence[list[Any]]) -> None:
    for place, column in enumerate(table.columns):
        if (change := cells.into(column.kind)) is not None:
            for row in rows:
                row[place] = row[place] if row[place] is None else change(row[place])
    named = ", ".join(connection.ops.quote_name(column.name) for column in table.columns)
    into = f"{connection.ops.quote_name(table.name)} ({named})"
    if connection.vendor == "postgresql":
        _copy(table, into, rows)
        return
    marks = ", ".join("?" * len(table.columns))
    connection.ensure_connection()
    connection.connection.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608  # as above


def _copy(table: Table, into: str, rows: Sequence[list[Any]]) -> None:
    if table.name == "records_completion":
        _make_partitions(table, rows)
    with connection.cursor() as cursor, cast("Any", cursor).copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _make_partitions(table: Table, rows: Sequence[list[Any]]) -> None:
    names = [column.name for column in table.columns]
    member, day = names.index("member_no"), names.index("day")
    years: dict[int, set[int]] = {}
    for row in rows:
        years.setdefault(row[member], set()).add(date.fromisoformat(row[day]).year)
    for number, several in years.items():
        make_partitions(number, several)


def _set_sequences() -> None:
    """Numbers that the database gives begin behind those that are there."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True)):
            cursor.execute(statement)
