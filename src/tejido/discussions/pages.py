"""Parts of the pages of discussions."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from tejido.ledger.actors import Actor
from tejido.registry.queries import seats_by_office
from tejido.registry.words import seat_words

from . import rules
from .models import Message, Thread
from .queries import ThreadContext, mentionable
from .words import seat_choice, shown


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A message as it reads; nothing of its words where it was withdrawn or hidden."""

    message: Message
    who: str
    passages: tuple[SafeString, ...]
    mentions: tuple[str, ...]
    hidden_by: str
    may_edit: bool
    may_withdraw: bool


def lines_of(actor: Actor, context: ThreadContext, at: datetime) -> list[MessageLine]:
    """Everything in its order. One query."""
    keepers = seats_by_office({row.hidden_by for row in context.messages if row.hidden_by})
    is_open = rules.may_write(context.thread, is_in_reach=context.is_in_reach) is None
    return [
        MessageLine(
            message=row,
            who=seat_words(row.seat),
            passages=shown(row.words, row.language) if row.stands else (),
            mentions=tuple(seat_words(mention.seat) for mention in context.mentioned(row)) if row.stands else (),
            hidden_by=seat_words(keepers.get(row.hidden_by)) or row.hidden_by,
            may_edit=is_open and rules.may_edit(actor, row, at) is None,
            may_withdraw=rules.may_withdraw(actor, row) is None,
        )
        for row in context.messages
    ]


def summed_up_by(thread: Thread) -> str:
    """Which seat has summed it up. One query where one has."""
    office = thread.summary_office
    return seat_words(seats_by_office({office}).get(office)) or office if office else ""


def seat_choices(thread: Thread) -> list[tuple[str, str]]:
    """To whom a message can speak."""
    return [(seat.key, seat_choice(seat)) for seat in mentionable(thread)]
