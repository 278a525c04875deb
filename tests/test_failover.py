"""PostgreSQL with a synchronous replica: the primary is killed under load, the replica takes its place. Nothing that
was acknowledged is lost, and pages are read all the while.

Two servers of our own, made here with initdb and pg_basebackup. Without PostgreSQL's programs the test is skipped and
says so: they are in the package `postgresql` (/usr/lib/postgresql/*/bin).
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import psycopg
import pytest
from node import free_port

from small_network import PAGES, Small, make
from visitor import Visitor

FOUND = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.thorough,
    pytest.mark.sqlite,  # its databases are its own
    pytest.mark.skipif(not FOUND, reason="SKIPPED: no programs of PostgreSQL, so no failover is tested"),
]
PROGRAMS = FOUND[-1].parent if FOUND else Path()
USER = "postgres" if os.name == "posix" and os.geteuid() == 0 else None  # PostgreSQL does not run as root
PATIENCE = 120
WRITERS, READERS, BEFORE, OUTAGE = 6, 4, 5.0, 4.0


def run(program: str, *words: str) -> None:
    done = subprocess.run([PROGRAMS / program, *words], user=USER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def eventually(holds: Callable[[], object]) -> object:
    until = time.monotonic() + PATIENCE
    while not (found := holds()):
        assert time.monotonic() < until, f"{holds} did not come to hold"
        time.sleep(0.1)
    return found


@dataclass
class Database:
    """One server of PostgreSQL on a folder of its own."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        words = [PROGRAMS / "postgres", "-D", self.folder, "-p", str(self.port), "-k", "", "-h", "127.0.0.1"]
        with (self.folder.parent / f"{self.folder.name}.log").open("wb") as log:
            self.process = subprocess.Popen(words, user=USER, stdout=log, stderr=log, start_new_session=True)
        eventually(self.answers)

    def answers(self) -> bool:
        try:
            self.one("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def one(self, query: str, name: str = "postgres") -> object:
        address = f"postgresql://postgres@127.0.0.1:{self.port}/{name}"
        with psycopg.connect(address, connect_timeout=2, autocommit=True) as connection:
            found = connection.execute(query)
            return found.fetchone()[0] if found.description else None

    def kill(self) -> None:
        """As a power cut does: every process of it at once."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Database, Database]]:
    """A primary, and a replica that has everything before a commit is acknowledged."""
    home = tmp_path / "servers"
    home.mkdir()
    if USER:
        shutil.chown(home, USER)
        for folder in home.parents:  # the user postgres has to walk through
            if folder.stat().st_uid == os.geteuid() and not folder.stat().st_mode & 0o001:
                folder.chmod(folder.stat().st_mode | 0o011)
    first, second = Database(home / "first"), Database(home / "second")
    run("initdb", "-D", str(first.folder), "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
    try:
        first.start()
        source = f"host=127.0.0.1 port={first.port} user=postgres application_name=second"
        run("pg_basebackup", "-D", str(second.folder), "-R", "-X", "stream", "-d", source)
        second.start()
        first.one("ALTER SYSTEM SET synchronous_standby_names = 'second'")
        first.one("SELECT pg_reload_conf()")
        eventually(lambda: first.one("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"))
        first.one("CREATE DATABASE tejido")
        yield first, second
    finally:
        first.kill()
        second.kill()


@dataclass
class Kept:
    """What came of the load: when each answer came, with its status; and which remarks were acknowledged."""

    answers: list[tuple[float, int]] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)

    def longest_gap(self, since: float, until: float) -> float:
        """Seconds between two good answers."""
        good = [since, *sorted(at for at, status in self.answers if since < at < until and status in {200, 302}), until]
        return max(b - a for a, b in pairwise(good))


def write(visitor: Visitor, small: Small, who: int, kept: Kept, end: threading.Event) -> None:
    number = 0
    while not end.is_set():
        body = f"Observación {who}-{number}"
        address, fields = small.remark(body)
        try:
            status = visitor.post(address, **fields)
        except OSError:
            status = 0
        kept.answers.append((time.monotonic(), status))
        if status == 302:
            kept.acknowledged.append(body)
        else:
            time.sleep(0.1)
        number += 1


def read(visitor: Visitor, kept: Kept, end: threading.Event) -> None:
    number = 0
    while not end.is_set():
        try:
            visitor.get(PAGES[number % len(PAGES)])
            status = 200
        except urllib.error.HTTPError as answer:
            status = answer.code
        except OSError:
            status = 0
        kept.answers.append((time.monotonic(), status))
        number += 1


@contextmanager
def served(data: Path, **environment: str) -> Iterator[str]:
    """A node on these databases."""
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    kept = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    everything = {**kept, "LC_ALL": "C.UTF-8", "TEJIDO_DATA": str(data), "TEJIDO_ORIGIN": origin, **environment}
    with (data / "server.log").open("wb") as log:
        command = [sys.executable, "-m", "tejido.cli", "serve", "--bind", f"127.0.0.1:{port}"]
        server = subprocess.Popen(command, env=everything, stderr=log, start_new_session=True)
    try:
        eventually(lambda: _is_there(origin))
        yield origin
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def verified(data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `tejido ledger verify` says on these databases."""
    kept = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    everything = {**kept, "LC_ALL": "C.UTF-8", "TEJIDO_DATA": str(data), **environment}
    command = [sys.executable, "-m", "tejido.cli", "ledger", "verify"]
    return subprocess.run(command, env=everything, capture_output=True, text=True, check=False)


def _is_there(origin: str) -> bool:
    try:
        Visitor(origin).get("/members/")
    except OSError:
        return False
    return True


def test_a_primary_that_is_killed_under_load_loses_nothing_acknowledged_and_pages_are_read_all_the_while(
    pair: tuple[Database, Database], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = pair
    both = f"127.0.0.1:{first.port},127.0.0.1:{second.port}"
    addresses = {
        "DATABASE_URL": f"postgresql://postgres@{both}/tejido?target_session_attrs=read-write",
        "DATABASE_REPLICA_URL": f"postgresql://postgres@127.0.0.1:{second.port}/tejido",
        "TEJIDO_METRICS_TOKEN": "of-the-test",
    }
    data = tmp_path / "data"
    small = make(data, WRITERS + READERS, **addresses)
    with served(data, **addresses) as origin:
        people = [Visitor(origin).enter(session) for session in small.sessions]
        eventually(lambda: "replica ok" in people[0].get("/readyz"))
        scanned = int(str(second.one("SELECT sum(seq_scan + idx_scan) FROM pg_stat_user_tables", "tejido")))
        writing, reading, end = Kept(), Kept(), threading.Event()
        work = [threading.Thread(target=write, args=(people[at], small, at, writing, end)) for at in range(WRITERS)] + [
            threading.Thread(target=read, args=(people[WRITERS + at], reading, end)) for at in range(READERS)
        ]
        for thread in work:
            thread.start()
        time.sleep(BEFORE)
        before = len(writing.acknowledged)
        killed = time.monotonic()
        first.kill()
        time.sleep(OUTAGE)
        promoting = time.monotonic()
        run("pg_ctl", "promote", "-D", str(second.folder), "-w")
        promoted = time.monotonic()
        after = eventually(lambda: [at for at, status in list(writing.answers) if status == 302 and at > promoting])
        time.sleep(3)
        end.set()
        for thread in work:
            thread.join(PATIENCE)
        gap = reading.longest_gap(killed, promoted)
        during = [status for at, status in reading.answers if killed < at < promoted]
        checked = verified(data, **addresses)
    kept = set(str(second.one("SELECT string_agg(body, '|') FROM deliberation_remark", "tejido")).split("|"))
    read_there = int(str(second.one("SELECT sum(seq_scan + idx_scan) FROM pg_stat_user_tables", "tejido"))) - scanned
    with capsys.disabled():
        sys.stdout.write(
            f"\n{before} writes acknowledged before the kill, {len(writing.acknowledged)} in all; promotion asked for"
            f" after {promoting - killed:.1f} s took {promoted - promoting:.1f} s; first write after"
            f" {min(after) - killed:.1f} s; {len(during)} reads meanwhile, {len(during) - during.count(200)} failed,"
            f" longest gap {gap:.2f} s; {read_there} scans on the replica\n"
        )
    assert before > 0
    assert set(writing.acknowledged) <= kept, "nothing that was acknowledged is lost"
    assert {status for at, status in writing.answers if killed < at < promoting} <= {0, 302, 500, 503}
    assert during.count(200) >= READERS, "pages are read while there is no primary"
    assert sum(status != 200 for status in during) <= READERS, "at most what was on its way when it fell"
    assert gap < OUTAGE / 2
    assert read_there > 0
    assert checked.returncode == 0, checked.stdout + checked.stderr
