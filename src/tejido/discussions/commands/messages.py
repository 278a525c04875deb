"""Messages: written, put right for ten minutes, withdrawn by their seat, hidden by who keeps the space."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..lines import is_readable
from ..models import Message, Thread
from ..names import Act
from ..queries import message_of
from .writing import add_message, locked, mention, write


@transaction.atomic
def write_message(
    *,
    actor: Actor,
    thread: Thread,
    words: str,
    language: str,
    mentions: Sequence[str] = (),
    by_mail: bool = False,
    at: datetime,
) -> Message:
    context = locked(actor, thread, at)
    ask(rules.may_write(context.thread, is_in_reach=context.is_in_reach))
    row = add_message(actor, context.thread, words, language, mentions, at, by_mail=by_mail)
    facts = {"number": row.number, "by_mail": by_mail}
    write(actor, Act.MESSAGE_WRITTEN, context.thread, at, facts, words=row.words)
    return row


@transaction.atomic
def edit_message(
    *, actor: Actor, message: Message, words: str, language: str, mentions: Sequence[str] = (), at: datetime
) -> None:
    """Within ten minutes. Who is told of it later is told the words as they stand then."""
    context = locked(actor, message.thread, at)
    row = message_of(context, message.number)
    ask(rules.may_write(context.thread, is_in_reach=context.is_in_reach) or rules.may_edit(actor, row, at))
    ask(rules.may_say(words, is_readable=is_readable(words)))
    Message.objects.filter(key=row.key).update(words=words.strip(), language=language, edited_at=at)
    mention(context.thread, row, mentions)
    write(actor, Act.MESSAGE_EDITED, context.thread, at, {"number": row.number}, words=words.strip())


@transaction.atomic
def withdraw_message(*, actor: Actor, message: Message, at: datetime) -> None:
    """Nobody reads its words here any more; that it was there, and that its seat withdrew it, stays."""
    context = locked(actor, message.thread, at)
    row = message_of(context, message.number)
    ask(rules.may_withdraw(actor, row))
    Message.objects.filter(key=row.key).update(withdrawn_at=at)
    write(actor, Act.MESSAGE_WITHDRAWN, context.thread, at, {"number": row.number})


@transaction.atomic
def hide_message(*, actor: Actor, message: Message, reason: str, at: datetime) -> None:
    """Who keeps the space hides it; everybody sees that, by which office and why."""
    context = locked(actor, message.thread, at)
    row = message_of(context, message.number)
    ask(rules.may_hide(actor, context.thread, row, reason))
    Message.objects.filter(key=row.key).update(
        hidden_at=at, hidden_by=actor.office, hidden_because=reason.strip()[:300]
    )
    write(actor, Act.MESSAGE_HIDDEN, context.thread, at, {"number": row.number}, reason=reason.strip())


@transaction.atomic
def unhide_message(*, actor: Actor, message: Message, at: datetime) -> None:
    context = locked(actor, message.thread, at)
    row = message_of(context, message.number)
    ask(rules.may_unhide(actor, context.thread, row))
    Message.objects.filter(key=row.key).update(hidden_at=None, hidden_by="", hidden_because="")
    write(actor, Act.MESSAGE_UNHIDDEN, context.thread, at, {"number": row.number})
