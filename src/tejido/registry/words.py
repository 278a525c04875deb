"""The register in words."""

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tejido.web.languages import in_my_language

from .models import Seat
from .queries.offices import seats_by_office

_WITHOUT_A_SEAT: dict[str, Promise] = {"console": _("whoever runs this node"), "clock": _("this node, by itself")}


def seat_words(seat: Seat | None) -> str:
    """The seat's title and its state; nothing for what the clock or the console did. Needs institution and member."""
    if seat is None:
        return ""
    member = seat.institution.member
    return ", ".join(filter(None, (in_my_language(seat.title), in_my_language(member.name) if member else "")))


def office_words(seat: Seat | None, office: str) -> str:
    """Who acted: the seat in words, who has none, or the label of a seat that the register does not know any more."""
    return seat_words(seat) or str(_WITHOUT_A_SEAT.get(office, office))


def offices_in_words(offices: Iterable[str]) -> dict[str, str]:
    """Every one of these labels in words. One query."""
    wanted = set(offices) - {""}
    seats = seats_by_office(wanted)
    return {office: office_words(seats.get(office), office) for office in wanted}


def entry_words(kind: str, row: Any) -> str:
    """What an entered fact is about, for the page on which it is put right. A mandate is told by its seat alone."""
    match kind:
        case "standing":
            return f"{in_my_language(row.member.name)}: {row.get_status_display()}"
        case "seat":
            return seat_words(row)
        case "mandate":
            return seat_words(row.seat)
    return in_my_language(row.name) or str(row.code)
