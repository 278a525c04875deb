"""Prints the address of a PostgreSQL server on which tests may make databases; prints nothing where none answers.

TEJIDO_TEST_DATABASE_URL names one; else those are tried that a developer's machine and a CI service usually have.
"""

import os
from collections.abc import Iterator

import psycopg

NAME = "tejido"  # tests run in test_tejido; this database itself is not touched

MAY_MAKE_DATABASES = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"


def candidates() -> Iterator[str]:
    if named := os.environ.get("TEJIDO_TEST_DATABASE_URL"):
        yield named
        return
    for user in ("postgres", "postgres:postgres", os.environ.get("USER", "root")):
        yield f"postgresql://{user}@127.0.0.1:5432/{NAME}"
    yield f"postgresql:///{NAME}?host=/var/run/postgresql"


def answers(url: str) -> bool:
    """Whether the server lets this user make databases."""
    try:
        with psycopg.connect(url.replace(f"/{NAME}", "/postgres"), connect_timeout=2) as connection:
            row = connection.execute(MAY_MAKE_DATABASES).fetchone()
    except psycopg.Error:
        return False
    return bool(row and row[0])


if __name__ == "__main__":
    print(next(filter(answers, candidates()), ""))
