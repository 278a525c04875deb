"""Who leads a module, who speaks in it, and when."""

from collections.abc import Mapping
from datetime import datetime

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.names import Role
from tejido.registry.rules import may_keep_mechanism, may_keep_network

from .models import Contribution, Module, Proposal
from .names import No, State


def may_lead(actor: Actor, member: str) -> Refusal | None:
    """A module is led by its member's keepers."""
    return not_yours(Role.FOCAL_POINT.label) if actor == CONSOLE else may_keep_mechanism(actor, member)


def may_moderate(actor: Actor, module: Module) -> Refusal | None:
    """The leading seat hides what does not belong there; so does the secretariat."""
    return may_lead(actor, module.member.code) if may_keep_network(actor) is not None else None


def reads(actor: Actor, module: Module) -> bool:
    """Every seat of the network once it was opened; before, the leading member's own."""
    if actor.is_public:
        return False
    return module.opened_at is not None or actor.member == module.member.code


def is_named(title: Mapping[str, str]) -> Refusal | None:
    return None if any(title.values()) else Refusal(No.NO_TITLE)


def is_in_order(opens_at: datetime, closes_at: datetime, at: datetime) -> Refusal | None:
    return None if opens_at < closes_at and closes_at > at else Refusal(No.ENDS_FIRST)


def may_plan(actor: Actor, module: Module, at: datetime) -> Refusal | None:
    """Steps, readings and questions change until the last day: what was discussed stays as it was discussed."""
    if refusal := may_lead(actor, module.member.code):
        return refusal
    return Refusal(No.IS_OVER) if module.state_at(at) == State.OVER else None


def may_open(actor: Actor, module: Module, questions: int, at: datetime) -> Refusal | None:
    """It shows to the network what was the member's own, so it is a formal act."""
    if refusal := may_lead(actor, module.member.code):
        return refusal
    if module.opened_at is not None:
        return Refusal(No.OPENED_SO)
    if not questions:
        return Refusal(No.NO_STEP)
    return is_in_order(module.opens_at, module.closes_at, at) or must_be_fresh(actor.is_fresh)


def may_remove(contributions: int) -> Refusal | None:
    """A step or question that somebody has spoken to stays."""
    return Refusal(No.ANSWERED) if contributions else None


def keeps_a_question(module: Module, left: int) -> Refusal | None:
    return Refusal(No.LAST_QUESTION) if module.opened_at is not None and not left else None


def may_contribute(actor: Actor, module: Module, body: str, at: datetime) -> Refusal | None:
    """Every seat of a member, for itself, while the module is under way."""
    if actor.is_public or not actor.member:
        return not_yours(Role.FOCAL_POINT.label)
    if module.state_at(at) != State.RUNNING:
        return Refusal(No.NOT_RUNNING)
    return None if body.strip() else Refusal(No.EMPTY)


def may_withdraw(actor: Actor, row: Contribution) -> Refusal | None:
    """The seat that said it, whoever holds it now, at any time."""
    if actor.is_public or actor.seat != row.seat_id:
        return not_yours(row.office)
    return None if row.stands else Refusal(No.GONE)


def may_hide(actor: Actor, module: Module, row: Contribution, reason: str) -> Refusal | None:
    if refusal := may_moderate(actor, module):
        return refusal
    if not row.stands:
        return Refusal(No.GONE)
    return None if reason.strip() else Refusal(No.NO_REASON)


def may_sum_up(actor: Actor, module: Module, texts: Mapping[str, str]) -> Refusal | None:
    if refusal := may_lead(actor, module.member.code):
        return refusal
    if module.opened_at is None:
        return Refusal(No.NOT_OPENED)
    return None if any(texts.values()) else Refusal(No.EMPTY_SUMMARY)


def may_draw(actor: Actor, module: Module, *, is_summed_up: bool) -> Refusal | None:
    """A practice or a proposed wording comes of what was summed up."""
    if refusal := may_lead(actor, module.member.code):
        return refusal
    return None if is_summed_up else Refusal(No.NO_SUMMARY)


def may_propose(now: str | None, wording: str, reason: str) -> Refusal | None:
    """`now` is what the passage says; None where it is not in the text."""
    if now is None:
        return Refusal(No.NO_PASSAGE)
    if wording.strip() == now.strip():
        return Refusal(No.SAME_WORDING)
    return None if reason.strip() else Refusal(No.NO_PROPOSAL_REASON)


def may_decide(actor: Actor, row: Proposal) -> Refusal | None:
    if refusal := may_keep_network(actor):
        return refusal
    return Refusal(No.DECIDED) if row.decided_at is not None else None


def is_as_proposed(now: str | None, then: str | None) -> Refusal | None:
    """The passage still says what it said when the wording was proposed, so that nobody's change is lost."""
    if now is None:
        return Refusal(No.NO_PASSAGE)
    return None if now == then else Refusal(No.TEXT_MOVED)
