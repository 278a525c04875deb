"""One national position from many remarks: written, cleared, released; corrected and withdrawn by acts of their own."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.curriculum.queries import document_of
from tejido.engine.document import Kind
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refused, ask, must_be_fresh
from tejido.registry.models import Party
from tejido.registry.names import Task

from ..models import Answer, Clearance, Comment, Position, Release, Remark, Return, Round, Withdrawal
from ..names import Act
from ..queries.positions import answers_digest, standing_releases
from ..queries.rounds import RoundContext
from ..rules import positions as rules
from .locking import must_have, speaking, touch
from .own import Own, in_preparation, own_position
from .publishing import publish


@transaction.atomic
def give_answer(
    *,
    actor: Actor,
    round_: Round,
    passage: str,
    covers_section: bool,
    stance: str,
    type: str,
    language: str,
    wording: str,
    reason: str,
    at: datetime,
    remark: Remark | None = None,
    answer: Answer | None = None,
) -> Answer:
    """Writes an answer into the party's position, or changes `answer`. `remark` is where it was copied from, if from
    anywhere. Only an answer to a heading can cover a section."""
    own = in_preparation(actor, round_, Task.CONSOLIDATE)
    ask(rules.is_complete(stance, wording, reason))
    must_have(own.context.round, passage)
    ask(rules.may_copy(None if answer else remark, own.state.answers))
    position = own.state.position or Position.objects.create(round=round_, party=own.party, begun_at=at)
    row = own.answer(answer) if answer else Answer(position=position, at=at, remark=own.remark(remark))
    row.passage, row.stance, row.type = passage, stance, type
    row.covers_section = covers_section and _is_heading(own.context.round, passage)
    row.language, row.wording, row.reason = language, wording.strip(), reason.strip()
    row.save()
    facts, details = {"passage": passage, "stance": stance}, {"wording": row.wording, "reason": row.reason}
    own.record(Act.ANSWER_GIVEN, position, at, facts, details)
    return row


def _is_heading(round_: Round, passage: str) -> bool:
    return bool(passage) and document_of(round_.revision).passage(passage).kind is Kind.HEADING


@transaction.atomic
def remove_answer(*, actor: Actor, round_: Round, answer: Answer, at: datetime) -> None:
    own = in_preparation(actor, round_, Task.CONSOLIDATE)
    row = own.answer(answer)
    position, passage = row.position, row.passage
    row.delete()
    own.record(Act.ANSWER_REMOVED, position, at, {"passage": passage})


@transaction.atomic
def clear_position(*, actor: Actor, round_: Round, seen: str, at: datetime) -> Clearance:
    """The validating authority clears the position that it has read: `seen` is the digest that its page showed."""
    own = in_preparation(actor, round_, Task.CLEAR)
    position, state = own.position, own.state
    ask(rules.may_clear(seen, state.digest, state.cleared, len(state.answers)))
    ask(must_be_fresh(actor.is_fresh))
    row = Clearance.objects.create(position=position, digest=state.digest, at=at, office=actor.office)
    own.record(Act.POSITION_CLEARED, position, at, {"digest": row.digest})
    return row


@transaction.atomic
def return_position(*, actor: Actor, round_: Round, reason: str, at: datetime) -> Return:
    own = in_preparation(actor, round_, Task.CLEAR)
    ask(rules.has_reason(reason))
    row = Return.objects.create(position=own.position, reason=reason.strip(), at=at, office=actor.office)
    own.record(Act.POSITION_RETURNED, own.position, at, {}, {"reason": row.reason})
    return row


@transaction.atomic
def release_position(*, actor: Actor, round_: Round, seen: str, at: datetime) -> Release:
    """The seat releases the cleared position: from now on every party sees it, and its answers are comments.

    After the deadline it is released as late. Of two seats that release at once the second is told when the first did.
    """
    own = in_preparation(actor, round_, Task.RELEASE)
    state, body = own.state, own.context.body
    answers = len(state.answers)
    ask(rules.may_release(seen, state.digest, state.cleared, answers, requires_clearance=body.requires_clearance))
    ask(must_be_fresh(actor.is_fresh))
    return let_out(own, own.position, state.answers, at)


def let_out(
    own: Own, position: Position, answers: tuple[Answer, ...], at: datetime, facts: Mapping[str, Any] | None = None
) -> Release:
    """The release itself, of answers whose rule was asked. Its instant is that of the clock here, by which it is in
    time or late."""
    row = Release.objects.create(
        position=position,
        digest=answers_digest(answers),
        at=at,
        office=own.actor.office,
        is_late=not own.context.is_open(at),
    )
    publish(row, own.context.round, own.party, answers)
    touch(own.context.round)
    said = {"digest": row.digest, "late": row.is_late, "number": position.number}
    _record(own.actor, Act.POSITION_RELEASED, own.context, own.party, position.key, at, {**said, **(facts or {})})
    return row


def _record(
    actor: Actor,
    act: Act,
    context: RoundContext,
    party: Party,
    position: str,
    at: datetime,
    facts: Mapping[str, Any],
    details: Mapping[str, Any] | None = None,
) -> None:
    """A line about a released position, in the ledger that all parties read."""
    record(
        actor=actor,
        act=act,
        tree=context.body.tree,
        kind="position",
        object=position,
        at=at,
        facts={"round": context.round.key, "party": party.code, **facts},
        details=details,
    )


@transaction.atomic
def withdraw_position(*, actor: Actor, round_: Round, reason: str, at: datetime) -> Withdrawal:
    """Takes the released position back, also while a correction of it is being prepared. What was said stays readable
    as withdrawn; its comments need no answer any more."""
    return take_back(actor, *speaking(actor, round_, Task.RELEASE), reason, at)


def take_back(
    actor: Actor, context: RoundContext, party: Party, reason: str, at: datetime, facts: Mapping[str, Any] | None = None
) -> Withdrawal:
    """The withdrawal itself, in a round that is locked, for the party that the actor speaks for."""
    release = standing_releases(context.round).get(party.key)
    if release is None:
        raise Refused(rules.not_released(party))
    ask(rules.has_reason(reason))
    ask(must_be_fresh(actor.is_fresh))
    row = Withdrawal.objects.create(release=release, reason=reason.strip(), at=at, office=actor.office)
    Comment.objects.filter(round=context.round, party=party, withdrawn_at=None).update(withdrawn_at=at)
    touch(context.round)
    said = {"reason": row.reason}
    _record(actor, Act.POSITION_WITHDRAWN, context, party, release.position_id, at, facts or {}, said)
    return row


@transaction.atomic
def begin_correction(*, actor: Actor, round_: Round, at: datetime) -> Position:
    """A new position that starts as a copy of the released one, which stands until the correction is released."""
    own = own_position(actor, round_, Task.RELEASE)
    ask(rules.no_correction_is_open(own.state.position, own.state.release))
    if own.state.release is None:
        raise Refused(rules.not_released(own.party))
    released = own.position
    position = Position.objects.create(round=round_, party=own.party, number=released.number + 1, begun_at=at)
    Answer.objects.bulk_create([_copy(answer, position) for answer in own.state.answers])
    own.record(Act.CORRECTION_BEGUN, position, at, {"corrects": released.key})
    return position


def _copy(answer: Answer, position: Position) -> Answer:
    fields = ("passage", "covers_section", "stance", "type", "language", "wording", "reason", "at")
    return Answer(position=position, remark_id=answer.remark_id, **{name: getattr(answer, name) for name in fields})
