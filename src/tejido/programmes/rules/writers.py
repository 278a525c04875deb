"""Who enters and changes initiatives, areas and terms."""

from collections.abc import Collection, Mapping
from typing import Any

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, not_yours
from tejido.registry.names import Role
from tejido.registry.rules import may_keep_mechanism, may_keep_network

from ..models import Area, Initiative, Term
from ..names import Field, No, Standing, State
from .readers import is_own


def may_tell(actor: Actor, member: str) -> Refusal | None:
    """What a member tells of itself its keepers enter and release: focal point, alternate, validating authority."""
    if actor != CONSOLE and is_own(actor, member):
        return may_keep_mechanism(actor, member)
    return not_yours(Role.FOCAL_POINT.label)


def may_write(actor: Actor, member: str, institutions: Collection[str]) -> Refusal | None:
    """The keepers enter every initiative, a representative those of its own institution. `institutions`: the keys of
    the responsible one before and after; "" where none is named."""
    if is_own(actor, member) and actor.role == Role.REPRESENTATIVE:
        return None if set(institutions) == {actor.institution} else Refusal(No.OTHER_INSTITUTION)
    return may_tell(actor, member)


def may_report(actor: Actor, source: str) -> Refusal | None:
    """What a public source says of a member, the secretariat enters; never without the source."""
    return may_keep_network(actor) or (None if source.strip() else Refusal(No.NO_SOURCE))


def may_change(actor: Actor, initiative: Initiative, institutions: Collection[str]) -> Refusal | None:
    if initiative.is_from_source:
        refusal = may_keep_network(actor)
    else:
        refusal = may_write(actor, initiative.member.code, institutions)
    return refusal or _stands(initiative)


def _stands(initiative: Initiative) -> Refusal | None:
    return Refusal(No.STRUCK) if initiative.struck_at else None


def has_title(values: Mapping[str, Any]) -> Refusal | None:
    return None if values.get(Field.TITLE) else Refusal(No.NO_TITLE)


def is_named(names: Mapping[str, str]) -> Refusal | None:
    return None if names else Refusal(No.NO_TITLE)


def changes_something(changed: Collection[Any]) -> Refusal | None:
    return None if changed else Refusal(No.NOTHING_CHANGES)


def is_free(code: str, is_taken: bool) -> Refusal | None:
    return Refusal(No.CODE_TAKEN, {"code": code}) if is_taken else None


def may_strike(actor: Actor, initiative: Initiative, institutions: Collection[str], is_shown: bool) -> Refusal | None:
    """Who entered it strikes it out. What a member has shown it withdraws first; what came from a source is withdrawn
    with it."""
    if refusal := may_change(actor, initiative, institutions):
        return refusal
    return Refusal(No.STILL_RELEASED) if is_shown and not initiative.is_from_source else None


def is_another_state(state: str, before: str) -> Refusal | None:
    return Refusal(No.SAME_STATE, {"state": State(state).label}) if state == before else None


def may_name_area(area: Area, member: str) -> Refusal | None:
    """An initiative belongs to an open area of its own member."""
    if area.member.code != member:
        return Refusal(No.OTHER_MEMBER)
    return Refusal(No.CLOSED) if area.closed_at else None


def is_of_member(owner: str | None, member: str) -> Refusal | None:
    return None if owner == member else Refusal(No.OTHER_MEMBER)


def may_change_area(actor: Actor, area: Area) -> Refusal | None:
    return may_tell(actor, area.member.code) or (Refusal(No.CLOSED) if area.closed_at else None)


def may_close_area(actor: Actor, area: Area, is_shown: bool) -> Refusal | None:
    return may_change_area(actor, area) or (Refusal(No.STILL_RELEASED) if is_shown else None)


def may_propose(actor: Actor) -> Refusal | None:
    """Every seat of a member may ask for a term."""
    return None if actor.member and not actor.is_public else not_yours(Role.FOCAL_POINT.label)


def is_new(is_there: bool) -> Refusal | None:
    return Refusal(No.TERM_THERE) if is_there else None


def may_decide(actor: Actor, term: Term) -> Refusal | None:
    if refusal := may_keep_network(actor):
        return refusal
    return None if term.standing == Standing.PROPOSED else Refusal(No.TERM_DECIDED)


def may_keep_term(actor: Actor, term: Term) -> Refusal | None:
    return may_keep_network(actor) or is_in_use(term)


def is_in_use(term: Term) -> Refusal | None:
    return None if term.standing == Standing.IN_USE else Refusal(No.NOT_IN_USE)
