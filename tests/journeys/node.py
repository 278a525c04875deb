"""A real node: the demonstration network, served by `tejido serve`, and Debian's Chromium in front of it."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium")
# As root Chromium runs only without its sandbox; the other flags keep it from looking for Google's hosts.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
READY_WITHIN = 60
BUILT_WITHIN = 300


@dataclass(frozen=True)
class Node:
    """A node that runs. `origin` is its address, `data` its folder."""

    origin: str
    data: Path
    group: int

    def seat(self, office: str) -> str:
        """The key of a seat by its office: "PY/focal_point/MRE"; "network/secretariat/SEC"."""
        member, role, institution = office.split("/")
        found = self.rows(
            "SELECT s.key FROM registry_seat s JOIN registry_institution i ON i.key = s.institution_id"
            " LEFT JOIN registry_member m ON m.key = i.member_id"
            " WHERE s.role = ? AND i.code = ? AND coalesce(m.code, 'network') = ?",
            (role, institution, member),
        )
        return str(found[0][0])

    def kill(self) -> None:
        """As a power cut does: the server and all its workers at once, without a word."""
        os.killpg(self.group, signal.SIGKILL)

    def one(self, query: str, *values: object) -> str:
        """The first column of the first row: which round, which procedure a journey goes to."""
        return str(self.rows(query, values)[0][0])

    def rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        with sqlite3.connect(self.data / "tejido.sqlite3") as connection:
            return connection.execute(query, values).fetchall()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def tejido(*words: str, data: Path, **options: object) -> subprocess.CompletedProcess[str]:
    """The command as a person runs it, in English."""
    environment = {**os.environ, "TEJIDO_DATA": str(data), "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    environment.pop("DATABASE_URL", None)
    return subprocess.run(
        [sys.executable, "-m", "tejido.cli", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )  # type: ignore[call-overload]  # options are subprocess.run's own


def demonstration(folders: pytest.TempPathFactory, name: str) -> Path:
    """A data folder with the demonstration in it. It is built once for all processes of a run, and copied."""
    base = folders.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demonstration"
    try:
        shared.mkdir()
    except FileExistsError:
        _wait_for(shared / "built")
    else:
        made = tejido("demo", "--no-serve", "--data", str(shared / "data"), data=shared / "data")
        (shared / "built").write_text(made.stderr if made.returncode else "", "utf-8")
    assert not (shared / "built").read_text("utf-8")
    return Path(shutil.copytree(shared / "data", folders.mktemp(name) / "data"))


def _wait_for(sign: Path) -> None:
    until = time.monotonic() + BUILT_WITHIN
    while not sign.exists():
        assert time.monotonic() < until, "the process that builds the demonstration did not finish"
        time.sleep(0.2)


@pytest.fixture(scope="session")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """The demonstration network, made and served once for all journeys of a process."""
    with serving(demonstration(tmp_path_factory, "node")) as node:
        yield node


class serving:  # noqa: N801  # reads as what it does: with serving(folder) as node
    """Serves a data folder until the block ends, on the port that is named or on a free one."""

    def __init__(self, data: Path, port: int = 0) -> None:
        self.data, self.port = data, port
        self.log = data / "server.log"

    def __enter__(self) -> Node:
        port = self.port or free_port()
        origin = f"http://localhost:{port}"
        environment = {**os.environ, "TEJIDO_DATA": str(self.data), "TEJIDO_ORIGIN": origin}
        environment["TEJIDO_PRIVATE_HOSTS"] = "127.0.0.1 localhost"  # systems of schools and nodes that a journey plays
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        environment.pop("DATABASE_URL", None)
        with self.log.open("wb") as log:
            self.server = subprocess.Popen(
                [sys.executable, "-m", "tejido.cli", "serve", "--data", str(self.data), "--bind", f"127.0.0.1:{port}"],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=log,
                start_new_session=True,
            )
        try:
            self._wait(f"http://127.0.0.1:{port}/healthz")
        except RuntimeError:
            self.__exit__()  # nobody leaves a block that was not entered
            raise
        return Node(origin, self.data, self.server.pid)

    def _wait(self, address: str) -> None:
        until = time.monotonic() + READY_WITHIN
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310  # our own server
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
            if self.server.poll() is not None:
                break
        raise RuntimeError(f"the server did not start: {self.log.read_text(encoding='utf-8')}")

    def __exit__(self, *problem: object) -> None:
        self.server.terminate()
        try:
            self.server.wait(20)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()
        if self.server.stderr:
            self.server.stderr.close()
