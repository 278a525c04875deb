"""A node that serves, and how long it takes to answer; and a bare page of the same size from the same server."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from row import Row

REQUESTS = 40
READY_WITHIN = 120  # a loaded machine takes its time to collect the static files
HERE = Path(__file__).parent


def of_folder(folder: Path) -> dict[str, str]:
    """The environment of a node on SQLite in this folder."""
    environment = {**os.environ, "TEJIDO_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "tejido.config.settings"}
    environment.pop("DATABASE_URL", None)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a node that is installed has its modules compiled
    return environment


def against_bare(folder: Path, pages: Mapping[str, str], session: str, size: int) -> Iterator[Row]:
    """Each page of the node of this folder, by its name, against a bare page of the same size. `size` is the row's."""
    with serving([tejido(), "serve", "--bind", "127.0.0.1:{port}"], of_folder(folder)) as port:
        measured = {name: page(port, path, session) for name, path in pages.items()}
    for name, (seconds, length) in measured.items():
        file = folder / "page.html"
        file.write_bytes(b"<!doctype html>" + os.urandom(length // 2).hex().encode())
        yield Row(name, seconds, f"bare page of {length // 1024} kB", _bare(file), size=size)


def tejido() -> str:
    return str(Path(sys.executable).with_name("tejido"))


def run(command: list[str], environment: dict[str, str]) -> str:
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def _bare(file: Path) -> float:
    granian = str(Path(sys.executable).with_name("granian"))
    environment = {**os.environ, "TEJIDO_BENCH_PAGE": str(file), "PYTHONPATH": str(HERE)}
    command = [granian, "--interface", "wsgi", "--port", "{port}", "--workers", "1", "--no-ws", "bare:application"]
    with serving(command, environment, "/") as port:
        return page(port, "/", "")[0]


@contextmanager
def serving(command: list[str], environment: dict[str, str], probe: str = "/healthz") -> Iterator[int]:
    port = _free_port()
    words = [word.format(port=port) for word in command]
    server = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port, probe)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, path: str) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        try:
            _get(http.client.HTTPConnection("127.0.0.1", port, timeout=2), path, "")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"nothing answers at port {port}")


def page(port: int, path: str, session: str) -> tuple[float, int]:
    """The median time of a request on one kept connection, in seconds, and the size of the page in bytes."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    times, size = [], 0
    for _ in range(REQUESTS):
        start = time.perf_counter()
        size = _get(connection, path, session)
        times.append(time.perf_counter() - start)
    connection.close()
    return median(times[3:]), size


def _get(connection: http.client.HTTPConnection, path: str, session: str) -> int:
    connection.request("GET", path, headers={"Cookie": f"sessionid={session}"} if session else {})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    return len(body)
