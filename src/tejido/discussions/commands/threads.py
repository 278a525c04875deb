"""Threads: begun, closed and opened again, summed up; followed and muted."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.models import Member

from .. import rules
from ..lines import is_readable
from ..models import Following, LetterWish, Thread
from ..names import Act, Hearing, Letters, Space
from ..queries.places import Beside
from .writing import add_message, locked, write


@transaction.atomic
def begin_thread(
    *,
    actor: Actor,
    beside: Beside,
    space: str,
    subject: str,
    words: str,
    language: str,
    mentions: Sequence[str] = (),
    at: datetime,
    is_demonstration: bool = False,
) -> Thread:
    """A discussion with its first message beside an object that the caller has loaded for the actor."""
    ask(rules.may_begin(actor, space, subject, is_shared=beside.readers.is_shared))
    member = Member.objects.get(code=actor.member) if space == Space.OWN else None
    row = Thread.objects.create(
        place=beside.place.code, object=beside.key, member=member, subject=subject.strip(), language=language,
        seat_id=actor.seat, at=at, office=actor.office, last_at=at, is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    add_message(actor, row, words, language, mentions, at, by_mail=False)
    facts = {"place": row.place, "object": row.object, "space": str(space)}
    write(actor, Act.THREAD_BEGUN, row, at, facts, subject=row.subject, words=words.strip())
    return row


@transaction.atomic
def close_thread(*, actor: Actor, thread: Thread, at: datetime) -> None:
    """It stays to be read, and nobody writes in it."""
    row = locked(actor, thread, at).thread
    ask(rules.may_close(actor, row))
    Thread.objects.filter(key=row.key).update(closed_at=at)
    write(actor, Act.THREAD_CLOSED, row, at, {})


@transaction.atomic
def reopen_thread(*, actor: Actor, thread: Thread, at: datetime) -> None:
    row = locked(actor, thread, at).thread
    ask(rules.may_reopen(actor, row))
    Thread.objects.filter(key=row.key).update(closed_at=None)
    write(actor, Act.THREAD_REOPENED, row, at, {})


@transaction.atomic
def sum_up_thread(*, actor: Actor, thread: Thread, words: str, language: str, at: datetime) -> None:
    """What was said, in short, above everything else. A later summary takes its place."""
    row = locked(actor, thread, at).thread
    ask(rules.may_sum_up(actor, row) or rules.may_say(words, is_readable=is_readable(words)))
    Thread.objects.filter(key=row.key).update(
        summary=words.strip(), summary_language=language, summary_office=actor.office, summed_up_at=at
    )
    write(actor, Act.THREAD_SUMMED_UP, row, at, {}, words=words.strip())


def hear_thread(*, actor: Actor, thread: Thread, hearing: Hearing) -> None:
    """Whether this seat is told of what is written. A preference, and no act."""
    Following.objects.update_or_create(thread=thread, seat_id=actor.seat, defaults={"hearing": hearing})


def want_letters(*, actor: Actor, letters: Letters) -> None:
    """How this seat wants to be written to. A preference, and no act."""
    LetterWish.objects.update_or_create(seat_id=actor.seat, defaults={"letters": letters})
