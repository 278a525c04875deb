"""Which database a read goes to, where there is a replica: `DATABASE_REPLICA_URL`.

The primary is asked for all that is written, for all that is read on the way to a write, and for who is asking: the
session, the account, the seat and its mandate. Of the pages that may be a second old, the rest is read from the
replica, while it is no more than a second behind and this browser has sent nothing for some seconds, so that everybody
sees what they did. While the primary is away everything is read from the replica and nothing is taken.
"""

import logging
import threading
import time
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connections

from .logs import kind_of

PRIMARY, REPLICA = DEFAULT_DB_ALIAS, "replica"
BEHIND = 1.0  # seconds that the replica may be behind the primary
ASKED_EVERY = 1.0  # seconds that an answer about a database holds

logger = logging.getLogger(__name__)
reading: ContextVar[str] = ContextVar("reading", default=PRIMARY)  # what this request reads from

# Seconds that what the primary did last is not there yet. None: it receives nothing from a primary, and does not know.
LAG = """
SELECT CASE
  WHEN NOT pg_is_in_recovery() THEN 0
  WHEN NOT EXISTS (SELECT FROM pg_stat_wal_receiver) THEN NULL
  WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
  ELSE GREATEST(0, EXTRACT(EPOCH FROM now() - pg_last_xact_replay_timestamp()))
END
"""


class Router:
    """Django asks it at each query. Inside a transaction of the primary nothing is read elsewhere."""

    def db_for_read(self, _model: Any, **_hints: Any) -> str:
        alias = reading.get()
        return PRIMARY if alias != PRIMARY and connections[PRIMARY].in_atomic_block else alias

    def db_for_write(self, _model: Any, **_hints: Any) -> str:
        return PRIMARY

    def allow_relation(self, _one: Any, _other: Any, **_hints: Any) -> bool:
        return True  # both hold the same rows

    def allow_migrate(self, db: str, _app: str, **_hints: Any) -> bool:
        return db == PRIMARY


@dataclass(frozen=True, slots=True)
class State:
    """How a database was found. `lag` in seconds; None where it is not known."""

    is_fit: bool
    lag: float | None = None
    problem: str = ""


class Watch:
    """Asks a database now and then, by one thread at a time, and says so once when it changes."""

    def __init__(self, name: str) -> None:
        self._name, self._lock = name, threading.Lock()
        self._asked, self._state = -ASKED_EVERY, State(is_fit=True)

    def state(self) -> State:
        """The others have the last answer while one asks: a host that is silent keeps one of them waiting."""
        if time.monotonic() - self._asked >= ASKED_EVERY and self._lock.acquire(blocking=False):
            try:
                self._hear(self._look())
            finally:
                self._lock.release()
        return self._state

    def _hear(self, found: State) -> None:
        if found.is_fit != self._state.is_fit:
            level = logging.WARNING if found.is_fit else logging.ERROR
            said = "can be used again" if found.is_fit else "cannot be used"
            logger.log(level, "The %s %s (%s)", self._name, said, found.problem or "ok")
        self._state, self._asked = found, time.monotonic()

    def _look(self) -> State:
        raise NotImplementedError


class Replica(Watch):
    """Whether what it says is new enough."""

    def _look(self) -> State:
        try:
            with connections[REPLICA].cursor() as cursor:
                cursor.execute(LAG)
                lag = cursor.fetchone()[0]
        except (DatabaseError, InterfaceError) as problem:
            return State(is_fit=False, problem=kind_of(problem))
        if lag is None:
            return State(is_fit=False, problem="it receives nothing")
        return State(float(lag) <= BEHIND, float(lag), "" if lag <= BEHIND else f"{lag:.1f} s behind")


class Primary(Watch):
    """Whether it can be asked. While it can, every request finds that out for itself, with the question whether its
    connection is still good, which Django asks anyway."""

    def is_up(self) -> bool:
        if self._state.is_fit:
            found = self._look()
            if not found.is_fit:
                self._hear(found)
            return found.is_fit
        return self.state().is_fit

    def _look(self) -> State:
        try:
            with connections[PRIMARY].cursor():
                return State(is_fit=True)
        except (DatabaseError, InterfaceError) as problem:
            connections[PRIMARY].close()
            return State(is_fit=False, problem=kind_of(problem))


replica, primary = Replica("replica"), Primary("primary")
