"""Records of training: a file end to end against the bare database, and figures whatever the number of records.

The file is read, checked, compared with what is known, written, and counted; beside it the same rows go into the same
table with the same indexes by the fastest way of the database: executemany on SQLite, COPY of ready bytes on
PostgreSQL. The other side does less: it reads no file, compares nothing, seals no names and counts nothing. A figure
passes within 50 ms. TEJIDO_BENCH_RECORDS says how many records the file has (1,000,000); ten times as many are behind
the figures. PostgreSQL is measured where TEJIDO_BENCH_POSTGRESQL is the address of a server, without a database.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from row import Row, show

SIZE = int(os.environ.get("TEJIDO_BENCH_RECORDS", "1000000"))
SERVER = os.environ.get("TEJIDO_BENCH_POSTGRESQL", "")
AT_ONCE = 0.050  # seconds within which a figure is there
LIMITS = {"SQLite": 3, "PostgreSQL": 2}
PEERS = {"SQLite": "executemany", "PostgreSQL": "COPY"}


def rows() -> Iterator[Row]:
    for database in ("SQLite", *(["PostgreSQL"] if SERVER else [])):
        for size in (SIZE // 10, SIZE):
            told = measured(database, "import", size)
            limit = LIMITS[database] if size == SIZE else None
            peer = f"{PEERS[database]}, {told['rows']:,} rows"
            yield Row(f"import, {database}", told["ours"], peer, told["bare"], limit, size, told["memory"])
        told = measured(database, "figures", SIZE * 10)
        if not told["same"]:
            raise AssertionError("the figures are not what the records say")
        for name, seconds in told["times"].items():
            yield Row(f"{name}, {database}", seconds, "50 ms", AT_ONCE, 1, None)


def measured(database: str, what: str, size: int) -> dict[str, Any]:
    """What a process of its own measures on a fresh database."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if database == "PostgreSQL":
        environment["DATABASE_URL"] = f"{SERVER}/tejido_bench_records"
        anew()
    command = [sys.executable, str(Path(__file__).with_name("recording.py")), what, str(size)]
    return json.loads(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)


def anew() -> None:
    """An empty database in the place of the one that was measured before."""
    import psycopg

    with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS tejido_bench_records")
        connection.execute("CREATE DATABASE tejido_bench_records")


if __name__ == "__main__":
    show(rows())
