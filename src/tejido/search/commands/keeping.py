"""Writes what has changed, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from django.db import transaction

from tejido.curriculum.models import Text

from ..models import Entry
from ..queries.records import RECORDS
from ..queries.sources import entries_of_text
from .numbering import free_numbers

Place = tuple[int, str, str]
BATCH = 500


class Wanted(Protocol):
    """An entry as its source says that it should be. Its words are looked at only where it has to be written."""

    @property
    def place(self) -> Place: ...
    @property
    def digest(self) -> str: ...
    @property
    def since(self) -> datetime: ...
    def row(self, source: str) -> Entry: ...


def index_everything() -> int:
    """Brings the entries of every text and record up to date. Returns how many were written. Runs as often as one
    likes."""
    written = sum(index_text(text) for text in Text.objects.all())
    for kind, record in RECORDS.items():
        written += sum(index_record(kind, key) for key in record.rows.values_list("key", flat=True))
    return written


@transaction.atomic
def index_text(text: Text) -> int:
    """Brings the entries of one text up to date. Returns how many were written. Of two at once the second waits, and
    sees what the first has written."""
    text = Text.objects.select_for_update(of=("self",)).select_related("body__member").get(key=text.key)
    return _keep(text.key, entries_of_text(text))


@transaction.atomic
def index_record(kind: str, key: str) -> int:
    """The same of one record: `kind` says what row it is made of."""
    record = RECORDS[kind]
    row = record.rows.select_for_update(of=("self",)).get(key=key)
    return _keep(key, record.pieces(row))


def _keep(source: str, entries: Iterable[Wanted]) -> int:
    known = {_place(row): row for row in Entry.objects.filter(source=source).only(*_FIELDS)}
    wanted = {entry.place: entry for entry in entries}
    stale = [row.pk for place, row in known.items() if place not in wanted or wanted[place].digest != row.digest]
    fresh = [entry for place, entry in wanted.items() if place not in known or known[place].digest != entry.digest]
    rows = _rows(source, fresh, _said(stale))
    for batch in _batches(stale):
        Entry.objects.filter(pk__in=batch).delete()
    Entry.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)


_FIELDS = ("number", "place", "language", "digest")


def _place(row: Entry) -> Place:
    return row.number, row.place, row.language


def _batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    """SQLite takes only so many values in one question."""
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))


def _said(stale: Sequence[int]) -> dict[Place, tuple[int, str]]:
    """What the rows that go say, with their numbers."""
    found: dict[Place, tuple[int, str]] = {}
    for batch in _batches(stale):
        for row in Entry.objects.filter(pk__in=batch).only("number", "place", "language", "words"):
            found[_place(row)] = row.pk, row.words
    return found


def _rows(source: str, fresh: Iterable[Wanted], said: Mapping[Place, tuple[int, str]]) -> list[Entry]:
    """The rows to write. What says the same as before is as old as before, however it is looked for now."""
    numbers: dict[datetime, Iterator[int]] = {}
    rows = []
    for entry in fresh:
        row = entry.row(source)
        number, words = said.get(entry.place, (None, ""))
        if number is None or words != row.words:
            if entry.since not in numbers:
                numbers[entry.since] = free_numbers(entry.since)
            number = next(numbers[entry.since])
        row.pk = number
        rows.append(row)
    return rows
