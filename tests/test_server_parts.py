"""What the server is made of: the lock, the clock, the address, and the folder that is made ready before it listens."""

import itertools
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from at_console import Console
from tejido.config import clock, preparation
from tejido.config.only_one import Busy, only_one
from tejido.config.preparation import NotReady, collect_static, copy_database, make_folder
from tejido.config.server import Address, check_port, remember_origin, use_origin

START = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)


# One holder at a time


def test_a_second_holder_is_told_that_somebody_has_it(tmp_path: Path) -> None:
    with only_one(tmp_path / "lock"), pytest.raises(Busy), only_one(tmp_path / "lock"):
        pass


def test_what_was_let_go_can_be_held_again_also_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), only_one(tmp_path / "lock"):
        raise ZeroDivisionError
    with only_one(tmp_path / "lock"):
        pass


HOLD = "import sys; from pathlib import Path; from tejido.config.only_one import only_one\n"
HOLD += "with only_one(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"


def test_a_holder_that_is_killed_lets_go(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path / "lock")]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Busy), only_one(tmp_path / "lock"):
            pass
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        with only_one(tmp_path / "lock"):
            pass


def test_who_waits_gets_it_when_the_holder_lets_go(tmp_path: Path) -> None:
    held, got = threading.Event(), []

    def wait() -> None:
        held.wait()
        with only_one(tmp_path / "lock", wait=60):
            got.append(True)

    waiting = threading.Thread(target=wait)
    waiting.start()
    with only_one(tmp_path / "lock"):
        held.set()
        waiting.join(0.3)
        assert not got
    waiting.join()
    assert got


# The clock


def steady(looks: list[tuple[float, float]]) -> list[bool]:
    """Whether the clock is believed at each look; (seconds on the wall, seconds on the counter) since the start."""
    steadiness = clock.Steadiness(START, 0.0)
    return [steadiness.is_steady(START + timedelta(seconds=wall), counter) for wall, counter in looks]


def test_a_clock_that_goes_like_the_counter_is_believed() -> None:
    assert steady([(30, 30), (60.4, 60), (89, 90), (4000, 4001)]) == [True] * 4, "also after the machine slept"


@pytest.mark.parametrize("jump", [3600, -3600, 61])
def test_after_a_jump_nothing_is_decided_until_the_clock_was_steady_for_a_while(jump: int) -> None:
    looks = [(30 * n + jump, 30.0 * n) for n in range(1, clock.STEADY + 3)]
    believed = steady(looks)
    assert believed == [False] * clock.STEADY + [True, True]


def test_the_clock_looks_again_and_again_and_decides_nothing_while_it_is_not_steady(monkeypatch) -> None:
    walls = itertools.chain([0, 0, 30, 9000], itertools.count(9030, 30))
    counters = itertools.count(0, 30)
    done: list[datetime] = []
    monkeypatch.setattr(clock.timezone, "now", lambda: START + timedelta(seconds=next(walls)))
    monkeypatch.setattr(clock, "elapsed", lambda: next(counters))
    monkeypatch.setattr(clock, "look", done.append)
    sleeps = iter(range(5))

    def sleep(_seconds: float) -> None:
        if next(sleeps, None) is None:
            raise StopIteration

    with pytest.raises((StopIteration, RuntimeError)):
        clock.keep(sleep)
    assert done == [START, START + timedelta(seconds=30)]


@pytest.mark.django_db
def test_deadlines_go_on_while_another_node_does_not_answer(monkeypatch) -> None:
    """The thread of the exchange is with that node; the clock looks meanwhile, and asks no node itself."""

    class Enough(Exception):  # noqa: N818  # it ends the thread
        pass

    hangs, answers, looks, done = threading.Event(), threading.Event(), list[datetime](), list[datetime]()

    def hang(at: datetime) -> int:
        looks.append(at)
        hangs.set()
        return int(answers.wait(10))

    def sleep(_seconds: float) -> None:
        raise Enough

    def exchange() -> None:
        with pytest.raises(Enough):
            clock.keep_exchange(sleep)

    monkeypatch.setattr(clock, "exchange_with_nodes", hang)
    monkeypatch.setattr(clock, "run_due", done.append)
    monkeypatch.setattr(clock, "close_old_connections", lambda: None)
    monkeypatch.setattr(clock, "keep_beats", lambda **_beats: None)
    exchanging = threading.Thread(target=exchange)
    exchanging.start()
    assert hangs.wait(10)
    clock.look(START)
    assert (done, len(looks), answers.is_set()) == ([START], 1, False)
    answers.set()
    exchanging.join(10)
    assert not exchanging.is_alive()


