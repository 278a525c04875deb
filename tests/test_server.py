"""The server as it runs on a real machine: it answers, it stops, and it comes back after the worst."""

import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from at_console import COMMAND, Console
from tejido.config.only_one import Busy, only_one

pytestmark = [pytest.mark.sqlite, pytest.mark.slow]

PATIENCE = 60  # seconds: how long is not what these tests are about


def eventually(holds: Callable[[], object]) -> object:
    """Waits until something holds, and gives it."""
    deadline = time.monotonic() + PATIENCE
    while not (found := holds()):
        assert time.monotonic() < deadline, f"{holds} did not come to hold"
        time.sleep(0.05)
    return found


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@dataclass
class Server:
    """`tejido serve` on a folder, at a port of its own."""

    console: Console
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: str) -> None:
        command = [*COMMAND, "serve", "--bind", f"127.0.0.1:{self.port}", *arguments]
        with (self.console.folder.parent / "serve.log").open("a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                command, env=self.console.environment(), stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        eventually(lambda: self.answers() or self.process.poll() is not None)
        assert self.process.poll() is None, self.log()

    def log(self) -> str:
        return (self.console.folder.parent / "serve.log").read_text(encoding="utf-8")

    def get(self, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        response.body = response.read()  # type: ignore[attr-defined]  # kept for the test
        connection.close()
        return response

    def answers(self) -> bool:
        try:
            return self.get("/healthz").status == 200
        except OSError:
            return False

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)


@pytest.fixture
def server(prepared: Console) -> Iterator[Server]:
    server = Server(prepared)
    yield server
    if server.process and server.process.poll() is None:
        server.stop()


def test_it_serves_pages_and_static_files_and_says_where(server: Server) -> None:
    server.start("--workers", "2")
    assert server.get("/healthz").body == b"ready\n"
    page = server.get("/")
    assert page.status == 200
    style = next(
        part for part in page.body.decode().split('"') if part.startswith("/static/") and part.endswith(".css")
    )
    found = server.get(style)
    assert found.status == 200
    assert "immutable" in found.headers["cache-control"]
    assert len(server.workers()) == 2
    assert f"Tejido is at http://localhost:{server.port}." in server.log()
    assert "There is no network here. “tejido init” founds one." in server.log()


@pytest.mark.parametrize("how", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.thorough)])
def test_it_stops_when_it_is_told_to_and_ends_with_0(how: signal.Signals, server: Server) -> None:
    server.start("--workers", "1")
    workers = server.workers()
    assert server.stop(how) == 0
    assert not any(alive(pid) for pid in workers)
    assert "Traceback" not in server.log()


def alive(pid: int) -> bool:
    """Whether a process runs; one that ended and was not fetched by its parent does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_after_kill_9_nothing_is_left_running_and_it_starts_again_at_the_same_port(server: Server) -> None:
    server.start("--workers", "2")
    workers = server.workers()
    server.stop(signal.SIGKILL)
    eventually(lambda: not any(alive(pid) for pid in workers))
    server.start("--workers", "2")
    with sqlite3.connect(server.console.folder / "tejido.sqlite3") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.thorough
def test_a_worker_that_is_killed_is_replaced(server: Server) -> None:
    server.start("--workers", "2")
    killed = server.workers()[0]
    os.kill(killed, signal.SIGKILL)
    eventually(lambda: killed not in server.workers() and len(server.workers()) == 2)
    assert eventually(server.answers)


@pytest.mark.thorough
def test_a_port_that_is_taken_is_refused_and_whoever_has_it_goes_on(server: Server, tmp_path: Path) -> None:
    server.start("--workers", "1")
    said = Console(tmp_path / "other")("serve", "--bind", f"127.0.0.1:{server.port}")
    assert said.code == 1
    assert said.err.startswith(f"Another program is already listening at 127.0.0.1:{server.port}.")
    assert server.answers()


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"TEJIDO_DATA": "/proc/tejido"}, "The data folder /proc/tejido cannot be written to"),
        ({"DATABASE_URL": "mysql://root@localhost/x"}, "DATABASE_URL is not an address like postgresql://"),
        ({"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/x"}, "The database that DATABASE_URL names cannot be used"),
        ({"TEJIDO_SMTP_TLS": "sometimes"}, "TEJIDO_SMTP_TLS is “sometimes”; write yes or no."),
    ],
)
def test_it_does_not_start_where_it_could_not_work_and_says_why(environment, sentence: str, prepared: Console) -> None:
    said = prepared("serve", "--bind", f"127.0.0.1:{free_port()}", **environment)
    assert said.code == 1
    assert said.err.startswith(sentence)
    assert said.err.count("\n") == 1


def test_data_of_a_newer_version_is_refused_and_left_alone(prepared: Console) -> None:
    database = prepared.folder / "tejido.sqlite3"
    with sqlite3.connect(database) as connection:
        connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('ledger', '9999', '2030-01-01')")
    connection.close()
    said = prepared("serve", "--bind", f"127.0.0.1:{free_port()}")
    assert said.code == 1
    assert "A newer version of Tejido wrote this data." in said.err
    assert not (prepared.folder / "backups").exists()


@pytest.mark.thorough
def test_a_link_made_beside_the_server_leads_to_it_and_lets_the_person_in(server: Server) -> None:
    founding = ("--name", "R", "--languages", "es", "--zone", "UTC", "--email", "a@example.org")
    founded = server.console("init", *founding, "--bind", f"127.0.0.1:{server.port}")
    assert founded.code == 0
    server.start("--workers", "1")
    link = urlsplit(server.console("link", "a@example.org").out.strip())
    assert link.netloc == urlsplit(founded.out.strip()).netloc == f"localhost:{server.port}"
    page = server.get(link.path)
    assert page.status == 200
    cookie = page.headers["set-cookie"].split(";")[0]
    token = page.body.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    entered = server.get(link.path, "POST", Cookie=cookie, **{"X-CSRFToken": token})
    assert entered.status == 302
    assert any(cookie.startswith("sessionid=") for cookie in entered.headers.get_all("set-cookie"))


QUEUE = """
from tejido.cli.house import open_house, now
open_house(None)
from tejido.people.models import Account, Letter
account = Account.objects.create_user("b@example.org")
Letter.objects.create(to=account, occasion="test", subject="Aviso", body="Texto", queued_at=now())
"""


def test_the_clock_runs_in_one_process_only_and_sends_what_waits(server: Server) -> None:
    assert server.console.run([COMMAND[0], "-c", QUEUE]).code == 0
    server.start("--workers", "3")
    mail = server.console.folder / "mail"
    eventually(lambda: mail.exists() and list(mail.iterdir()))
    assert len(list(mail.iterdir())) == 1
    with pytest.raises(Busy), only_one(server.console.folder / "clock.lock"):
        pass
    server.stop()
    with only_one(server.console.folder / "clock.lock"):
        pass
