"""Whether this process can answer people, and what somebody should look at. Codes only: nothing that is said here tells
what is in the network.

`database` and `migrations` stand in the way of every page: a balancer sends people elsewhere. The others do not, and
no other process would do better: they are told, and are alarms.
"""

import shutil
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from .routing import REPLICA, replica

OK, FAILS, LATE = "ok", "fails", "late"
BLOCKING = frozenset({"database", "migrations"})
ROOM = 200 * 1024 * 1024  # bytes that should be left on the disk
MAIL_PATIENCE = timedelta(hours=1)
KEPT = 2.0  # seconds that an answer is given again: whoever asks often learns and costs nothing more

_lock = threading.Lock()
_kept: tuple[float, dict[str, str]] = (-KEPT, {})


def readiness() -> dict[str, str]:
    """Each check by its name: ok, fails, late."""
    global _kept  # noqa: PLW0603  # one answer a process
    with _lock:
        if time.monotonic() - _kept[0] >= KEPT:
            _kept = (time.monotonic(), dict(_checks()))
        return _kept[1]


def is_ready(checks: dict[str, str]) -> bool:
    """Where there is a replica, pages can be read without the primary, and no other process could do more."""
    return all(checks.get(name, OK) == OK for name in BLOCKING) or checks.get("replica") in {OK, LATE}


def _checks() -> Iterator[tuple[str, str]]:
    yield "disk", _disk()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        yield "database", OK
        yield "migrations", OK if not missing_migrations() else FAILS
        yield from _of_work()
    except (DatabaseError, InterfaceError):
        yield "database", FAILS
    if REPLICA in settings.DATABASES:
        yield "replica", _replica()


def _replica() -> str:
    """Late: it answers, and is behind or gets nothing from the primary."""
    state = replica.state()
    if state.is_fit:
        return OK
    try:
        with connections[REPLICA].cursor():
            return LATE
    except (DatabaseError, InterfaceError):
        return FAILS


def _disk() -> str:
    try:
        return OK if shutil.disk_usage(settings.DATA).free >= ROOM else FAILS
    except OSError:
        return FAILS


def _of_work() -> Iterator[tuple[str, str]]:
    from tejido.people.queries import letters_given_up, letters_waiting
    from tejido.running.queries import is_alive

    at = timezone.now()
    yield "clock", OK if is_alive("clock", at) else LATE
    yield "mail", OK if not letters_given_up() and not letters_waiting(at - MAIL_PATIENCE) else LATE


def missing_migrations() -> set[tuple[str, str]]:
    """Those of the files that the database has not had. Reads names alone: nothing is imported, nothing is planned."""
    return _in_files() - set(MigrationRecorder(connection).migration_qs.values_list("app", "name"))


def _in_files() -> set[tuple[str, str]]:
    return {
        (app.label, file.stem)
        for app in apps.get_app_configs()
        for file in Path(app.path, "migrations").glob("[0-9]*.py")
    }
