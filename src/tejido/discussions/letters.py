"""Letters about discussions: what was written in the network's space, and of a member's own that something was written.

A member's own deliberation does not travel by mail in the clear, so a letter about it says where it is read and no word
of it, not even the subject.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from tejido.formats.mail.quoting import MARK
from tejido.ledger.refusals import Refusal
from tejido.people.models import Account, Letter
from tejido.registry.models import Mandate
from tejido.registry.queries.mandates import held_at
from tejido.registry.words import seat_words
from tejido.web.instants import clocks, in_zone
from tejido.web.languages import base

from .models import EDITED_WITHIN, Message, Notice, Thread
from .names import Letters
from .proof import about, bound_to
from .queries.hearing import listeners, wishes_of
from .queries.places import Beside

MORNING = time(7)  # on the clocks of the reader


def queue_notices(thread: Thread, message: Message, at: datetime) -> None:
    """Whoever listens is told later: when the message cannot be put right any more, or the next morning."""
    seats = listeners(thread) - {message.seat_id}
    wishes = wishes_of(seats)
    wanting = [seat for seat in seats if wishes.get(seat) != Letters.NONE]
    held = held_at(at).filter(seat__in=wanting, account__is_active=True, account__is_demonstration=False)
    rows = [
        Notice(message=message, seat_id=mandate.seat_id, due_at=_due(mandate, wishes.get(mandate.seat_id), at))
        for mandate in held.select_related("account")
    ]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)


def _due(mandate: Mandate, wish: str | None, at: datetime) -> datetime:
    soonest = at + EDITED_WITHIN
    if wish == Letters.EACH:
        return soonest
    local = soonest.astimezone(clocks(mandate.account.zone))
    day = local.date() if local.time() <= MORNING else local.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, local.tzinfo)


@dataclass(frozen=True, slots=True)
class Told:
    """A thread and those of its messages that a letter tells of."""

    thread: Thread
    beside: Beside
    messages: Sequence[Message]


def letter_to(mandate: Mandate, told: Sequence[Told], occasion: str, at: datetime) -> Letter:
    """One letter about one thread or several. Each can be answered at an address of its own; where there is one thread,
    by answering the letter. A letter that tells of a member's own space has no such address: an answer to it would be
    words of that deliberation."""
    account = mandate.account
    is_open = bool(settings.REPLY_DOMAIN) and not any(each.thread.member_id for each in told)
    abouts = [about(each.thread.key, mandate.seat_id, at).text for each in told] if is_open else []
    with override(base(account.language)):
        subject, lines = _subject(told), list(_lines(account, told, abouts))
    return Letter(
        to=account, occasion=occasion, subject=subject[:200], body="\n\n".join(filter(None, lines)), queued_at=at,
        replies=[[text, bound_to(mandate)] for text in abouts],
    )  # fmt: skip  # one row of a table, read as one


def _subject(told: Sequence[Told]) -> str:
    if len(told) > 1:
        return _("Discussions: what was written")
    if told[0].thread.member_id:
        return _("A message in a discussion of your member")
    return _("Discussion: %(subject)s") % {"subject": told[0].thread.subject}


def _lines(account: Account, told: Sequence[Told], abouts: Sequence[str]) -> Iterable[str]:
    if abouts:
        line = _("To answer by e-mail, write above this line")
        yield f"{MARK} {line} {MARK}"
    for place, each in enumerate(told):
        yield from _of_thread(account, each)
        yield f"{settings.ORIGIN}/discussions/{each.thread.key}/"
        if abouts:
            yield _("Answer by e-mail: %(address)s") % {"address": f"{{{abouts[place]}}}"}
    yield _("Nothing that is written in a discussion is a position of a member.")


def _of_thread(account: Account, told: Told) -> Iterable[str]:
    if told.thread.member_id:
        n = len(told.messages)
        yield ngettext(
            "%(n)s message was written in a discussion of your member. It is read here:",
            "%(n)s messages were written in a discussion of your member. They are read here:",
            n,
        ) % {"n": n}
        return
    yield f"{told.thread.subject} · {told.beside.title}"
    for message in told.messages:
        yield f"{seat_words(message.seat)}, {in_zone(message.at, account.zone)}:"
        yield message.words


def letter_of_refusal(mandate: Mandate, refusal: Refusal, occasion: str, at: datetime) -> Letter:
    """Why an answer that somebody sent by e-mail was not taken; nothing of the discussion is in it."""
    with override(base(mandate.account.language)):
        subject = _("Your e-mail was not taken into the discussion")
        lines = [f"{subject}.", refusal.sentence, f"{settings.ORIGIN}/discussions/"]
    return Letter(to=mandate.account, occasion=occasion, subject=subject, body="\n\n".join(lines), queued_at=at)
