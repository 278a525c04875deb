"""Who keeps which rows of the register, and who replaces who signs."""

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours

from ..names import No, Role

# Which seats a member has, and which the network itself. Nobody appoints to a seat of the other kind.
# Those that take part in what a member deliberates; a registrar only enters who was trained.
DELIBERATING = frozenset({Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATING_AUTHORITY, Role.REPRESENTATIVE})
MEMBER_ROLES = DELIBERATING | {Role.REGISTRAR}
NETWORK_ROLES = frozenset({Role.SECRETARIAT, Role.CHAIR, Role.TRANSLATOR, Role.OBSERVER})
_KEEPERS = frozenset({Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATING_AUTHORITY})
# Who signs for a member: speaks for it, clears its positions, or serves and chairs its own mechanism.
SIGN_FOR_MEMBER = _KEEPERS


def may_keep_network(actor: Actor) -> Refusal | None:
    """The secretariat enters members and what the sources say of them, and keeps the network's own seats."""
    if actor == CONSOLE or (actor.role == Role.SECRETARIAT and not actor.member):
        return None
    return not_yours(Role.SECRETARIAT.label)


def may_keep(actor: Actor, member: str, is_manned: bool) -> Refusal | None:
    """A member keeps its own institutions, seats and mandates. The secretariat helps until somebody acts for the
    member.

    `member` is a member's code, empty for the network's own institutions; `is_manned`: somebody holds an acting
    seat now.
    """
    if not member or actor == CONSOLE:
        return may_keep_network(actor)
    if actor.member == member and actor.role in _KEEPERS:
        return None
    return not_yours(Role.FOCAL_POINT.label) if is_manned else may_keep_network(actor)


def may_keep_mechanism(actor: Actor, member: str) -> Refusal | None:
    """A member's mechanism is the member's alone: not even at its beginning does anybody else enter it."""
    if actor == CONSOLE or (actor.member == member and actor.role in _KEEPERS):
        return None
    return not_yours(Role.FOCAL_POINT.label)


def is_seat_of(role: str, member: str) -> Refusal | None:
    """A member has no secretariat, and the network no focal point."""
    return None if role in (MEMBER_ROLES if member else NETWORK_ROLES) else Refusal(No.WRONG_ROLE)


def keepers_of(member: str) -> frozenset[Role]:
    """The roles that keep the seats of a member, or, for the empty code, those of the network."""
    return _KEEPERS if member else frozenset({Role.SECRETARIAT})


def must_be_two(actor: Actor, second: Actor | None, is_held: bool) -> Refusal | None:
    """While a procedure is open nobody ends alone the mandate of who signs in it: another person agrees, in another
    seat, with a fresh second factor. The console is no exception."""
    if not is_held:
        return None
    if second is None:
        return Refusal(No.TWO_PERSONS)
    return is_second(actor, second) or must_be_fresh(second.is_fresh)


def is_second(actor: Actor, second: Actor) -> Refusal | None:
    """Whoever answers to what was asked is another person, in another seat."""
    is_same = second.account == actor.account or second.seat == actor.seat
    return Refusal(No.SAME_PERSON) if is_same else None


def may_agree(second: Actor, member: str, has_other_keeper: bool) -> Refusal | None:
    """Who agrees to a replacement: another keeping seat of the same member. Where no other person keeps one, the
    network's secretariat; for the network's own seats, where nobody else serves it, the focal point of any member."""
    if second.member == member and second.role in keepers_of(member):
        return None
    outside = Role.SECRETARIAT if member else Role.FOCAL_POINT
    if not has_other_keeper and second.role == outside and bool(second.member) != bool(member):
        return None
    return not_yours(Role.FOCAL_POINT.label if member and has_other_keeper else outside.label)
