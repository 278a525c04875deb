"""Wanting a weekly letter, ending it, and writing those that are due. They are a person's own and no acts of a seat."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from tejido.people.commands import queue_letters
from tejido.people.models import Account, Letter

from .letters import letter_for
from .models import Wish
from .queries import due
from .rules import next_due, on_present_clocks

AT_ONCE = 10  # letters that one look of the clock writes: nothing else waits long for them
AGAIN = timedelta(hours=1)

logger = logging.getLogger(__name__)


@transaction.atomic
def choose_day(*, account: Account, day: int | None, at: datetime) -> None:
    """A letter on this day of each week; None: no more letters. Who begins is told what happens from now on."""
    next_at = None if day is None else next_due(day, account.zone, at)
    row, is_new = Wish.objects.select_for_update().get_or_create(
        account=account, defaults={"day": day, "next_at": next_at, "told_at": at}
    )
    if is_new:
        return
    began = row.day is None and day is not None
    row.day, row.next_at, row.told_at = day, next_at, at if began else row.told_at
    row.save(update_fields=["day", "next_at", "told_at"])


def end_letters(*, key: str) -> None:
    """No more letters to who has this wish. Twice is like once. The caller has checked the token."""
    Wish.objects.filter(pk=key).update(day=None, next_at=None)


def tell_due(*, at: datetime) -> int:
    """Writes the letters that are due. How many."""
    wanted = [(wish, wish.day, wish.next_at) for wish in due(at, AT_ONCE)]
    return sum(_tell(wish, day, due_at, at) for wish, day, due_at in wanted if day is not None and due_at)


def _tell(wish: Wish, day: int, due_at: datetime, at: datetime) -> int:
    zone, rows = wish.account.zone, Wish.objects.filter(pk=wish.pk, next_at=due_at)
    present = on_present_clocks(day, zone, due_at)
    if present > at:
        rows.update(next_at=present)
        return 0
    try:
        letter = letter_for(wish, at) if is_reached(wish.account) else None
    except Exception:  # one that cannot be written must not keep those of all others
        logger.exception("A weekly letter could not be written; it is tried again (account %s)", wish.account_id.hex)
        rows.update(next_at=at + AGAIN)
        return 0
    return _queue(letter, rows, next_due(day, zone, at), at)


@transaction.atomic
def _queue(letter: Letter | None, rows: QuerySet[Wish], next_at: datetime, at: datetime) -> int:
    """The letter and when the next one is due stand in one transaction, so that neither a process that is killed nor a
    second one writes twice. A second one in a week is written by nobody: the occasion is the same."""
    if not rows.update(next_at=next_at, told_at=at) or letter is None:
        return 0  # another process has it, or it was ended meanwhile; or nothing is to be told
    queue_letters(letters=[letter])
    return 1


def is_reached(account: Account) -> bool:
    """Nobody reads the mail of an invented seat, and who sits in none now is told nothing."""
    return account.is_active and not account.is_demonstration and not account.factor_code
