"""Who may tell what of a mechanism, to whom, and who may read it."""

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.models import Body
from tejido.registry.names import BodyKind, Role
from tejido.registry.rules import may_keep_mechanism, may_keep_network

from .models import Answer, Dated, PlanLine, Release
from .names import CATALOGUES, Audience, No

EVERYBODY = frozenset({Audience.PUBLIC})
IN_NETWORK = frozenset({Audience.NETWORK, Audience.PUBLIC})
OWN = frozenset(Audience)


def reads(actor: Actor, member: str) -> frozenset[Audience]:
    """The audiences of a member's parts that the actor belongs to."""
    if actor.is_public:
        return EVERYBODY
    return OWN if actor.member == member else IN_NETWORK


def may_state(actor: Actor, member: str) -> Refusal | None:
    """What a member states of its own mechanism, its keepers enter."""
    if actor != CONSOLE and actor.member == member:
        return may_keep_mechanism(actor, member)
    return not_yours(Role.FOCAL_POINT.label)


def may_report(actor: Actor, source: str) -> Refusal | None:
    """What a public source says of a member, the secretariat enters beside it; never without the source."""
    return may_keep_network(actor) or (None if source.strip() else Refusal(No.NO_SOURCE))


def may_strike(actor: Actor, part: Dated) -> Refusal | None:
    """Who entered it strikes it out: the member its own statements, the secretariat what it took from sources."""
    if part.struck_at is not None:
        return Refusal(No.STRUCK)
    if part.is_from_source:
        return may_keep_network(actor)
    return may_state(actor, part.member.code) or (None if part.audience == Audience.OWN else Refusal(No.STILL_RELEASED))


def may_release(actor: Actor, part: Dated | Answer, audience: str) -> Refusal | None:
    """A release is a formal act of the member's keepers. The second factor is asked last, so that nobody shows it for
    an act that is refused anyway."""
    if refusal := may_state(actor, part.member.code) or _stands(part):
        return refusal
    return Refusal(No.AS_IT_IS) if part.audience == audience else must_be_fresh(actor.is_fresh)


def _stands(part: Dated | Answer) -> Refusal | None:
    if isinstance(part, Answer):
        return Refusal(No.REPLACED) if part.replaced_at else None
    if part.is_from_source:
        return Refusal(No.NOT_RELEASABLE)
    return Refusal(No.STRUCK) if part.struck_at else None


def may_withdraw(actor: Actor, member: str, standing: Release | None) -> Refusal | None:
    if refusal := may_state(actor, member):
        return refusal
    return must_be_fresh(actor.is_fresh) if standing else Refusal(No.NOT_RELEASED)


def may_answer(actor: Actor, member: str, catalogue: int, criterion: str) -> Refusal | None:
    """Every seat of the member answers for what it knows; who answered is kept."""
    if actor.is_public or actor.member != member:
        return not_yours(Role.FOCAL_POINT.label)
    return None if criterion in CATALOGUES[catalogue] else Refusal(No.UNKNOWN_CRITERION)


def may_close(actor: Actor, line: PlanLine) -> Refusal | None:
    if refusal := may_state(actor, line.member.code):
        return refusal
    return Refusal(No.PLAN_LINE_CLOSED) if line.done_at or line.removed_at else None


def may_serve(actor: Actor, body: Body) -> Refusal | None:
    """What helps all members on their path the secretariat keeps, and it takes texts of the network alone."""
    if refusal := may_keep_network(actor):
        return refusal
    return None if body.kind == BodyKind.NETWORK else Refusal(No.NOT_OF_NETWORK)
