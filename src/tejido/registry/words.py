"""Seats in words."""

from tejido.web.languages import in_my_language

from .models import Seat


def seat_words(seat: Seat | None) -> str:
    """The seat's title and its state; nothing for what the clock or the console did. Needs institution and member."""
    if seat is None:
        return ""
    member = seat.institution.member
    return ", ".join(filter(None, (in_my_language(seat.title), in_my_language(member.name) if member else "")))
