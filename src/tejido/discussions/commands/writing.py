"""What every act in a thread begins and ends with: its row locked and read again for the actor, and its line."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.registry.models import Seat

from .. import rules
from ..letters import queue_notices
from ..lines import is_readable
from ..models import Mention, Message, Thread
from ..names import Act
from ..queries import ThreadContext, mentionable, thread_for


def locked(actor: Actor, thread: Thread, at: datetime) -> ThreadContext:
    """The thread as every act before has left it. ObjectDoesNotExist where the actor does not read it any more."""
    Thread.objects.select_for_update().filter(key=thread.key).first()
    return thread_for(actor, thread.key, at)


def write(actor: Actor, act: Act, thread: Thread, at: datetime, facts: dict[str, Any], **details: Any) -> None:
    """One line about the thread, in the ledger of its space."""
    tree = tree_of(thread.member.code if thread.member else "")
    write_down(actor, act, thread, at, facts, tree=tree, details=details or None)


def add_message(
    actor: Actor, thread: Thread, words: str, language: str, mentions: Sequence[str], at: datetime, *, by_mail: bool
) -> Message:
    """The next message, with those it speaks to, and a notice to who listens."""
    ask(rules.may_say(words, is_readable=is_readable(words)))
    number = Message.objects.filter(thread=thread).count() + 1
    row = Message.objects.create(
        thread=thread, number=number, language=language, words=words.strip(), seat_id=actor.seat, at=at,
        office=actor.office, came_by_mail=by_mail,
    )  # fmt: skip  # one row of a table, read as one
    mention(thread, row, mentions)
    Thread.objects.filter(key=thread.key).update(last_at=at)
    queue_notices(thread, row, at)
    return row


def mention(thread: Thread, row: Message, seats: Sequence[str]) -> None:
    """The seats that a message speaks to, instead of those before; all of them in the thread's space."""
    known: dict[str, Seat] = {seat.key: seat for seat in mentionable(thread)} if seats else {}
    wanted = sorted(set(seats))
    ask(rules.may_mention(any(key not in known for key in wanted)))
    Mention.objects.filter(message=row).delete()
    Mention.objects.bulk_create([Mention(message=row, seat=known[key]) for key in wanted])
