"""Who may erase a person, and who confirms what a restored node is missing."""

from collections.abc import Collection

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.names import Role
from tejido.registry.rules import is_second, keepers_of, may_agree

from .models import Erasing
from .names import No

CONFIRMING = frozenset({Role.SECRETARIAT, Role.FOCAL_POINT})


def keeps(actor: Actor, member: str) -> bool:
    """Whether the seat keeps those of this house: a member's, or with the empty code the network's own."""
    return not actor.is_public and actor.member == member and actor.role in keepers_of(member)


def may_ask(actor: Actor, member: str, *, serves: bool, is_open: bool) -> Refusal | None:
    """A seat that keeps a house in which the person has served, when they serve nowhere any more."""
    if not keeps(actor, member):
        return not_yours(Role.FOCAL_POINT.label if member else Role.SECRETARIAT.label)
    if serves:
        return Refusal(No.STILL_SERVES)
    return Refusal(No.ERASING_OPEN) if is_open else must_be_fresh(actor.is_fresh)


def may_answer(actor: Actor, row: Erasing, asked: Actor, *, serves: bool, has_other: bool) -> Refusal | None:
    """Another person, in another seat of the same house; from outside only where nobody else keeps it."""
    if not row.is_open:
        return Refusal(No.ERASING_SETTLED)
    member = row.member.code if row.member else ""
    found = is_second(asked, actor) or may_agree(actor, member, has_other)
    if found or not serves:
        return found or must_be_fresh(actor.is_fresh)
    return Refusal(No.STILL_SERVES)


def may_withdraw(actor: Actor, row: Erasing) -> Refusal | None:
    if not row.is_open:
        return Refusal(No.ERASING_SETTLED)
    return None if actor.seat == row.asked_by.seat_id else Refusal(No.NOT_ASKED_HERE)


def may_see_restoration(actor: Actor) -> bool:
    return actor.role in CONFIRMING


def may_confirm(actor: Actor, *, waits: bool, confirmed: Collection[str]) -> Refusal | None:
    """Two persons, each from a seat of the secretariat or of a focal point."""
    if not may_see_restoration(actor):
        return not_yours(Role.SECRETARIAT.label)
    if not waits:
        return Refusal(No.NOTHING_MISSING)
    return Refusal(No.CONFIRMED_ALREADY) if actor.account in confirmed else must_be_fresh(actor.is_fresh)
