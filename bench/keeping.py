"""Backup and restore of the demonstration, with a hundred thousand lines of the ledger more, beside what SQLite itself
does with its file (`.backup`).

Ours reads rows, digests, signs, packs and seals them, and restoring reads everything twice, makes the index of search
and recomputes the ledger; the peer copies pages. Both are started as commands. There is no limit: it is another work.
"""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from measure import seconds
from row import Row
from tejido.formats.age import new_identity, recipient_of

LINES = 100_000
COMMAND = (sys.executable, "-m", "tejido.cli")
FILL = f"""
from tejido.cli.house import now, set_up
set_up()
from django.db import transaction
from tejido.ledger.actors import CONSOLE
from tejido.ledger.commands import record
with transaction.atomic():
    for number in range({LINES}):
        record(actor=CONSOLE, act="tried", tree="bench", kind="try", object=str(number), at=now(), facts=dict(n=number))
"""


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _of(Path(folder))


def _of(folder: Path) -> Iterator[Row]:
    data, key, copy = folder / "data", folder / "key", folder / "copy.age"
    identity = new_identity()
    key.write_text(identity)
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"TEJIDO_DATA": str(data), "LC_ALL": "C.UTF-8"}

    def run(*arguments: object) -> None:
        subprocess.run([*map(str, arguments)], env=environment, check=True, capture_output=True)

    run(*COMMAND, "demo", "--no-serve")
    run(sys.executable, "-c", FILL)
    ours = seconds(lambda: run(*COMMAND, "backup", "--to", copy, "--recipient", recipient_of(identity)), runs=1)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    file = data / "tejido.sqlite3"
    peer = seconds(lambda: _copied(file, folder / "peer.sqlite3"), runs=1)
    yield Row("backup of a network", ours, "sqlite3 .backup", peer, size=LINES, memory=memory)
    new = folder / "new"
    restored = seconds(lambda: subprocess.run(  # 1: no list of erasures was given, so two persons have to confirm
        [*COMMAND, "restore", str(copy), "--key", str(key), "--data", str(new)], env=environment, check=False,
        capture_output=True,
    ), runs=1)  # fmt: skip  # one call
    back = seconds(lambda: _copied(folder / "peer.sqlite3", folder / "back.sqlite3"), runs=1)
    yield Row("restoring a network", restored, "sqlite3 .backup back", back, size=LINES)


def _copied(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
