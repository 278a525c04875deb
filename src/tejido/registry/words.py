"""The register in words."""

from typing import Any

from tejido.web.languages import in_my_language

from .models import Seat


def seat_words(seat: Seat | None) -> str:
    """The seat's title and its state; nothing for what the clock or the console did. Needs institution and member."""
    if seat is None:
        return ""
    member = seat.institution.member
    return ", ".join(filter(None, (in_my_language(seat.title), in_my_language(member.name) if member else "")))


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
