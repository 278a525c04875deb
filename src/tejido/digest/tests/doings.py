"""Wanting a weekly letter, and getting it."""

from datetime import datetime, timedelta

from cast import NOW, Cast
from tejido.digest.commands import choose_day, tell_due
from tejido.people.models import Letter

FP, VA, JUS, SEC, OBS = (
    "XA/focal_point",
    "XA/validating_authority",
    "XA/representative/JUS",
    "network/secretariat",
    "network/observer",
)
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
MONDAY = 0  # NOW is one, nine in the morning in Asunción
NEXT = NOW + WEEK - 2 * HOUR  # seven in the morning a week later


def want(cast: Cast, who: str, day: int | None = MONDAY, at: datetime = NOW) -> None:
    choose_day(account=cast.account(who), day=day, at=at)


def letters(cast: Cast, who: str) -> list[Letter]:
    found = Letter.objects.filter(to=cast.account(who), occasion__startswith="weekly:")
    return list(found.order_by("queued_at"))


def told(cast: Cast, who: str, at: datetime = NEXT) -> str:
    """What the next letter says; nothing where none was written."""
    want(cast, who)
    tell_due(at=at)
    return "".join(letter.body for letter in letters(cast, who))
