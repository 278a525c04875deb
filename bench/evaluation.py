"""A questionnaire that 500 participants answer at once on SQLite: each opens it and sends ten answers, eight at a time,
against the minute that they have and against what SQLite itself takes for as many durable transactions, measured in
the same run. Nothing may be lost: every answer is in the urn afterwards. Run: python bench/evaluation.py
"""

import http.client
import json
import re
import sqlite3
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

from asked import KINDS
from row import Row, show
from serving import HERE, of_folder, run, serving, tejido

AT_ONCE = 8
MINUTE = 60.0
CSRF = "c" * 32
SECOND = 1.0  # what a person waits without wondering
# What SQLite itself takes for as many durable transactions is the bound that no server on it comes below. Twenty times
# as much is what pages, sessions and forms may cost on top of it.
LIMIT = 20.0
_TOKEN = re.compile(r'name="token" value="([^"]+)"')
_FIELD = re.compile(r'name="([0-9a-z]{12})"')


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        key, *sessions = run([sys.executable, str(HERE / "asked.py")], of_folder(folder)).split()
        path = f"/taking-part/questionnaires/{key}/"
        with serving([tejido(), "serve", "--bind", "127.0.0.1:{port}"], of_folder(folder)) as port:
            total, times = _at_once(lambda session: _answer(port, path, session), sessions)
        _nothing_is_lost(folder, len(sessions))
        bare, bare_times = _at_once(_transactions(folder), sessions)
    size = len(sessions)
    yield Row("500 participants open and answer", total, "the minute that they have", MINUTE, 1.0, size=size)
    yield Row("the same", total, "500 durable transactions", bare, LIMIT)
    yield Row("an answer is sent, median", median(times), "a durable transaction, median", median(bare_times))
    yield Row("the same, p95", _p95(times), "a durable transaction, p95", _p95(bare_times))
    yield Row("the same, p95", _p95(times), "the second that a person waits", SECOND, 1.0)


def _at_once(act: Callable[[str], float], sessions: Sequence[str]) -> tuple[float, list[float]]:
    """Seconds for all, and of each."""
    start = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        times = list(pool.map(act, sessions))
    return time.perf_counter() - start, times


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _answer(port: int, path: str, session: str) -> float:
    """Opens the page and sends its answers. Returns the seconds of the sending."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    cookies = {"Cookie": f"sessionid={session}; csrftoken={CSRF}"}
    connection.request("GET", path, headers=cookies)
    page = connection.getresponse().read().decode()
    fields = list(dict.fromkeys(_FIELD.findall(page)))
    token = _TOKEN.search(page)
    if token is None or len(fields) != len(KINDS):
        raise RuntimeError(f"this is not the questionnaire: {page[:300]}")
    given = {field: _given(kind, session) for field, kind in zip(fields, KINDS, strict=True)}
    body = urllib.parse.urlencode({"csrfmiddlewaretoken": CSRF, "token": token[1], **given})
    start = time.perf_counter()
    headers = {**cookies, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", path, body, headers)
    answer = connection.getresponse()
    answer.read()
    seconds = time.perf_counter() - start
    connection.close()
    if answer.status != 302:
        raise RuntimeError(f"an answer was answered with {answer.status}")
    return seconds


def _given(kind: str, session: str) -> str:
    return f"Más tiempo para la visita, y menos exposición. {session}" if kind == "open" else "1"


def _nothing_is_lost(folder: Path, many: int) -> None:
    """Everybody is in the counts, on the roll, and with their own words."""
    with sqlite3.connect(folder / "tejido.sqlite3") as base:
        [(cells, roll)] = base.execute("SELECT cells, roll FROM evaluation_urn").fetchall()
        [(words,)] = base.execute("SELECT count(DISTINCT words) FROM evaluation_sealedanswer").fetchall()
        [(all_words,)] = base.execute("SELECT count(*) FROM evaluation_sealedanswer").fetchall()
    found = (sum(json.loads(cells).values()), len(json.loads(roll)), words, all_words)
    if found != (many, many, many, 2 * many):
        raise RuntimeError(f"something is lost: {found} of {many}")


def _transactions(folder: Path) -> Callable[[str], float]:
    """What SQLite takes for the least that an answer needs: a row of the size of the urn read and rewritten, and two
    rows entered, on disk when it is over."""
    path = folder / "bare.sqlite3"
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("CREATE TABLE urn (data TEXT)")
        base.execute("CREATE TABLE said (words TEXT)")
        base.execute("INSERT INTO urn VALUES (?)", ("x" * 40_000,))

    def once(words: str) -> float:
        base = sqlite3.connect(path, timeout=60, isolation_level=None)
        base.execute("PRAGMA synchronous=FULL")
        start = time.perf_counter()
        base.execute("BEGIN IMMEDIATE")
        [(data,)] = base.execute("SELECT data FROM urn").fetchall()
        base.execute("UPDATE urn SET data = ?", (data[1:] + "y",))
        base.executemany("INSERT INTO said VALUES (?)", [(words,), (words,)])
        base.execute("COMMIT")
        seconds = time.perf_counter() - start
        base.close()
        return seconds

    return once


if __name__ == "__main__":
    show(rows())
