"""Who drafts, sends and follows letters between networks, and what a letter needs."""

from collections.abc import Mapping
from datetime import datetime

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, must_be_as_seen, must_be_fresh, not_yours
from tejido.registry.names import Role

from .models import FormalLetter, LetterDuty
from .names import Direction, No, Purpose

_SENDING = frozenset({Role.SECRETARIAT, Role.CHAIR})
_WRITING = _SENDING | {Role.TRANSLATOR}


def prepares(actor: Actor) -> bool:
    """Who reads drafts: the network's own seats that write them. The console serves the network as they do."""
    return actor == CONSOLE or (not actor.member and actor.role in _WRITING)


def may_write(actor: Actor) -> Refusal | None:
    return None if prepares(actor) else not_yours(Role.SECRETARIAT.label)


def may_follow(actor: Actor) -> Refusal | None:
    """Who drafts letters, sends them, takes them in and says what is to be done about them."""
    is_theirs = actor == CONSOLE or (not actor.member and actor.role in _SENDING)
    return None if is_theirs else not_yours(Role.SECRETARIAT.label)


def may_draft(actor: Actor, *, is_reachable: bool) -> Refusal | None:
    return may_follow(actor) or (None if is_reachable else Refusal(No.NO_PEER))


def may_answer(actor: Actor, letter: FormalLetter, *, is_begun: bool, is_reachable: bool) -> Refusal | None:
    if refusal := may_draft(actor, is_reachable=is_reachable):
        return refusal
    if letter.direction != Direction.IN:
        return Refusal(No.NOT_RECEIVED)
    return Refusal(No.ANSWER_BEGUN) if is_begun else None


def is_draft(letter: FormalLetter) -> Refusal | None:
    if letter.discarded_at is not None:
        return Refusal(No.NOT_STANDING)
    return None if letter.is_draft else Refusal(No.IS_SENT)


def may_change(actor: Actor, letter: FormalLetter, seen: int) -> Refusal | None:
    return may_write(actor) or is_draft(letter) or must_be_as_seen(letter.edit, seen)


def may_discard(actor: Actor, letter: FormalLetter) -> Refusal | None:
    return may_follow(actor) or is_draft(letter)


def is_worded(subject: Mapping[str, str], words: Mapping[str, str]) -> Refusal | None:
    """A language in which it has a subject and no text, or a text and no subject, is half a letter."""
    is_whole = bool(words) and subject.keys() == words.keys()
    return None if is_whole else Refusal(No.WORDLESS)


def may_send(actor: Actor, letter: FormalLetter, seen: int, *, is_reachable: bool, at: datetime) -> Refusal | None:
    """A formal act on exactly the words that were read."""
    if refusal := may_follow(actor) or is_draft(letter) or must_be_as_seen(letter.edit, seen):
        return refusal
    if not is_reachable:
        return Refusal(No.NO_PEER)
    if refusal := is_worded(letter.subject, letter.words):
        return refusal
    if letter.deadline is not None and letter.deadline <= at:
        return Refusal(No.DEADLINE_GONE)
    return must_be_fresh(actor.is_fresh or actor == CONSOLE)


def may_set_duty(actor: Actor, letter: FormalLetter) -> Refusal | None:
    if refusal := may_follow(actor):
        return refusal
    return None if letter.direction == Direction.IN else Refusal(No.NOT_RECEIVED)


def may_end_duty(actor: Actor, duty: LetterDuty) -> Refusal | None:
    return may_follow(actor) or (Refusal(No.DUTY_OVER) if duty.done_at else None)


def purpose_of(purpose: str, *, is_answer: bool) -> str:
    """An answer is one; a purpose that a later edition of ours may know is a notice here."""
    if is_answer:
        return Purpose.ANSWER
    return purpose if purpose in set(Purpose.values) - {Purpose.ANSWER} else Purpose.NOTICE
