"""A classroom sends 1,000 statements in requests of 50, and reads them back, beside a bare table that takes the same
sealed bytes and tokens. Run: python bench/experience.py

Ours is the whole request: the key, strict reading, sealing, tokens, counts, the answer. The peer is SQLite with the
same two indexes, one durable transaction for each request; the database's own fastest way, executemany. In the second
store lie as many statements already as the size says, so that growth is seen.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from measure import seconds
from row import Row, show

STATEMENTS, BATCH = 1_000, 50
KEPT = (0, 20_000)
AT = datetime(2027, 3, 1, 12, tzinfo=UTC)
LIMIT = 40.0  # what reading, sealing and counting may cost on top of a bare insert
PAGE = 0.5  # seconds of an answer with 500 statements, while nothing else runs


def rows() -> Iterator[Row]:
    for kept in KEPT:
        with tempfile.TemporaryDirectory() as folder:
            taken, bare, page, found = _of_size(folder, kept)
        size = kept + STATEMENTS
        yield Row("1,000 statements, requests of 50", taken, "bare inserts of the same bytes", bare, LIMIT, size=size)
        yield Row("500 statements of an agent read", page, "half a second", PAGE, 1.0, size=size)
        yield Row("10 of a verb and an activity found", found, "half a second", PAGE, 1.0, size=size)


def _of_size(folder: str, kept: int) -> tuple[float, float, float, float]:
    """In a process of its own: Django keeps the first database that it is given."""
    environment = {**os.environ, "TEJIDO_DATA": folder, "DJANGO_SETTINGS_MODULE": "tejido.config.settings"}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, str(Path(__file__).resolve()), str(kept)]
    made = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    taken, bare, page, found = map(float, made.stdout.split()[-4:])
    return taken, bare, page, found


def measure(kept: int) -> tuple[float, ...]:
    """Processor time of sending, of bare inserts, of reading a page, and of finding, in seconds."""
    from django.test import Client

    headers = _key()
    client = Client(headers={"host": "localhost", **headers})
    _send(client, kept)
    taken = seconds(lambda: _send(client, STATEMENTS), runs=3)
    agent = json.dumps(_actor(1))
    page = seconds(lambda: _read(client, {"agent": agent, "limit": "500"}))
    one = {"verb": "http://adlnet.gov/expapi/verbs/passed", "activity": "https://aula.example.org/0", "limit": "10"}
    return taken, seconds(_bare, runs=3), page, seconds(lambda: _read(client, one))


def _key() -> dict[str, str]:
    import base64

    from tejido.experience.commands import make_key
    from tejido.ledger.actors import CONSOLE, Actor
    from tejido.registry.commands import enter_institution, enter_sourced_member, found_network, open_office
    from tejido.registry.names import Branch, Role

    found_network(actor=CONSOLE, name={"es": "Red"}, languages=["es"], zone="America/Asuncion", at=AT)
    member = enter_sourced_member(
        actor=CONSOLE, code="XA", name={"es": "Aldea"}, since=date(2006, 1, 1), source="acta", at=AT
    )
    school = enter_institution(
        actor=CONSOLE, member=member, code="EDU", name={"es": "Escuela"}, branch=Branch.EXECUTIVE, at=AT
    )
    actor = Actor(
        account="a", seat="s", mandate="m", office="XA/representative/EDU", role=Role.REPRESENTATIVE,
        institution=school.key, member="XA", is_fresh=True,
    )  # fmt: skip  # one actor
    body = open_office(actor=actor, member=member, institution=school, at=AT)
    made = make_key(actor=actor, body=body, name="Aula", scopes=["all"], limit=6000, at=AT)
    secret = base64.b64encode(f"{made.credential.login}:{made.secret}".encode()).decode()
    return {"Authorization": f"Basic {secret}", "X-Experience-API-Version": "1.0.3"}


def _actor(number: int) -> dict[str, Any]:
    home = {"homePage": "https://aula.example.org", "name": str(number)}
    return {"objectType": "Agent", "name": f"Persona {number}", "account": home}


def _told(number: int) -> dict[str, Any]:
    verb = ("passed", "completed", "experienced", "answered")[number % 4]
    return {
        "id": str(uuid4()),
        "actor": _actor(number % 50 if number % 2 else 1),
        "verb": {"id": f"http://adlnet.gov/expapi/verbs/{verb}", "display": {"es": verb}},
        "object": {
            "id": f"https://aula.example.org/{number % 20}",
            "definition": {
                "name": {"es": f"Lección {number % 20}"},
                "type": "http://adlnet.gov/expapi/activities/lesson",
            },
        },
        "result": {"score": {"scaled": 0.5}, "duration": "PT10M"},
        "context": {
            "registration": "ec531277-b57b-4c15-8d91-d292c5b2b8f7",
            "contextActivities": {"parent": [{"id": "https://aula.example.org/curso"}]},
        },
        "timestamp": "2027-03-01T12:00:00Z",
    }


def _send(client: Any, many: int) -> None:
    for start in range(0, many, BATCH):
        body = json.dumps([_told(start + number) for number in range(BATCH)])
        answer = client.post("/xapi/statements", body, content_type="application/json")
        if answer.status_code != 200:
            raise RuntimeError(f"the endpoint answered {answer.status_code}: {answer.content[:200]!r}")


def _read(client: Any, asked: dict[str, str]) -> None:
    answer = client.get("/xapi/statements", asked)
    if answer.status_code != 200 or len(answer.json()["statements"]) != int(asked["limit"]):
        raise RuntimeError(f"this is not what was asked for: {answer.content[:200]!r}")


def _bare() -> None:
    """The same rows into a bare table: bytes as they were sealed, tokens as they were made."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, store_no, uuid, credential, verb_no, stored, happened, digest, sealed FROM experience_statement"
            " ORDER BY id DESC LIMIT %s",
            [STATEMENTS],
        )
        statements = cursor.fetchall()
        cursor.execute(
            "SELECT statement, store_no, token, way FROM experience_mention WHERE statement >= %s ORDER BY statement",
            [statements[-1][0]],
        )
        mentions = cursor.fetchall()
    with tempfile.TemporaryDirectory() as folder, sqlite3.connect(Path(folder) / "bare.sqlite3") as base:
        base.isolation_level = None
        base.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE statement"
            " (id INTEGER PRIMARY KEY, store, uuid, credential, verb, stored, happened, digest, sealed);"
            "CREATE UNIQUE INDEX by_id ON statement (store, uuid);"
            "CREATE TABLE mention (statement, store, token, way); CREATE INDEX by_token ON mention (store, token, way)"
        )
        each = len(mentions) // (STATEMENTS // BATCH)
        for number in range(STATEMENTS // BATCH):
            _insert(
                base, statements[number * BATCH : (number + 1) * BATCH], mentions[number * each : (number + 1) * each]
            )


def _insert(base: sqlite3.Connection, statements: Sequence[Any], mentions: Sequence[Any]) -> None:
    base.execute("BEGIN IMMEDIATE")
    base.executemany("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", statements)
    base.executemany("INSERT INTO mention VALUES (?, ?, ?, ?)", mentions)
    base.execute("COMMIT")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        from prepared import prepare

        prepare()
        print(*measure(int(sys.argv[1])))
    else:
        show(rows())