@pytest.mark.django_db
def test_with_other_nodes_nothing_is_done_while_the_clock_is_not_steady_or_nothing_is_written(monkeypatch) -> None:
    done, beats = list[datetime](), list[str]()
    monkeypatch.setattr(clock, "exchange_with_nodes", lambda at: done.append(at) or 1)
    monkeypatch.setattr(clock, "close_old_connections", lambda: None)
    monkeypatch.setattr(clock, "_keep", lambda kept: beats.extend(beat.problem for beat in kept))
    walls, sleeps = itertools.chain([0, 0, 9000], itertools.count(9030, 30)), iter(range(1))
    counters = itertools.count(0, 30)
    monkeypatch.setattr(clock.timezone, "now", lambda: START + timedelta(seconds=next(walls)))
    monkeypatch.setattr(clock, "elapsed", lambda: next(counters))

    def sleep(_seconds: float) -> None:
        if next(sleeps, None) is None:
            raise StopIteration

    with pytest.raises((StopIteration, RuntimeError)):
        clock.keep_exchange(sleep)
    assert (done, beats) == ([START], ["", "jumped"])
    monkeypatch.setattr(clock.held, "why", lambda: "read-only")
    clock.exchange(START)
    assert done == [START]


@pytest.mark.django_db
def test_a_job_that_fails_is_logged_and_stops_neither_the_clock_nor_the_next_job(monkeypatch, caplog) -> None:
    done: list[datetime] = []
    monkeypatch.setattr(clock, "remind_of_meetings", lambda _at: 1 / 0)
    monkeypatch.setattr(clock, "run_due", done.append)
    monkeypatch.setattr(clock, "close_old_connections", lambda: None)
    clock.look(START)
    assert "ZeroDivisionError" in caplog.text
    assert done == [START]


@pytest.mark.django_db
def test_files_are_worked_on_again_after_one_of_them_failed(monkeypatch, caplog) -> None:
    class Enough(Exception):  # noqa: N818  # it ends the test
        pass

    looks: list[datetime] = []

    def work(at: datetime) -> None:
        looks.append(at)
        raise ValueError("a file")

    def sleep(seconds: float) -> None:
        assert seconds == clock.PERIOD
        if len(looks) == 2:
            raise Enough

    monkeypatch.setattr(clock, "work_on_files", work)
    monkeypatch.setattr(clock, "close_old_connections", lambda: None)
    with pytest.raises(Enough):
        clock.keep_files(sleep)
    assert caplog.text.count("files could not be done") == 2


# Where it listens


@pytest.mark.parametrize(
    ("bind", "host", "port", "is_local", "shown"),
    [
        ("127.0.0.1:8000", "127.0.0.1", 8000, True, "127.0.0.1:8000"),
        ("[::1]:80", "::1", 80, True, "[::1]:80"),
        ("localhost:65535", "localhost", 65535, True, "localhost:65535"),
        ("192.168.0.7:8000", "192.168.0.7", 8000, False, "192.168.0.7:8000"),
        ("tejido.example.org:1", "tejido.example.org", 1, False, "tejido.example.org:1"),
    ],
)
def test_an_address_is_read_as_people_write_it(bind, host, port, is_local, shown) -> None:
    address = Address.of(bind)
    assert (address.host, address.port, address.is_local, str(address)) == (host, port, is_local, shown)


@pytest.mark.parametrize(
    "bind", ["", "8000", ":8000", "localhost", "localhost:", "h:0", "h:65536", "h:-1", "h:８", "h:x"]
)
def test_what_is_no_address_is_refused(bind: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(bind)}$"):
        Address.of(bind)


def test_links_lead_to_a_name_at_which_passkeys_work() -> None:
    assert Address.of("127.0.0.1:8000").origin == "http://localhost:8000"
    assert Address.of("[::1]:8000").origin == "http://localhost:8000"
    assert Address.of("10.0.0.7:8000").origin == "http://10.0.0.7:8000"


def test_a_port_in_use_is_refused_also_where_its_user_would_share_it(monkeypatch) -> None:
    monkeypatch.setattr("tejido.config.server.PATIENCE", 0)
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = Address("127.0.0.1", taken.getsockname()[1])
        with pytest.raises(NotReady, match="--bind"):
            check_port(address)
    check_port(address)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(NotReady, match=r"192\.0\.2\.1:8000"):
        check_port(Address("192.0.2.1", 8000))


