"""What the page of the weekly letter shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tejido.people.models import Account

from .letters import words_of
from .names import Day
from .queries import week_for, wish_of
from .rules import told_since


@dataclass(frozen=True, slots=True)
class Choice:
    day: Day
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Page:
    """`next_at`: when the next letter is due, None where none is wanted. `words`: what one would say now, empty where
    none would be sent."""

    choices: Sequence[Choice]
    is_on: bool
    next_at: datetime | None
    words: str
    is_demonstration: bool


def page_for(account: Account, at: datetime) -> Page:
    """In the language and on the clocks that are on: the reader's. Of who wants no letter yet, the last seven days."""
    wish = wish_of(account)
    day = wish.day if wish else None
    since = told_since(wish.told_at, at) if wish and wish.day is not None else at - timedelta(days=7)
    return Page(
        [Choice(each, each == day) for each in Day],
        day is not None,
        wish.next_at if wish else None,
        "\n\n".join(words_of(week_for(account, since, at), account)),
        account.is_demonstration,
    )
