"""A network of 18 members with 30 people each, as it is served: the pages that are read most and what programs read,
eight at a time, on SQLite and PostgreSQL, by one process and by two; how long the start takes, and how much memory the
processes hold.

Beside each page stands what Moodle's course page takes, signed in, at eight connections on two cores: 13 a second
(shared/performance.md, measured once); beside the slowest of twenty, a second. The load is made on the same machine.
"""

import http.client
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from runpy import run_path

import psycopg

from row import Row, show
from serving import HERE, of_folder, run, serving, tejido

CONNECTIONS, SECONDS, NAME = 8, 4.0, "tejido_bench"
MOODLE, A_SECOND, READY, HELD = 1 / 13, 1.0, 2.0, 250.0  # seconds a page; seconds; seconds until ready; MiB
PAGES = {
    "desk": "/",
    "members": "/members/",
    "a member": "/members/XA/",
    "institutions": "/institutions/",
    "texts": "/texts/",
    "reading 500 passages": "/texts/bench/",
    "overview of a round": "/rounds/{round}/",
    "comments of 18 members": "/rounds/{round}/comments/",
    "search": "/search/?q=prevention",
    "public map, not signed in": "/en/",
}
READ_BY_PROGRAMS = {
    "program: members": "/api/v1/members/",
    "program: a round": "/api/v1/rounds/{round}/",
    "program: 50 comments": "/api/v1/comments/?round={round}",
}
_address = run_path(str(HERE.parent / "tools" / "postgresql.py"))
SERVER = next(filter(_address["answers"], _address["candidates"]()), "")


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _of("SQLite", Path(folder), of_folder(Path(folder)))
    if not SERVER:
        print("SKIPPED: no PostgreSQL server answers")
        return
    with tempfile.TemporaryDirectory() as folder, _database() as address:
        yield from _of("PostgreSQL", Path(folder), {**of_folder(Path(folder)), "DATABASE_URL": address})


@contextmanager
def _database() -> Iterator[str]:
    """The address of a database of our own, for as long as it takes."""
    address, _mark, options = SERVER.partition("?")
    base, end = address.rpartition("/")[0], f"?{options}" if options else ""
    with closing(psycopg.connect(f"{base}/postgres{end}", autocommit=True)) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {NAME} ENCODING 'UTF8' TEMPLATE template0")
        try:
            yield f"{base}/{NAME}{end}"
        finally:
            connection.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


def _of(database: str, folder: Path, environment: dict[str, str]) -> Iterator[Row]:
    made = run([sys.executable, str(HERE / "network.py"), "1000", "30"], environment)
    round_, session = made.split()[-2:]
    by_cookie = [{"Cookie": f"sessionid={session}"}]
    tokens = run([sys.executable, str(HERE / "network.py"), "tokens", str(CONNECTIONS)], environment).split()
    by_token = [{"Authorization": f"Bearer {token}"} for token in tokens[-CONNECTIONS:]]  # each keeps its own pace
    subprocess.run([tejido(), "prepare"], env=environment, check=True, capture_output=True)
    for workers in (1, 2):
        where = f"{database}, {workers} process{'es' if workers > 1 else ''}"
        command = [tejido(), "serve", "--bind", "127.0.0.1:{port}", "--workers", str(workers)]
        began = time.perf_counter()
        with serving(command, environment) as port:
            yield Row(f"ready: {where}", time.perf_counter() - began, "two seconds", READY, limit=1)
            for name, path in {**PAGES, **READ_BY_PROGRAMS}.items():
                signed_in = by_token if name in READ_BY_PROGRAMS else by_cookie
                headers = [{}] if "not signed in" in name else signed_in
                rate, slowest = _under_load(port, path.format(round=round_), headers)
                yield Row(f"{name}: {where}", 1 / rate, f"Moodle's course, 13/s; ours {rate:.0f}/s", MOODLE)
                yield Row(f"{name}, p95: {where}", slowest, "a second", A_SECOND, limit=1)
            held = _memory(folder)
            print(
                f"memory after that, {where}: {held:.0f} MiB of {HELD:.0f}{' OVER' if held > HELD else ''}", flush=True
            )


def _under_load(port: int, path: str, headers: list[dict[str, str]]) -> tuple[float, float]:
    """Answers a second at eight connections, and the seconds within which nineteen of twenty came."""
    times: list[float] = []
    until = time.perf_counter() + SECONDS

    def ask(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while time.perf_counter() < until:
            began = time.perf_counter()
            connection.request("GET", path, headers=headers[number % len(headers)])
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")
            times.append(time.perf_counter() - began)
        connection.close()

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(CONNECTIONS)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(times) < CONNECTIONS:
        raise RuntimeError(f"{path}: only {len(times)} answers")
    return len(times) / (time.perf_counter() - began), sorted(times)[len(times) * 95 // 100]


def _memory(folder: Path) -> float:
    """What all processes on the folder hold for themselves alone and share, each page once (PSS), in MiB."""
    held = 0
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if f"TEJIDO_DATA={folder}".encode() in (place / "environ").read_bytes().split(b"\0"):
                held += next(
                    int(line.split()[1])
                    for line in (place / "smaps_rollup").read_text().splitlines()
                    if line.startswith("Pss:")
                )
        except (OSError, StopIteration):
            continue  # it ended meanwhile, or is not ours
    return held / 1024


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    show(rows())
