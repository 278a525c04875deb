"""Writes what has changed, and nothing else."""

from collections.abc import Iterable

from django.db import transaction

from tejido.curriculum.models import Text

from ..models import Entry
from ..queries.sources import Wanted, entries_of_text

Place = tuple[int, str, str]
BATCH = 500


def index_everything() -> int:
    """Brings every text's entries up to date. Returns how many were written. Runs as often as one likes."""
    return sum(index_text(text) for text in Text.objects.select_related("body__member"))


@transaction.atomic
def index_text(text: Text) -> int:
    """Brings the entries of one text up to date. Returns how many were written."""
    known = {_place(row): row for row in Entry.objects.filter(source=text.key).only(*_FIELDS)}
    wanted = {entry.place: entry for entry in entries_of_text(text)}
    stale = [row.pk for place, row in known.items() if place not in wanted or wanted[place].digest != row.digest]
    Entry.objects.filter(pk__in=stale).delete()
    fresh = [entry for place, entry in wanted.items() if place not in known or known[place].digest != entry.digest]
    Entry.objects.bulk_create(_rows(text, fresh), batch_size=BATCH)
    return len(fresh)


_FIELDS = ("number", "place", "language", "digest")


def _place(row: Entry) -> Place:
    return row.number, row.place, row.language


def _rows(text: Text, entries: Iterable[Wanted]) -> list[Entry]:
    return [entry.row(text.key) for entry in entries]
