"""Who may erase a person, who confirms what a restored node is missing, and who takes out what a member has."""

from collections.abc import Collection
from datetime import datetime

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.names import Role
from tejido.registry.rules import is_second, keepers_of, may_agree

from .models import Erasing, FactorReset, KeyChange
from .names import KeyKind, No

CONFIRMING = frozenset({Role.SECRETARIAT, Role.FOCAL_POINT})
TAKING = frozenset({Role.FOCAL_POINT, Role.VALIDATING_AUTHORITY})


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


def may_ask_reset(actor: Actor, member: str, holder: str, *, has_other: bool, has_factor: bool) -> Refusal | None:
    """Who keeps the seats of the same house; from outside only where nobody but the person keeps them. Never the
    person."""
    if actor.account == holder:
        return Refusal(No.OWN_FACTOR)
    refused = may_agree(actor, member, has_other)
    if refused is not None:
        return refused
    return must_be_fresh(actor.is_fresh) if has_factor else Refusal(No.NO_FACTOR)


def may_agree_to_reset(
    actor: Actor, row: FactorReset, asked: Actor, *, has_other: bool, serves: bool, at: datetime
) -> Refusal | None:
    """Another person in another seat, while whoever asked still sits where they asked, and while the person whose
    factor it is `serves` in the house. Never the person."""
    if not row.is_open_at(at) or row.agreed_at is not None:
        return Refusal(No.RESET_SETTLED)
    if not serves:
        return Refusal(No.RESET_HOLDER_GONE)
    if not row.asked_by.is_valid_at(at):
        return Refusal(No.RESET_ASKER_GONE)
    if actor.account == str(row.account_id):
        return Refusal(No.OWN_FACTOR)
    member = row.seat.institution.member
    refused = is_second(asked, actor) or may_agree(actor, member.code if member else "", has_other)
    return refused or must_be_fresh(actor.is_fresh)


def may_stop_reset(actor: Actor, row: FactorReset, houses: Collection[str], at: datetime) -> Refusal | None:
    """Every seat that keeps a house in which the person serves, and whoever asked or agreed: it asks for no second
    factor, because stopping takes nothing from anybody."""
    if not row.is_open_at(at):
        return Refusal(No.RESET_SETTLED)
    took_part = actor.mandate != "" and actor.mandate in {row.asked_by_id, row.agreed_by_id}
    return None if took_part or any(keeps(actor, house) for house in houses) else Refusal(No.NOT_STOPPED_HERE)


def may_withdraw(actor: Actor, row: Erasing) -> Refusal | None:
    if not row.is_open:
        return Refusal(No.ERASING_SETTLED)
    return None if actor.seat == row.asked_by.seat_id else Refusal(No.NOT_ASKED_HERE)


def may_see_restoration(actor: Actor) -> bool:
    return actor.role in CONFIRMING


def may_ask_key(
    actor: Actor, kind: str, reason: str, *, has_next: bool, is_open: bool, has_old: bool
) -> Refusal | None:
    """A seat of the secretariat or of a focal point, once somebody at the console has prepared a new key. `has_old`:
    the key that others know is here, so that it can vouch for another."""
    if actor.role not in CONFIRMING:
        return not_yours(Role.SECRETARIAT.label)
    if not has_next:
        return Refusal(No.NO_NEXT_KEY)
    if is_open:
        return Refusal(No.KEY_CHANGE_OPEN)
    if kind == KeyKind.REPLACED and not has_old:
        return Refusal(No.OLD_KEY_GONE)
    if kind == KeyKind.REVOKED and not reason.strip():
        return Refusal(No.NO_REASON_TO_REVOKE)
    return must_be_fresh(actor.is_fresh)


def may_agree_to_key(
    actor: Actor, row: KeyChange, asked: Actor, new: str, *, has_old: bool, at: datetime
) -> Refusal | None:
    """Another person, in another of these seats, about the very key that was asked for, in time and while whoever asked
    still sits where they asked."""
    if actor.role not in CONFIRMING:
        return not_yours(Role.SECRETARIAT.label)
    if not row.is_open_at(at):
        return Refusal(No.KEY_CHANGE_SETTLED)
    if not row.asked_by.is_valid_at(at):
        return Refusal(No.KEY_ASKER_GONE)
    refused = is_second(asked, actor) or (None if row.new == new else Refusal(No.OTHER_NEXT_KEY))
    if refused is None and row.kind == KeyKind.REPLACED and not has_old:
        return Refusal(No.OLD_KEY_GONE)
    return refused or must_be_fresh(actor.is_fresh)


def may_withdraw_key(actor: Actor, row: KeyChange, at: datetime) -> Refusal | None:
    if not row.is_open_at(at):
        return Refusal(No.KEY_CHANGE_SETTLED)
    return None if actor.seat == row.asked_by.seat_id else Refusal(No.NOT_ASKED_HERE)


def may_confirm(actor: Actor, *, waits: bool, confirmed: Collection[str]) -> Refusal | None:
    """Two persons, each from a seat of the secretariat or of a focal point."""
    if not may_see_restoration(actor):
        return not_yours(Role.SECRETARIAT.label)
    if not waits:
        return Refusal(No.NOTHING_MISSING)
    return Refusal(No.CONFIRMED_ALREADY) if actor.account in confirmed else must_be_fresh(actor.is_fresh)


def takes_out(actor: Actor, member: str) -> bool:
    """Whether the seat is one that takes out everything that this member has here."""
    return member != "" and actor.member == member and actor.role in TAKING


MOST_TAKEN_OUT = 3
"""How often in an hour a member's seats take everything out: each file is minutes of work for the node."""


def may_take_out(actor: Actor, member: str, *, lately: int) -> Refusal | None:
    """A seat that speaks for the whole member, or whoever stands at the console and has the whole node anyway. `lately`
    is how often it was done for this member in the hour before."""
    if actor == CONSOLE:
        return None
    if not takes_out(actor, member):
        return not_yours(Role.FOCAL_POINT.label)
    return Refusal(No.TAKEN_OUT_OFTEN) if lately >= MOST_TAKEN_OUT else must_be_fresh(actor.is_fresh)
