"""Tiers of a network, and the rules that it has of its own."""

from collections.abc import Collection, Mapping

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, must_be_fresh

from ..models import Body, Network
from ..names import TIERS, BodyKind, Level, No
from .facts import is_placed
from .keeping import may_keep_mechanism, may_keep_network

LEAST_SILENCE, MOST_SILENCE = 24, 24 * 90  # hours


def may_rule(actor: Actor, decided: str) -> Refusal | None:
    """The secretariat writes down what the network decided; it never decides it."""
    if refusal := may_keep_network(actor):
        return refusal
    if not decided.strip():
        return Refusal(No.NOT_DECIDED)
    return must_be_fresh(actor.is_fresh or actor == CONSOLE)


def is_rule(silence_hours: int, tiers: Mapping[str, object]) -> Refusal | None:
    if not LEAST_SILENCE <= silence_hours <= MOST_SILENCE:
        span = {"least": LEAST_SILENCE, "most": MOST_SILENCE}
        return Refusal(No.SILENCE_SPAN, {"hours": silence_hours, **span})
    unknown = [kind for kind in tiers if kind not in TIERS]
    return Refusal(No.UNKNOWN_TIER, {"tier": unknown[0], "tiers": ", ".join(TIERS)}) if unknown else None


def has_tier(network: Network | None, kind: BodyKind) -> Refusal | None:
    return None if network is not None and network.has_tier(kind) else Refusal(No.NOT_A_TIER)


def may_keep_community(actor: Actor, body: Body) -> Refusal | None:
    """Who belongs to a regional community is a fact with a source, as membership of the network is."""
    return may_keep_network(actor) or (None if body.kind == BodyKind.COMMUNITY else Refusal(No.NOT_A_COMMUNITY))


def is_new_in(code: str, present: Collection[str]) -> Refusal | None:
    return Refusal(No.PARTY_TAKEN, {"code": code}) if code in present else None


def is_place_of(place: str, member: str) -> Refusal | None:
    """A town may have no code of its own; a code that is given is one of the state."""
    return is_placed(Level.SUBNATIONAL, place, member) if place else None


def may_keep_body(actor: Actor, body: Body) -> Refusal | None:
    """Who enters the parties of a body of the tiers."""
    if body.member is None:
        return may_keep_community(actor, body)
    return may_keep_mechanism(actor, body.member.code)
