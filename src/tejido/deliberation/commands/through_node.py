"""Positions that a member prepared, cleared and released on its own node. They enter by the rules of a release from a
seat here; the instant that counts is that of the clock here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask, must_be_fresh
from tejido.registry.names import Task

from ..models import Answer, Clearance, Position, Release, Round, Withdrawal
from ..queries.positions import answers_digest, position_of
from ..rules import positions as rules
from .locking import must_have, speaking_anywhere
from .own import Own
from .positions import let_out, take_back


@dataclass(frozen=True, slots=True)
class SaidAnswer:
    """One answer of a released position, as its node tells it."""

    passage: str
    covers_section: bool
    stance: str
    type: str
    language: str
    wording: str
    reason: str


@dataclass(frozen=True, slots=True)
class SaidPosition:
    """A released position as its node tells it. `revision` is the digest of the text that it speaks to, `digest` that
    of its answers; `cleared` the digest that the validating authority cleared, `by` its office, both empty where the
    body asks for no clearance. `released_at` and `cleared_at` are instants of the node's own clock."""

    revision: str
    digest: str
    released_at: datetime
    answers: Sequence[SaidAnswer] = field(default=())
    cleared: str = ""
    cleared_at: datetime | None = None
    by: str = ""


@transaction.atomic
def take_released(*, actor: Actor, node: str, round_: Round, said: SaidPosition, at: datetime) -> Release | None:
    """The position stands here as if it had been released from the member's seat: in time, or late. `node` is the
    fingerprint of the key that signed it. None where exactly this stands released already.

    Refused for a node through which the party does not act; for another text; where the clearance is missing; where
    another position stands and this is no correction of it.
    """
    own = _own(actor, node, round_)
    ask(rules.speaks_to(own.context.round.revision.digest, said.revision))
    answers = tuple(_answer(one, place, at) for place, one in enumerate(said.answers))
    digest = answers_digest(answers)
    ask(rules.is_as_signed(said.digest, digest))
    if own.state.release is not None and own.state.withdrawal is None and own.state.release.digest == digest:
        return None
    needs = own.context.body.requires_clearance
    ask(rules.may_release(said.digest, digest, said.cleared or None, len(answers), requires_clearance=needs))
    ask(must_be_fresh(actor.is_fresh))
    for answer in answers:
        must_have(own.context.round, answer.passage)
        ask(rules.is_complete(answer.stance, answer.wording, answer.reason))
    position = _position(own, answers, said, at)
    return let_out(own, position, answers, at, {"node": node, "released": said.released_at.isoformat()})


@transaction.atomic
def take_withdrawal(*, actor: Actor, node: str, round_: Round, reason: str, at: datetime) -> Withdrawal:
    """The member took its position back on its own node."""
    own = _own(actor, node, round_)
    return take_back(actor, own.context, own.party, reason, at, {"node": node})


def _own(actor: Actor, node: str, round_: Round) -> Own:
    context, party = speaking_anywhere(actor, round_, Task.RELEASE)
    ask(rules.comes_from_its_node(party, node))
    return Own(actor, context, party, position_of(context.round, party))


def _answer(said: SaidAnswer, place: int, at: datetime) -> Answer:
    """In the order in which they were told, by which comments are numbered alike on both nodes."""
    return Answer(
        passage=said.passage,
        covers_section=said.covers_section,
        stance=said.stance,
        type=said.type,
        language=said.language,
        wording=said.wording,
        reason=said.reason,
        at=at + timedelta(microseconds=place),
    )


def _position(own: Own, answers: tuple[Answer, ...], said: SaidPosition, at: datetime) -> Position:
    """After what was written from a seat before the node took it over, and never in its place."""
    number = own.state.position.number + 1 if own.state.position else 1
    position = Position.objects.create(round=own.context.round, party=own.party, number=number, begun_at=at)
    for answer in answers:
        answer.position = position
    Answer.objects.bulk_create(answers)
    if said.cleared:
        Clearance.objects.create(
            position=position, digest=said.cleared, at=said.cleared_at or said.released_at, office=said.by
        )
    return position
