"""Lines of the ledger as people read them: who did what, how often that day, and where to look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils import timezone

from tejido.ledger.models import Line
from tejido.registry.models import Seat
from tejido.registry.queries import seat_names
from tejido.registry.words import seat_words

from .acts import words

_PAGES = {
    "round": "/rounds/{}/",
    "procedure": "/procedures/{}/",
    "comment": "/comments/{}/",
    "meeting": "/meetings/{}/",
    "seminar": "/seminars/{}/",
    "programme": "/seminars/{}/programme/",
}


@dataclass(frozen=True, slots=True)
class Happening:
    """An act, or several of one kind from one seat on one day. `url` is empty where there is no page for it."""

    what: str
    who: str
    at: datetime
    url: str
    count: int


def happenings(lines: Sequence[Line]) -> list[Happening]:
    """The lines, newest first, with what one seat did of one kind on one day drawn together. One query."""
    seats = seat_names({line.seat for line in lines if line.seat})
    grouped = groupby(lines, key=lambda line: (line.act, line.seat, timezone.localtime(line.at).date()))
    return [_happening(list(found), seats.get(seat)) for (_, seat, _), found in grouped]


def _happening(lines: list[Line], seat: Seat | None) -> Happening:
    first = lines[0]
    url = _PAGES.get(first.kind, "").format(first.object) if len({line.object for line in lines}) == 1 else ""
    return Happening(words(first.act), seat_words(seat), first.at, url, len(lines))
