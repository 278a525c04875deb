"""Search over many passages, against the bare full-text query of the same database. Run: python bench/search.py

Ours is the whole way from words to hits in order, with the filters of who may read. Passages are made of a vocabulary
in which, as in a language, a few words are everywhere and most are rare. The figures are the 95th percentile.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from row import Row, show

SIZES = (10_000, 100_000, 1_000_000)
QUESTIONS = 60
WORDS, LENGTH, BATCH = 20_000, 18, 20_000
LIMIT_MS = 50
HERE = Path(__file__).parent


def rows() -> Iterator[Row]:
    for url in filter(lambda url: url is not None, ("", _postgresql())):
        for size in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                yield from _of_size(folder, str(url), size)


def _postgresql() -> str | None:
    """The address of a server that answers, or nothing."""
    found = subprocess.run(
        [sys.executable, str(HERE.parent / "tools" / "postgresql.py")], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or None


def _of_size(folder: str, url: str, size: int) -> Iterator[Row]:
    environment = {**os.environ, "TEJIDO_DATA": folder, "DJANGO_SETTINGS_MODULE": "tejido.config.settings"}
    environment.pop("DATABASE_URL", None)
    name = "SQLite"
    if url:
        name, environment["DATABASE_URL"] = "PostgreSQL", url
    made = subprocess.run(
        [sys.executable, str(HERE / "search.py"), str(size)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    ours, bare = map(float, made.stdout.split()[-2:])
    yield Row(f"search, p95, {name}", ours, "the bare query", bare, size=size)
    yield Row(f"search, p95, {name} (aim)", ours, f"{LIMIT_MS} ms", LIMIT_MS / 1000, limit=1.0)


def measure(words: list[str]) -> tuple[float, float]:
    """The 95th percentile of ours and of the bare query, in seconds."""
    from tejido.ledger.actors import PUBLIC
    from tejido.search.queries import Asked, find
    from tejido.search.queries.matching import Term, matching
    from tejido.search.terms import terms_of

    chance = random.Random(2)
    asked = [" ".join(_draw(chance, words, 2)) for _ in range(QUESTIONS)]
    bare = [[[Term(next(iter(terms_of(word, "es"))))] for word in question.split()] for question in asked]
    ours = _p95([lambda q=q: find(PUBLIC, Asked(q)) for q in asked])
    return ours, _p95([lambda g=g: matching(g, 301) for g in bare])


def _p95(acts: Sequence[Callable[[], Any]]) -> float:
    times = []
    for act in acts:
        act()
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return sorted(times)[int(len(times) * 0.95)]


def _vocabulary() -> list[str]:
    chance = random.Random(1)
    syllables = ["ca", "me", "ri", "so", "lu", "pre", "ven", "na", "ti", "do", "bla", "cri", "es", "to", "ga"]
    return ["".join(chance.choices(syllables, k=chance.randint(2, 5))) for _ in range(WORDS)]


def _draw(chance: random.Random, words: list[str], count: int) -> list[str]:
    """Words as a language uses them: the rank of each is spread evenly on a logarithmic scale."""
    return [words[int(WORDS ** chance.random()) - 1] for _ in range(count)]


def _fill(size: int, words: list[str]) -> None:
    """Half of the passages are public, so that who may read has something to take away."""
    from tejido.search.models import Entry
    from tejido.search.queries.records.values import NETWORK, PUBLIC
    from tejido.search.terms import filter_of, terms_of

    chance = random.Random(3)
    terms = {word: " ".join(terms_of(word, "es")) for word in words}
    state = filter_of("version", "latest")
    for start in range(0, size, BATCH):
        made = []
        for number in range(start, min(start + BATCH, size)):
            said = _draw(chance, words, LENGTH)
            reader = PUBLIC if number % 2 else NETWORK
            found = " ".join({terms[word] for word in said})
            made.append(
                Entry(
                    source=f"{number // 500:012d}", place=f"{number % 500:012d}", language="es", number=1,
                    title={"es": "Texto"}, words=" ".join(said), url="/", digest="",
                    terms=f"{found} {reader} {state} flanguagees",
                )
            )  # fmt: skip
        Entry.objects.bulk_create(made, batch_size=2_000)


def _child(size: int) -> None:
    """In a database of its own, which is made and dropped."""
    import django
    from django.db import connection
    from django.test.utils import setup_databases, teardown_databases

    django.setup()
    made = setup_databases(verbosity=0, interactive=False, parallel=0)
    try:
        words = _vocabulary()
        _fill(size, words)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE search_entry")  # the server does it by itself, but not at once
        values = measure(words)
    finally:
        teardown_databases(made, verbosity=0)
    print(*values)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _child(int(sys.argv[1]))
    else:
        show(rows())
