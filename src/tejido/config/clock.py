"""The clock of the node: one thread, in one of its processes, does every half minute what has become due. Another one
works on files that were given, which may take minutes, a third one sends letters, which waits for mail servers, and a
fourth one exchanges with other nodes, which waits for those.

Of all processes on the data folder, and of all nodes on one PostgreSQL database, each work is done by one.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, InterfaceError, close_old_connections
from django.utils import timezone

from tejido.alumni.jobs import run_due as let_leave
from tejido.annual.jobs import run_due as remind_of_reports
from tejido.api.jobs import run_due as drop_tokens
from tejido.certificates.jobs import run_due as make_certificates
from tejido.cooperation.jobs import run_due as remind_of_results
from tejido.correspondence.jobs import run_due as bundle_letters
from tejido.custody.jobs import run_due as take_off_second_factors
from tejido.deliberation.jobs import run_due
from tejido.digest.jobs import run_due as write_weekly_letters
from tejido.discussions.jobs import run_due as tell_of_discussions
from tejido.exchange.jobs import run_due as exchange_with_nodes
from tejido.experience.jobs import run_due as end_learning_records
from tejido.handover.jobs import run_due as tell_changes_of_seat
from tejido.indicators.jobs import run_due as remind_of_values
from tejido.lti.jobs import run_due as send_results
from tejido.meetings.jobs import run_due as remind_of_meetings
from tejido.modules.jobs import run_due as tell_what_is_new
from tejido.nominations.jobs import run_due as remind_of_calls_and_erase
from tejido.people.commands import Unreachable
from tejido.people.jobs import run_due as send_letters
from tejido.presence.jobs import run_due as keep_certificates
from tejido.records.jobs import run_due as work_on_files
from tejido.reporting.jobs import run_due as remind_of_reporting
from tejido.reviews.jobs import run_due as remind_of_reviews
from tejido.risk.jobs import run_due as destroy_analyses
from tejido.running.commands import Beat, keep_beats
from tejido.seminars.jobs import run_due as remind_of_seminars
from tejido.web import held

from .logs import kind_of
from .only_one import Busy
from .routing import REPLICA, replica
from .turns import turn

PERIOD = 30.0  # seconds between two looks
WAIT = 2.0  # seconds between two looks for files and for letters
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
    """Starts the thread. Of all processes only one has the clock; when it ends, another takes it."""
    return _started(folder, "clock", keep)


def start_files(folder: Path) -> threading.Thread:
    """Starts the thread that works on files, of which there is one too: a long one keeps no deadline waiting."""
    return _started(folder, "files", keep_files)


def start_letters(folder: Path) -> threading.Thread:
    """Starts the thread that sends letters: a mail server that does not answer keeps no deadline waiting."""
    return _started(folder, "letters", keep_letters)


def start_exchange(folder: Path) -> threading.Thread:
    """Starts the thread that exchanges with other nodes: one that does not answer keeps no deadline waiting."""
    return _started(folder, "exchange", keep_exchange)


def _started(folder: Path, name: str, work: Callable[[Callable[[float], object]], None]) -> threading.Thread:
    thread = threading.Thread(target=_wait_for, args=(folder, name, work), name=name, daemon=True)
    thread.start()
    return thread


def _wait_for(folder: Path, name: str, work: Callable[[Callable[[float], object]], None]) -> None:
    while True:
        try:
            with turn(folder, name) as still:
                work(_sleeping(still))
        except (Busy, DatabaseError, InterfaceError):
            time.sleep(PATIENCE)


def _sleeping(still: Callable[[], None]) -> Callable[[float], None]:
    """Sleeps, and asks afterwards whether the turn is still ours: Busy where it is not."""

    def sleep(seconds: float) -> None:
        time.sleep(seconds)
        still()

    return sleep


def keep(sleep: Callable[[float], object]) -> None:
    """Looks, sleeps, and looks again, for ever."""
    _while_steady("clock", look, sleep)


def keep_exchange(sleep: Callable[[float], object]) -> None:
    """Exchanges with every node, sleeps, and does it again, for ever. It gives up and lets go by the date, so it asks
    for a steady clock too."""
    _while_steady("exchange", exchange, sleep)


def _while_steady(work: str, do: Callable[[datetime], None], sleep: Callable[[float], object]) -> None:
    steadiness = Steadiness(timezone.now(), elapsed())
    while True:
        now, counter = timezone.now(), elapsed()
        if steadiness.is_steady(now, counter):
            do(now)
        else:
            _keep([Beat(work, now, 0.0, "jumped")])
        sleep(PERIOD)


def keep_files(sleep: Callable[[float], object]) -> None:
    """Works on the files that wait, sleeps, and looks again, for ever. What fails is logged and tried again."""
    _again_and_again("files", work_on_files, WAIT, sleep)


def keep_letters(sleep: Callable[[float], object]) -> None:
    """Sends what is due, sleeps, and looks again, for ever. While the mail server is away it is asked seldom."""
    _again_and_again("letters", send_letters, WAIT, sleep)


def _again_and_again(work: str, do: Callable[[datetime], int], wait: float, sleep: Callable[[float], object]) -> None:
    """Its pulse is kept every half minute, and at once where it did something or began or ceased to fail."""
    told = Beat(work, datetime.min.replace(tzinfo=UTC), 0.0, "not yet")
    while True:
        if held.why():
            sleep(PERIOD)
            continue
        beat, done = _done(work, do, timezone.now())
        if done or beat.problem != told.problem or (beat.at - told.at).total_seconds() >= PERIOD:
            _keep([beat])
            told = beat
        sleep(PERIOD if beat.problem else wait)


def look(at: datetime) -> None:
    """Does what is due, unless the node is read-only. A failure is logged and tried again at the next look: one bad job
    must not stop the clock."""
    if held.why():
        return
    began = time.monotonic()
    jobs: dict[str, Callable[[datetime], int]] = {
        "handover": tell_changes_of_seat,
        "meetings": remind_of_meetings,
        "seminars": remind_of_seminars,
        "reporting": remind_of_reporting,
        "indicators": remind_of_values,
        "reviews": remind_of_reviews,
        "nominations": remind_of_calls_and_erase,
        "presence": keep_certificates,
        "certificates": make_certificates,
        "alumni": let_leave,
        "cooperation": remind_of_results,
        "risk": destroy_analyses,
        "experience": end_learning_records,
        "annual": remind_of_reports,
        "discussions": tell_of_discussions,
        "modules": tell_what_is_new,
        "lti": send_results,
        "correspondence": bundle_letters,
        "api": drop_tokens,
        "custody": take_off_second_factors,
        "deliberation": run_due,
        "digest": write_weekly_letters,
    }
    if REPLICA in settings.DATABASES:
        jobs["replica"] = look_at_replica
    beats = [_done(work, job, at)[0] for work, job in jobs.items()]
    _keep([*beats, Beat("clock", at, time.monotonic() - began)])


def exchange(at: datetime) -> None:
    """Sends to other nodes and fetches from them what is due, unless the node is read-only. A failure is logged and
    tried again."""
    if not held.why():
        _keep([_done("exchange", exchange_with_nodes, at)[0]])


class Unfit(Exception):  # noqa: N818  # it names what is the case
    """A database cannot be used; str() says why in one or two words."""


def look_at_replica(_at: datetime) -> int:
    """Fails where the replica cannot be used: the primary bears everything then, and somebody should know."""
    state = replica.state()
    if not state.is_fit:
        raise Unfit(state.problem)
    return 1


def _done(work: str, do: Callable[[datetime], int], at: datetime) -> tuple[Beat, int]:
    """Does it once. How that went, and how much was done."""
    began, problem, done = time.monotonic(), "", 0
    try:
        done = do(at)
    except (Unreachable, Unfit) as away:
        problem = str(away)
        logger.warning("%s: what it needs is away (%s)", work, problem)
    except Exception as failure:  # the reason is in the docstring of `look`
        problem = kind_of(failure)
        logger.exception("%s could not be done", work)
    finally:
        close_old_connections()
    return Beat(work, at, time.monotonic() - began, problem), done


def _keep(beats: list[Beat]) -> None:
    """A database that takes nothing now, as one on a full disk, must stop neither the clock nor what it tells."""
    try:
        keep_beats(beats=beats)
    except (DatabaseError, InterfaceError) as problem:
        logger.error("How the work goes could not be written down (%s)", kind_of(problem))
    finally:
        close_old_connections()
