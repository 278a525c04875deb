"""The pages that are read most, against a bare page of the same size from the same server. Run: python bench/pages.py

Each size has a node of its own: 18 members, a text of 500 passages in four languages, and the comments.
"""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from row import Row, show

SIZES = (200, 1_000, 2_000)
REQUESTS = 40
READY_WITHIN = 120  # a loaded machine takes its time to collect the static files
HERE = Path(__file__).parent


def rows() -> Iterator[Row]:
    for comments in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            yield from _of_size(Path(folder), comments)


def _of_size(folder: Path, comments: int) -> Iterator[Row]:
    environment = {**os.environ, "TEJIDO_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "tejido.config.settings"}
    environment.pop("DATABASE_URL", None)
    round_, session = _run([sys.executable, str(HERE / "network.py"), str(comments)], environment).split()[-2:]
    pages = {
        "reading with 18 members' comments": f"/rounds/{round_}/comments/",
        "reading with our own margin": f"/rounds/{round_}/reading/",
        "overview of the round": f"/rounds/{round_}/",
        "desk": "/",
    }
    with _serving([_tejido(), "serve", "--bind", "127.0.0.1:{port}"], environment) as port:
        measured = {name: _page(port, path, session) for name, path in pages.items()}
    for name, (seconds, size) in measured.items():
        page = folder / "page.html"
        page.write_bytes(b"<!doctype html>" + os.urandom(size // 2).hex().encode())
        yield Row(name, seconds, f"bare page of {size // 1024} kB", _bare(page), size=comments)


def _tejido() -> str:
    return str(Path(sys.executable).with_name("tejido"))


def _run(command: list[str], environment: dict[str, str]) -> str:
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def _bare(page: Path) -> float:
    granian = str(Path(sys.executable).with_name("granian"))
    environment = {**os.environ, "TEJIDO_BENCH_PAGE": str(page), "PYTHONPATH": str(HERE)}
    command = [granian, "--interface", "wsgi", "--port", "{port}", "--workers", "1", "--no-ws", "bare:application"]
    with _serving(command, environment, "/") as port:
        return _page(port, "/", "")[0]


@contextmanager
def _serving(command: list[str], environment: dict[str, str], probe: str = "/healthz") -> Iterator[int]:
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


def _page(port: int, path: str, session: str) -> tuple[float, int]:
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


if __name__ == "__main__":
    show(rows())
