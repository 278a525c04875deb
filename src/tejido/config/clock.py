"""The clock of the node: one thread, in one of its processes, does every half minute what has become due. A second one
works on files that were given, which may take minutes.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.db import close_old_connections
from django.utils import timezone

from tejido.alumni.jobs import run_due as let_leave
from tejido.annual.jobs import run_due as remind_of_reports
from tejido.certificates.jobs import run_due as make_certificates
from tejido.cooperation.jobs import run_due as remind_of_results
from tejido.deliberation.jobs import run_due
from tejido.discussions.jobs import run_due as tell_of_discussions
from tejido.experience.jobs import run_due as end_learning_records
from tejido.handover.jobs import run_due as tell_changes_of_seat
from tejido.indicators.jobs import run_due as remind_of_values
from tejido.lti.jobs import run_due as send_results
from tejido.meetings.jobs import run_due as remind_of_meetings
from tejido.modules.jobs import run_due as tell_what_is_new
from tejido.nominations.jobs import run_due as remind_of_calls_and_erase
from tejido.presence.jobs import run_due as keep_certificates
from tejido.records.jobs import run_due as work_on_files
from tejido.reporting.jobs import run_due as remind_of_reporting
from tejido.reviews.jobs import run_due as remind_of_reviews
from tejido.risk.jobs import run_due as destroy_analyses
from tejido.seminars.jobs import run_due as remind_of_seminars

from .only_one import Busy, only_one

PERIOD = 30.0  # seconds between two looks
WAIT = 2.0  # seconds between two looks for files
PATIENCE = 5.0  # seconds until a process without the clock asks for it again
JUMP = 60.0  # seconds by which the machine's clock may drift between two looks before nothing is decided by it
STEADY = 20  # looks without a jump after which the clock is believed again

logger = logging.getLogger(__name__)


def elapsed() -> float:
    """Seconds on a counter that nobody can set; where the system has one, it also counts while the machine sleeps."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class Steadiness:
    """Whether the machine's clock can be believed. It decides deadlines: after a jump it decides none for a while."""

    def __init__(self, now: datetime, counter: float) -> None:
        self._now, self._counter, self._left = now, counter, 0

    def is_steady(self, now: datetime, counter: float) -> bool:
        drift = abs((now - self._now).total_seconds() - (counter - self._counter))
        self._now, self._counter = now, counter
        if drift > JUMP:
            logger.error("The machine's clock jumped by %.0f seconds; deadlines wait until it is steady again", drift)
            self._left = STEADY
            return False
        self._left = max(0, self._left - 1)
        return not self._left


def start(folder: Path) -> threading.Thread:
    """Starts the thread. Of all processes on the data folder only one has the clock; when it ends, another takes it."""
    return _started("clock", folder / "clock.lock", keep)


def start_files(folder: Path) -> threading.Thread:
    """Starts the thread that works on files, of which there is one too: a long one keeps no deadline waiting."""
    return _started("files", folder / "files.lock", keep_files)


def _started(name: str, lock: Path, work: Callable[[Callable[[float], object]], None]) -> threading.Thread:
    thread = threading.Thread(target=_wait_for, args=(lock, work), name=name, daemon=True)
    thread.start()
    return thread


def _wait_for(lock: Path, work: Callable[[Callable[[float], object]], None]) -> None:
    while True:
        try:
            with only_one(lock):
                work(time.sleep)
        except Busy:
            time.sleep(PATIENCE)


def keep(sleep: Callable[[float], object]) -> None:
    """Looks, sleeps, and looks again, for ever."""
    steadiness = Steadiness(timezone.now(), elapsed())
    while True:
        now = timezone.now()
        if steadiness.is_steady(now, elapsed()):
            look(now)
        sleep(PERIOD)


def keep_files(sleep: Callable[[float], object]) -> None:
    """Works on the files that wait, sleeps, and looks again, for ever. What fails is logged and tried again."""
    while True:
        try:
            work_on_files(timezone.now())
        except Exception:  # as in `look`
            logger.exception("A file could not be worked on")
        finally:
            close_old_connections()
        sleep(WAIT)


def look(at: datetime) -> None:
    """Does what is due. A failure is logged and tried again at the next look: one bad job must not stop the clock."""
    for job in (
        tell_changes_of_seat,
        remind_of_meetings,
        remind_of_seminars,
        remind_of_reporting,
        remind_of_values,
        remind_of_reviews,
        remind_of_calls_and_erase,
        keep_certificates,
        make_certificates,
        let_leave,
        remind_of_results,
        destroy_analyses,
        end_learning_records,
        remind_of_reports,
        tell_of_discussions,
        tell_what_is_new,
        send_results,
        run_due,
    ):  # the last one also sends what the others have queued
        try:
            job(at)
        except Exception:  # the reason is in the docstring
            logger.exception("What was due could not be done")
        finally:
            close_old_connections()
