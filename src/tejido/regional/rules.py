"""Who proposes, coordinates and takes part in a regional initiative, and who reads what of a member's part."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.models import Seat
from tejido.registry.names import Role
from tejido.registry.rules import may_keep_mechanism, may_keep_network, speaks_for_member

from .models import (
    RegionalInitiative,
    RegionalInvitation,
    RegionalMilestone,
    RegionalPart,
    RegionalRelease,
    RegionalTurn,
)
from .names import Audience, No

_SPEAKERS = frozenset({Role.FOCAL_POINT, Role.ALTERNATE})


@dataclass(frozen=True, slots=True)
class Company:
    """Who takes part, by the codes of the members, and the key of the seat that coordinates; empty for none."""

    members: frozenset[str]
    coordinator: str


def reads(actor: Actor, member: str, participants: Collection[str]) -> frozenset[Audience]:
    """The audiences of a member's part that the actor belongs to. The secretariat takes no part."""
    if actor.is_public:
        return frozenset({Audience.PUBLIC})
    if actor.member == member:
        return frozenset(Audience)
    shown = frozenset({Audience.NETWORK, Audience.PUBLIC})
    return shown | {Audience.PARTICIPANTS} if actor.member and actor.member in participants else shown


def may_propose(actor: Actor, names: dict[str, str]) -> Refusal | None:
    """The secretariat, or a member by a seat that binds it, which joins by this. A formal act."""
    refusal = speaks_for_member(actor.role, actor.member) if actor.member else may_keep_network(actor)
    if refusal or not any(names.values()):
        return refusal or Refusal(No.NAMELESS_INITIATIVE)
    return must_be_fresh(actor.is_fresh)


def coordinates(actor: Actor, company: Company) -> Refusal | None:
    """The common part is kept by the seat whose turn it is, and by the secretariat, which serves all."""
    is_seat = bool(actor.seat) and actor.seat == company.coordinator
    return None if is_seat or may_keep_network(actor) is None else Refusal(No.NOT_COORDINATING)


def may_invite(actor: Actor, company: Company, member: str, standing: RegionalInvitation | None) -> Refusal | None:
    if refusal := coordinates(actor, company):
        return refusal
    if member in company.members:
        return Refusal(No.TAKES_PART, {"party": member})
    return Refusal(No.INVITED_ALREADY, {"party": member}) if standing else None


def may_decline(actor: Actor, standing: RegionalInvitation | None) -> Refusal | None:
    if refusal := speaks_for_member(actor.role, actor.member):
        return refusal
    return None if standing else Refusal(No.NOT_INVITED)


def may_take_part(actor: Actor) -> Refusal | None:
    """Joining binds the member: a formal act of a seat that speaks for it."""
    return speaks_for_member(actor.role, actor.member) or must_be_fresh(actor.is_fresh)


def may_go(actor: Actor, reason: str) -> Refusal | None:
    """Leaving is formal too, and has its reason."""
    refusal = speaks_for_member(actor.role, actor.member) or (None if reason.strip() else Refusal(No.NO_REASON))
    return refusal or must_be_fresh(actor.is_fresh)


def may_set_turn(actor: Actor, company: Company, seat: Seat) -> Refusal | None:
    if refusal := coordinates(actor, company):
        return refusal
    member = seat.institution.member
    is_fit = seat.role in _SPEAKERS and member is not None and member.code in company.members
    return None if is_fit else Refusal(No.NOT_A_SPEAKER)


def turn_on(turns: Sequence[RegionalTurn], participants: Collection[str], day: date) -> RegionalTurn | None:
    """Whose turn it is: the last that has begun. A member that left coordinates no more, and nobody in its place. Turns
    come in the order of their days."""
    begun = [turn for turn in turns if turn.since <= day and turn.replaced_at is None]
    if not begun:
        return None
    member = begun[-1].seat.institution.member
    return begun[-1] if member is not None and member.code in participants else None


def is_open(milestone: RegionalMilestone) -> Refusal | None:
    return Refusal(No.MILESTONE_CLOSED) if milestone.reached_on or milestone.dropped_at else None


def may_publish(actor: Actor, company: Company, initiative: RegionalInitiative, *, shown: bool) -> Refusal | None:
    """Showing the common part to the public, or no more, is a formal act of who keeps it."""
    if refusal := coordinates(actor, company):
        return refusal
    if shown == (initiative.published_at is not None):
        return Refusal(No.PUBLISHED_SO if shown else No.NOT_PUBLISHED)
    return must_be_fresh(actor.is_fresh)


def may_keep_part(actor: Actor, member: str) -> Refusal | None:
    """A member's part is the member's: not even the console enters it."""
    is_own = actor != CONSOLE and bool(member) and actor.member == member
    return may_keep_mechanism(actor, member) if is_own else not_yours(Role.FOCAL_POINT.label)


def may_write(actor: Actor, member: str, company: Company) -> Refusal | None:
    """Only who takes part writes a part."""
    if refusal := may_keep_part(actor, member):
        return refusal
    return None if member in company.members else Refusal(No.NOT_TAKING_PART, {"party": member})


def is_as_seen(part: RegionalPart | None, seen: str) -> Refusal | None:
    """`seen` is the key of the part that the page showed, empty where it showed none."""
    return None if (part.key if part else "") == seen else Refusal(Shared.STALE)


def may_release(
    actor: Actor, member: str, part: RegionalPart | None, standing: RegionalRelease | None, audience: str, seen: str
) -> Refusal | None:
    if refusal := may_keep_part(actor, member):
        return refusal
    if part is None:
        return Refusal(No.FIELD_EMPTY)
    if refusal := is_as_seen(part, seen):
        return refusal
    is_so = standing is not None and standing.part_id == part.key and standing.audience == audience
    return Refusal(No.FIELD_SHOWN_SO) if is_so else must_be_fresh(actor.is_fresh)


def may_withdraw(actor: Actor, member: str, standing: RegionalRelease | None) -> Refusal | None:
    """A member withdraws what it showed, also after it left."""
    if refusal := may_keep_part(actor, member):
        return refusal
    return must_be_fresh(actor.is_fresh) if standing else Refusal(No.FIELD_NOT_SHOWN)
