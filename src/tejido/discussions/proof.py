"""What a reply address says: the thread and the seat, and until when. The signature beside it is made by `people` over
this and over the mandate and the account that hold the seat; so it ends with the mandate."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tejido.engine.document import ID_LENGTH
from tejido.registry.models import Mandate

VALID_FOR = timedelta(days=30)
_DIGITS = "0123456789abcdefghijklmnopqrstuv"  # those of int(…, 32); small, since mail servers may make letters small
_HOURS = 5
_FIRST = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class About:
    """What a reply address is for."""

    thread: str
    seat: str
    until: datetime

    @property
    def text(self) -> str:
        return f"{self.thread}{self.seat}{_hours(self.until)}"


def about(thread: str, seat: str, at: datetime) -> About:
    """A reply address that is made now."""
    return About(thread, seat, at + VALID_FOR)


def about_in(text: str) -> About | None:
    """The inverse of `About.text`; None where it is nothing of the kind."""
    thread, seat, hours = text[:ID_LENGTH], text[ID_LENGTH : 2 * ID_LENGTH], text[2 * ID_LENGTH :]
    if len(hours) != _HOURS or set(hours) - set(_DIGITS):
        return None
    return About(thread, seat, _FIRST + timedelta(hours=int(hours, 32)))


def bound_to(mandate: Mandate) -> str:
    """Whose reply it is: this mandate of this account, and nobody after them."""
    return f"{mandate.key}:{mandate.account_id}"


def _hours(until: datetime) -> str:
    number, found = int((until - _FIRST) / timedelta(hours=1)), ""
    for _ in range(_HOURS):
        number, digit = divmod(number, 32)
        found = _DIGITS[digit] + found
    return found
