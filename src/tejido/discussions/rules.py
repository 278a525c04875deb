"""Who may write, put right, withdraw and hide what in a discussion."""

from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, not_yours
from tejido.registry.names import Role
from tejido.registry.rules import may_keep_mechanism, may_keep_network

from .models import EDITED_WITHIN, Message, Thread
from .names import No, Space

MOST = 10_000  # letters of a message


def may_begin(actor: Actor, space: str, subject: str, *, is_shared: bool) -> Refusal | None:
    """Every seat that reads an object begins threads beside it; in the network's space only where the network reads it.
    The caller has loaded the object for the actor."""
    if space == Space.OWN and not actor.member:
        return Refusal(No.NO_OWN_SPACE)
    if space == Space.NETWORK and not is_shared:
        return Refusal(No.NOT_SO_WIDE)
    return None if subject.strip() else Refusal(No.NO_SUBJECT)


def may_say(words: str, *, is_readable: bool) -> Refusal | None:
    """`is_readable`: it can be read as Markdown."""
    if not words.strip():
        return Refusal(No.EMPTY)
    if len(words) > MOST:
        return Refusal(No.TOO_LONG, {"most": MOST})
    return None if is_readable else Refusal(No.UNREADABLE)


def may_write(thread: Thread, *, is_in_reach: bool) -> Refusal | None:
    """Whoever reads a thread writes in it while it is open. The caller has loaded it for the actor."""
    if thread.closed_at:
        return Refusal(No.IS_CLOSED)
    return None if is_in_reach else Refusal(No.NOT_SO_WIDE)


def may_mention(strange: bool) -> Refusal | None:
    return Refusal(No.STRANGE_SEAT) if strange else None


def may_edit(actor: Actor, message: Message, at: datetime) -> Refusal | None:
    """For ten minutes, by the seat that wrote it; then what others have read stays."""
    if refusal := may_withdraw(actor, message):
        return refusal
    if at <= message.at + EDITED_WITHIN:
        return None
    return Refusal(No.TOO_LATE, {"minutes": int(EDITED_WITHIN.total_seconds()) // 60})


def may_withdraw(actor: Actor, message: Message) -> Refusal | None:
    if message.seat_id != actor.seat:
        return Refusal(No.NOT_YOUR_MESSAGE)
    return None if message.stands else Refusal(No.IS_GONE)


def may_keep(actor: Actor, thread: Thread) -> Refusal | None:
    """Who keeps a space: of a member its focal point, alternate or validating authority; of the network the
    secretariat."""
    return may_keep_mechanism(actor, thread.member.code) if thread.member else may_keep_network(actor)


def may_hide(actor: Actor, thread: Thread, message: Message, reason: str) -> Refusal | None:
    if refusal := may_keep(actor, thread):
        return refusal
    if not message.stands:
        return Refusal(No.IS_GONE)
    return None if reason.strip() else Refusal(No.NO_REASON)


def may_unhide(actor: Actor, thread: Thread, message: Message) -> Refusal | None:
    if refusal := may_keep(actor, thread):
        return refusal
    return None if message.hidden_at else Refusal(No.NOT_HIDDEN)


def _leads(actor: Actor, thread: Thread) -> Refusal | None:
    """Who began a thread, or keeps its space, closes it and sums it up."""
    if thread.seat_id == actor.seat or may_keep(actor, thread) is None:
        return None
    return not_yours(Role.FOCAL_POINT.label if thread.member else Role.SECRETARIAT.label)


def may_close(actor: Actor, thread: Thread) -> Refusal | None:
    return _leads(actor, thread) or (Refusal(No.IS_CLOSED) if thread.closed_at else None)


def may_reopen(actor: Actor, thread: Thread) -> Refusal | None:
    return _leads(actor, thread) or (None if thread.closed_at else Refusal(No.IS_OPEN))


def may_sum_up(actor: Actor, thread: Thread) -> Refusal | None:
    return _leads(actor, thread)
