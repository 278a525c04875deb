"""What the database and the disk say of how the node runs: numbers without a key, a name or a space."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from tejido.certificates.queries import open_issues
from tejido.ledger.queries import lines_in_all, newest_head, newest_line
from tejido.lti.queries import scores_waiting
from tejido.people.queries import letters_in, oldest_letter
from tejido.records.queries import files_waiting
from tejido.running.queries import pulses

from ..preparation import database_file
from ..routing import REPLICA, replica
from .writing import Family

Samples = list[tuple[dict[str, str], float]]


def families() -> Iterator[Family]:
    """Each is one or two queries, whatever the size of the network."""
    at = timezone.now()
    yield Family("tejido_build_info", "gauge", "The version that runs.", [({"version": version("tejido")}, 1)])
    yield from _queues(at)
    yield from _work()
    yield from _ledger()
    yield from _database()
    yield from _replica()
    free = shutil.disk_usage(settings.DATA).free
    yield Family("tejido_disk_free_bytes", "gauge", "Left on the disk of the data folder.", [({}, free)])


def _queues(at: datetime) -> Iterator[Family]:
    letters: Samples = [({"state": state}, count) for state, count in letters_in(at).items()]
    yield Family("tejido_letters", "gauge", "Letters that have not left, by what they wait for.", letters)
    oldest = oldest_letter(at)
    age = (at - oldest).total_seconds() if oldest else 0.0
    yield Family("tejido_letter_oldest_seconds", "gauge", "Age of the letter that should have left first.", [({}, age)])
    waiting: Samples = [
        ({"work": "files"}, files_waiting()),
        ({"work": "certificates"}, len(open_issues())),
        ({"work": "results"}, scores_waiting()),
    ]
    yield Family("tejido_work_waiting", "gauge", "Long work that was asked for and is not done.", waiting)


def _work() -> Iterator[Family]:
    rows = pulses()
    begun: Samples = [({"work": row.work}, row.at.timestamp()) for row in rows]
    done: Samples = [({"work": row.work}, row.done_at.timestamp()) for row in rows if row.done_at]
    yield Family("tejido_work_begun_timestamp_seconds", "gauge", "When work was last begun.", begun)
    yield Family("tejido_work_done_timestamp_seconds", "gauge", "When work last succeeded.", done)
    yield Family(
        "tejido_work_seconds", "gauge", "How long it took the last time.", [({"work": r.work}, r.seconds) for r in rows]
    )
    failures: Samples = [({"work": row.work}, row.failures) for row in rows]
    yield Family("tejido_work_failures", "gauge", "Failures since it last succeeded.", failures)


def _ledger() -> Iterator[Family]:
    yield Family("tejido_ledger_lines", "gauge", "Lines of all ledgers together.", [({}, lines_in_all())])
    last: Samples = [
        ({"what": what}, at.timestamp()) for what, at in (("line", newest_line()), ("head", newest_head())) if at
    ]
    yield Family("tejido_ledger_last_timestamp_seconds", "gauge", "When the last line and head were made.", last)


def _database() -> Iterator[Family]:
    name, help_ = "tejido_database", "The database: sizes in bytes, and counts."
    facts = _postgresql() if connection.vendor == "postgresql" else _sqlite()
    yield Family(name, "gauge", help_, [({"kind": connection.vendor, "what": what}, value) for what, value in facts])


def _replica() -> Iterator[Family]:
    if REPLICA in settings.DATABASES:
        state = replica.state()
        yield Family("tejido_replica_up", "gauge", "Whether pages are read from the replica.", [({}, state.is_fit)])
        lag: Samples = [({}, state.lag)] if state.lag is not None else []
        yield Family("tejido_replica_lag_seconds", "gauge", "How far the replica is behind, where it knows.", lag)


def _sqlite() -> Iterator[tuple[str, float]]:
    file = database_file()
    for what in ("page_count", "page_size", "freelist_count"):
        yield what, _one(f"PRAGMA {what}")
    if file is not None:
        yield "journal_bytes", _size(Path(f"{file}-wal"))


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _postgresql() -> Iterator[tuple[str, float]]:
    yield "bytes", _one("SELECT pg_database_size(current_database())")
    yield "connections", _one("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
    yield "connections_most", _one("SELECT current_setting('max_connections')::int")
    yield "replicas", _one("SELECT count(*) FROM pg_stat_replication")
    yield "deadlocks", _one("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")


def _one(query: str) -> float:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return float(cursor.fetchone()[0])


def safely(part: Callable[[], str]) -> str:
    """What can be told where the database answers; else that it does not, so that counts are still handed out."""
    from django.db import DatabaseError, InterfaceError

    try:
        return part() + "tejido_database_up 1\n"
    except (DatabaseError, InterfaceError):
        return "tejido_database_up 0\n"
