"""One question to two databases: both have rows whose terms hold one of each group, and return the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connections, router

from ..models import Entry

Groups = Sequence[Sequence["Term"]]


@dataclass(frozen=True, slots=True)
class Term:
    """A term that a row must hold, or begin with."""

    word: str
    is_prefix: bool = False


def matching(groups: Groups, limit: int) -> list[int]:
    """The newest rows that hold at least one term of every group: those with the highest numbers, which begin with a
    moment. At most `limit`. One query."""
    if not groups or not all(groups):
        return []
    connection = connections[router.db_for_read(Entry)]
    sql, question = _postgresql(groups) if connection.vendor == "postgresql" else _sqlite(groups)
    with connection.cursor() as cursor:
        cursor.execute(sql, [question, limit])
        return [row[0] for row in cursor.fetchall()]


def _sqlite(groups: Groups) -> tuple[str, str]:
    sql = "SELECT rowid FROM search_index WHERE search_index MATCH %s ORDER BY rowid DESC LIMIT %s"
    return sql, " AND ".join(f"({' OR '.join(_fts5(term) for term in group)})" for group in groups)


def _fts5(term: Term) -> str:
    return f'"{term.word}"*' if term.is_prefix else f'"{term.word}"'


def _postgresql(groups: Groups) -> tuple[str, str]:
    sql = "SELECT id FROM search_entry WHERE vector @@ %s::tsquery ORDER BY id DESC LIMIT %s"
    return sql, " & ".join(f"({' | '.join(_tsquery(term) for term in group)})" for group in groups)


def _tsquery(term: Term) -> str:
    return f"'{term.word}':*" if term.is_prefix else f"'{term.word}'"
