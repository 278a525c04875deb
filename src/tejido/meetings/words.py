"""Meetings, commitments and silences in words."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from tejido.registry.models import Party
from tejido.registry.words import offices_in_words, seat_words
from tejido.web.languages import in_my_language

from .models import Commitment, Meeting

Row = TypeVar("Row")


def title_of(meeting: Meeting) -> str:
    """What a meeting is called: its name, its kind and number, or both."""
    name, kind = in_my_language(meeting.name), meeting.get_kind_display()
    if meeting.number is None:
        return name or str(kind)
    numbered = _("%(kind)s %(number)s") % {"kind": kind, "number": meeting.number}
    return f"{numbered}: {name}" if name else numbered


def who_promised(commitment: Commitment) -> str:
    """The party or the seat."""
    return in_my_language(commitment.party.name) if commitment.party else seat_words(commitment.seat)


def alphabetical(rows: Iterable[Row]) -> list[Row]:
    """Parties, or lines of parties, by their names in the reader's language; what is of no party comes last."""
    return sorted(rows, key=_place)


def _place(row: Any) -> tuple[bool, str]:
    party = row if isinstance(row, Party) else row.party
    name = unicodedata.normalize("NFD", in_my_language(party.name) if party else "")
    return party is None, "".join(c for c in name.casefold() if not unicodedata.combining(c))


def with_offices(rows: Sequence[Row]) -> list[tuple[Row, str]]:
    """Each row with the office that made it, in words; with its label where the seat is not known any more."""
    found = offices_in_words(str(row.office) for row in rows)  # type: ignore[attr-defined]  # rows of acts
    return [(row, found.get(row.office, "")) for row in rows]  # type: ignore[attr-defined]


def kind_of(row: Any) -> str:
    """What a text is at one of its stages: "text", "revision", "edition", "round", "procedure"."""
    return type(row).__name__.lower()


def named(row: Any) -> str:
    """A text at one of its stages, in words."""
    title = in_my_language(row.title if kind_of(row) == "text" else row.text.title)
    match kind_of(row):
        case "edition":
            return f"{title} · " + _("Edition %(number)s") % {"number": row.number}
        case "revision":
            return f"{title} · " + _("Revision %(number)s") % {"number": row.number}
        case "round":
            return f"{title} · " + _("Round %(number)s") % {"number": row.number}
        case "procedure":
            return f"{title} · {row.get_kind_display()}"
    return title