def test_where_it_was_served_last_is_remembered_but_a_setting_comes_first(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("TEJIDO_ORIGIN", "https://red.example.org")
    remember_origin(tmp_path, "http://localhost:8123")
    use_origin(tmp_path)
    assert os.environ["TEJIDO_ORIGIN"] == "https://red.example.org"
    monkeypatch.delenv("TEJIDO_ORIGIN")
    use_origin(tmp_path)
    assert os.environ["TEJIDO_ORIGIN"] == "http://localhost:8123"


# The folder


def test_a_folder_that_is_made_is_its_owner_s_alone(tmp_path: Path) -> None:
    make_folder(tmp_path / "deep" / "data")
    assert (tmp_path / "deep" / "data").stat().st_mode & 0o777 == 0o700
    assert list((tmp_path / "deep" / "data").iterdir()) == []


def test_a_folder_that_cannot_be_made_or_written_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file" / "data", Path("/proc")):
        with pytest.raises(NotReady, match="--data"):
            make_folder(folder)


@pytest.mark.sqlite
def test_database_and_keys_are_their_owner_s_alone(prepared: Console) -> None:
    for path in [prepared.folder / "tejido.sqlite3", *(prepared.folder / "keys").iterdir()]:
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.sqlite
def test_before_a_database_is_changed_it_is_copied_and_the_copy_is_whole(prepared: Console) -> None:
    database = prepared.folder / "tejido.sqlite3"
    with closing(sqlite3.connect(database)) as connection:  # as a version without sessions left it
        connection.executescript("DROP TABLE django_session; DELETE FROM django_migrations WHERE app = 'sessions'")
    assert prepared("text", "list").code == 0
    [copy] = (prepared.folder / "backups").iterdir()
    assert (tables(copy) ^ tables(database)) == {"django_session"}
    assert copy.stat().st_mode & 0o077 == 0
    assert prepared("text", "list").err == "", "nothing is left to be done"


def tables(database: Path) -> set[str]:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_fresh_database_leaves_no_copy(pattern: Path) -> None:
    assert not (pattern / "backups").exists()


def test_a_copy_that_fails_leaves_nothing_under_its_name(tmp_path: Path) -> None:
    (tmp_path / "broken.sqlite3").write_bytes(b"no database" * 1000)
    with pytest.raises(sqlite3.DatabaseError):
        copy_database(tmp_path / "broken.sqlite3", tmp_path / "copies" / "copy.sqlite3")
    assert not (tmp_path / "copies" / "copy.sqlite3").exists()


@pytest.fixture
def static(tmp_path: Path, settings) -> Iterator[Path]:
    """A folder of an app's static files, as a package brings them."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "look.css").write_text("a{}", encoding="ascii")
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    finders.get_finder.cache_clear()  # it keeps the folders that the settings named first
    yield tmp_path
    finders.get_finder.cache_clear()


@pytest.mark.django_db
def test_static_files_are_collected_once_and_again_when_one_has_changed(static: Path) -> None:
    said: list[str] = []
    collect_static(static, said.append)
    collect_static(static, said.append)
    assert len(said) == 1
    (static / "source" / "look.css").write_text("b{color:red}", encoding="ascii")
    os.utime(static / "source" / "look.css", (10**9, 10**9))  # as an installer may date it
    collect_static(static, said.append)
    assert len(said) == 2
    assert (static / "static" / "look.css").read_text(encoding="ascii") == "b{color:red}"


@pytest.mark.django_db
def test_static_files_whose_collection_was_cut_off_are_collected_again(static: Path, monkeypatch) -> None:
    monkeypatch.setattr("django.core.management.call_command", lambda *_args, **_more: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        collect_static(static, lambda _said: None)
    monkeypatch.undo()
    collect_static(static, lambda _said: None)
    assert (static / "static" / "look.css").exists()


@pytest.mark.django_db
def test_a_folder_that_another_process_prepares_for_too_long_is_given_up(static: Path, monkeypatch) -> None:
    monkeypatch.setattr(preparation, "PATIENCE", 0)
    with only_one(static / "preparation.lock"), pytest.raises(NotReady, match="Another process"):
        collect_static(static, lambda _said: None)
