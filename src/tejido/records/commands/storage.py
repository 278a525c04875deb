"""How completions are stored: the table, its partitions on PostgreSQL, and the fastest way into it of each database.

PostgreSQL: `records_completion` is partitioned by member and, within a member, by year of completion. A partition is
made when the first row for it comes, in the transaction of that row. The table has no rows that are in no partition.
"""

from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter
from typing import Any, cast

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from ..models import Completion, Sheet
from . import copying
from .blocks import Block

TABLE = "records_completion"
COLUMNS = (
    "id", "member_no", "space_no", "course_no", "cohort_no", "person", "day", "result", "score", "minutes",
    "institution_no", "cadre_no", "level_no", "sex_no", "province_no", "valid_until", "is_first", "is_last",
)  # fmt: skip  # in the order of the table
_NAMES = ", ".join(COLUMNS)
_PIECE = 5_000  # pseudonyms that are asked for at once; SQLite takes 32,766 values


def is_postgresql() -> bool:
    return connection.vendor == "postgresql"


def make_completions(editor: BaseDatabaseSchemaEditor, model: type[Completion] = Completion) -> None:
    """The table of completions: on PostgreSQL in partitions, whose key has to be in every unique one."""
    if editor.connection.vendor != "postgresql":
        editor.create_model(model)
        return
    sql, params = editor.table_sql(model)
    columns = str(sql).replace(" NOT NULL PRIMARY KEY", " NOT NULL", 1).rstrip().removesuffix(")")
    key = 'CONSTRAINT "records_completion_pkey" PRIMARY KEY ("id", "member_no", "day")'
    editor.execute(f"{columns}, {key}) PARTITION BY LIST (member_no)", params or None)
    editor.deferred_sql.extend(cast("Any", editor)._model_indexes_sql(model))  # noqa: SLF001  # as `create_model` does


def part_completions(editor: BaseDatabaseSchemaEditor) -> None:
    """In a database that was just made, the plain table that Django makes of the model gives way to the one in
    partitions."""
    if editor.connection.vendor == "postgresql":
        editor.delete_model(Completion)
        make_completions(editor)


def make_partitions(member_no: int, years: Collection[int]) -> None:
    """The partitions that these years need. Nothing to do on SQLite, and where they are there."""
    if not is_postgresql():
        return
    whole = f"{TABLE}_{int(member_no)}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE starts_with(tablename, %s)", [whole])
        there = {name for (name,) in cursor.fetchall()}
        wanted = {f"{whole}_{int(year)}": int(year) for year in years}
        if wanted.keys() <= there:
            return
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [TABLE])
        cursor.execute(
            f"CREATE TABLE IF NOT EXISTS {whole} PARTITION OF {TABLE} FOR VALUES IN ({int(member_no)})"
            " PARTITION BY RANGE (day)"
        )
        for name, year in wanted.items():
            cursor.execute(
                f"CREATE TABLE IF NOT EXISTS {name} PARTITION OF {whole}"
                f" FOR VALUES FROM ('{year}-01-01') TO ('{year + 1}-01-01')"
            )


def stems(block: Block) -> list[bytes] | None:
    """What can be made of rows before they are written; nothing on SQLite, which takes them as they are."""
    return copying.stems(block) if is_postgresql() else None


def insert(block: Block, made: Sequence[bytes] | None = None) -> None:
    """New completions, days in ISO 8601; `made` are their stems where they were made before. PostgreSQL takes them as
    they came, SQLite by person: there an index that is walked once for each chunk counts for more."""
    if is_postgresql():
        copying.copy_rows(TABLE, copying.stems(block) if made is None else made, block.marks)
    else:
        insert_rows(sorted(zip(*block.columns, strict=True), key=itemgetter(5)))


def insert_rows(rows: Sequence[tuple[Any, ...]]) -> None:
    """The same as tuples in the order of COLUMNS, by the statement that both databases know."""
    marks = ", ".join(["%s"] * len(COLUMNS))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {TABLE} ({_NAMES}) VALUES ({marks})", rows)  # noqa: S608 - our own names


def insert_sheets(space_no: int, sheets: Sequence[tuple[int, int, bytes]]) -> None:
    """Sheets as first, last, and what is sealed."""
    if is_postgresql():
        copying.copy_sheets([(space_no, *sheet) for sheet in sheets])
    else:
        made = (Sheet(space_no=space_no, first=first, last=last, sealed=sealed) for first, last, sealed in sheets)
        Sheet.objects.bulk_create(made)


def standing(member_no: int, space_no: int, course_no: int, persons: Sequence[bytes]) -> list[tuple[Any, ...]]:
    """The completions that these persons have in a course, as tuples in the order of COLUMNS."""
    where = f"SELECT {_NAMES} FROM {TABLE} WHERE member_no = %s AND space_no = %s AND course_no = %s AND person "  # noqa: S608 - our own names
    found: list[tuple[Any, ...]] = []
    with connection.cursor() as cursor:
        if is_postgresql():
            cursor.execute(where + "= ANY(%s)", [member_no, space_no, course_no, [*persons]])
            return [_read(row) for row in cursor.fetchall()]
        for start in range(0, len(persons), _PIECE):
            piece = persons[start : start + _PIECE]
            marks = ", ".join(["%s"] * len(piece))
            cursor.execute(f"{where}IN ({marks})", [member_no, space_no, course_no, *piece])
            found += map(_read, cursor.fetchall())
    return found


def of_batch(member_no: int, first: int, end: int, most: int) -> list[tuple[Any, ...]]:
    """At most `most` completions whose numbers lie from `first` to before `end`, in their order."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_NAMES} FROM {TABLE} WHERE member_no = %s AND id >= %s AND id < %s ORDER BY id LIMIT %s",  # noqa: S608 - our own names
            [member_no, first, end, most],
        )
        return [_read(row) for row in cursor.fetchall()]


def delete(member_no: int, first: int, last: int) -> None:
    """The completions from `first` to `last`."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {TABLE} WHERE member_no = %s AND id >= %s AND id <= %s",  # noqa: S608 - our own names
            [member_no, first, last],
        )


def set_flags(changes: Iterable[tuple[bool, bool, int, int, str]]) -> None:
    """`is_first` and `is_last` of completions: rows of both, the number, the member and the day."""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {TABLE} SET is_first = %s, is_last = %s WHERE id = %s AND member_no = %s AND day = %s",  # noqa: S608 - our own names
            [*changes],
        )


def _read(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row as it was given: days as text, the pseudonym as bytes."""
    made = [*row]
    made[5], made[6] = bytes(made[5]), str(made[6])
    made[15] = made[15] and str(made[15])
    return tuple(made)
