"""Who is told of what is written: who follows, who has muted, how each seat wants its letters."""

from collections.abc import Iterable

from tejido.registry.names import Role
from tejido.registry.rules import keepers_of

from ..models import Following, LetterWish, Mention, Message, Thread
from ..names import Hearing, Letters
from .seats import seats_in


def letters_of(seat: str) -> Letters:
    """How this seat wants to be written to."""
    found = LetterWish.objects.filter(seat=seat).values_list("letters", flat=True).first()
    return Letters(found) if found else Letters.DIGEST


def wishes_of(seats: Iterable[str]) -> dict[str, str]:
    """The same for several seats, for those that said it."""
    return dict(LetterWish.objects.filter(seat__in=list(seats)).values_list("seat_id", "letters"))


def listeners(thread: Thread) -> set[str]:
    """The keys of the seats that are told of a message: who began the thread, wrote in it, was mentioned, or follows
    it, and who keeps its space; without those that muted it."""
    said = dict(Following.objects.filter(thread=thread).values_list("seat_id", "hearing"))
    found = {thread.seat_id} | _keepers(thread)
    found |= set(Message.objects.filter(thread=thread).values_list("seat_id", flat=True))
    found |= set(Mention.objects.filter(message__thread=thread).values_list("seat_id", flat=True))
    found |= {seat for seat, hearing in said.items() if hearing == Hearing.FOLLOW}
    return {seat for seat in found if said.get(seat) != Hearing.MUTE}


def _keepers(thread: Thread) -> set[str]:
    """The focal points of a member's own thread; the secretariat of the network's."""
    roles = keepers_of(thread.member.code if thread.member else "") - {Role.VALIDATING_AUTHORITY}
    rows = seats_in(thread.member.code if thread.member else "").filter(role__in=roles)
    return set(rows.filter(institution__member=thread.member).values_list("key", flat=True))


def hearing_of(thread: Thread, seat: str) -> Hearing:
    """Whether this seat is told of what is written."""
    return Hearing.FOLLOW if seat in listeners(thread) else Hearing.MUTE
