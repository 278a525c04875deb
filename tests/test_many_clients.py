"""Two hundred people at once on PostgreSQL, at the real server with two processes: nobody gets an error."""

import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from runpy import run_path

import psycopg
import pytest

from small_network import PAGES, Small, make
from test_crowd import spread
from test_failover import served, verified
from visitor import Visitor

ADDRESSES = run_path(str(Path(__file__).parents[1] / "tools" / "postgresql.py"))
SERVER = next(filter(ADDRESSES["answers"], ADDRESSES["candidates"]()), "")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.thorough,
    pytest.mark.sqlite,  # its database is its own
    pytest.mark.skipif(not SERVER, reason="SKIPPED: no PostgreSQL server answers, so no crowd is tested on it"),
]
PEOPLE, EACH, NAME = 200, 5, "tejido_crowd"


@pytest.fixture
def database():
    base, _slash, _name = SERVER.partition("?")[0].rpartition("/")
    options = SERVER.partition("?")[2]
    of = lambda name: f"{base}/{name}" + (f"?{options}" if options else "")  # noqa: E731  # two addresses of one server
    with closing(psycopg.connect(of("postgres"), autocommit=True)) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {NAME} ENCODING 'UTF8' TEMPLATE template0")
        yield of(NAME)
        connection.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


def visit(visitor: Visitor, small: Small, who: int) -> list[tuple[int, float]]:
    """Reads and writes in turn. Status and seconds of each answer."""
    chance, answers = random.Random(who), []
    for number in range(EACH):
        began = time.monotonic()
        visitor.get(chance.choice(PAGES))
        answers.append((200, time.monotonic() - began))
        began = time.monotonic()
        address, fields = small.remark(f"Observación {who}-{number}")
        answers.append((visitor.post(address, **fields), time.monotonic() - began))
    return answers


def test_two_hundred_people_read_and_write_at_once_on_postgresql_without_an_error(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    small = make(data, PEOPLE, DATABASE_URL=database)
    with served(data, DATABASE_URL=database) as origin, closing(psycopg.connect(database)) as connection:
        with ThreadPoolExecutor(16) as arriving:
            people = list(arriving.map(lambda session: Visitor(origin).enter(session), small.sessions))
        began = time.monotonic()
        with ThreadPoolExecutor(PEOPLE) as crowd:
            work = [crowd.submit(visit, visitor, small, who) for who, visitor in enumerate(people)]
            answers = [answer for done in work for answer in done.result()]
        lasted = time.monotonic() - began
        kept = connection.execute("SELECT count(*) FROM deliberation_remark WHERE body ~ '^Observación \\d'").fetchone()
        checked = verified(data, DATABASE_URL=database)
    with capsys.disabled():
        rate = len(answers) / lasted
        said = f"{len(answers)} answers to {PEOPLE} people on PostgreSQL"
        sys.stdout.write(f"\n{said}: {rate:.0f}/s, {spread(answers)}\n")
    assert {status for status, _seconds in answers} == {200, 302}
    assert kept is not None
    assert kept[0] == PEOPLE * EACH
    assert checked.returncode == 0
