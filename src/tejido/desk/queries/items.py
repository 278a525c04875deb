"""What a line of the desk is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for the seat: what, where, and until when (None: no date).

    `mail` is what a letter may say of it, and why it waits for this seat; where it is empty a letter counts it and
    names nothing. `is_sealed`: a letter does not even count it.
    """

    what: str
    text: str
    url: str
    until: datetime | None
    zone: str
    mail: str = ""
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """What waits within one stretch of time: its name, and the things in their order."""

    code: str
    label: Promise
    items: tuple[Waiting, ...]


def stretches(waiting: Sequence[Waiting], at: datetime) -> list[Stretch]:
    """What is overdue, what has a date within a week, what has a later one, what has none; without those that are
    empty. Nothing is left out, and within each the order stays."""
    dated = [(item.until, item) for item in waiting if item.until]
    found = (
        Stretch("overdue", pgettext_lazy("waiting", "Overdue"), tuple(item for day, item in dated if day < at)),
        Stretch("soon", _("Within seven days"), tuple(item for day, item in dated if at <= day <= at + SOON)),
        Stretch("later", pgettext_lazy("waiting", "Later"), tuple(item for day, item in dated if day > at + SOON)),
        Stretch("undated", _("Without a date"), tuple(item for item in waiting if not item.until)),
    )
    return [stretch for stretch in found if stretch.items]
