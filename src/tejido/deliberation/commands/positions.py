"""One national position from many remarks: written, cleared, released; corrected and withdrawn by acts of their own."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tejido.curriculum.queries import document_of
from tejido.engine.document import passage_digest
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refusal, Refused, ask

from ..models import Answer, Clearance, Comment, Position, Release, Remark, Return, Round, Withdrawal
from ..names import Act, No
from ..queries.positions import PositionState, position_of
from ..queries.rounds import RoundContext, party_tree
from ..rules import rounds as rules
from .rounds import locked, must_have, own_party, touch


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
    anywhere."""
    context, state = _own(actor, round_)
    ask(rules.may_consolidate(context.capacity, state.release))
    ask(rules.is_complete(stance, wording, reason))
    must_have(round_, passage)
    position = state.position or Position.objects.create(round=round_, party=own_party(context), begun_at=at)
    row = _own_answer(answer, state) if answer else Answer(position=position, at=at, remark=remark)
    row.passage, row.covers_section, row.stance, row.type = passage, covers_section and bool(passage), stance, type
    row.language, row.wording, row.reason = language, wording.strip(), reason.strip()
    row.save()
    _record(
        actor,
        context,
        Act.ANSWER_GIVEN,
        position,
        at,
        {"passage": passage, "stance": stance},
        {"wording": row.wording, "reason": row.reason},
    )
    return row


@transaction.atomic
def remove_answer(*, actor: Actor, round_: Round, answer: Answer, at: datetime) -> None:
    context, state = _own(actor, round_)
    ask(rules.may_consolidate(context.capacity, state.release))
    row = _own_answer(answer, state)
    position, passage = row.position, row.passage
    row.delete()
    _record(actor, context, Act.ANSWER_REMOVED, position, at, {"passage": passage})


@transaction.atomic
def clear_position(*, actor: Actor, round_: Round, seen: str, at: datetime) -> Clearance:
    """The validating authority clears the position that it has read: `seen` is the digest that its page showed."""
    context, state = _own(actor, round_)
    ask(rules.must_be_fresh(actor.is_fresh))
    cleared = state.clearance.digest if state.clearance and not state.is_returned else None
    ask(rules.may_clear(context.capacity, state.release, seen, state.digest, cleared, len(state.answers)))
    position = _existing(state)
    row = Clearance.objects.create(position=position, digest=state.digest, at=at, office=actor.office)
    _record(actor, context, Act.POSITION_CLEARED, position, at, {"digest": row.digest})
    return row


@transaction.atomic
def return_position(*, actor: Actor, round_: Round, reason: str, at: datetime) -> Return:
    context, state = _own(actor, round_)
    ask(rules.may_return(context.capacity, state.release, reason))
    position = _existing(state)
    row = Return.objects.create(position=position, reason=reason.strip(), at=at, office=actor.office)
    _record(actor, context, Act.POSITION_RETURNED, position, at, {}, {"reason": row.reason})
    return row


@transaction.atomic
def release_position(*, actor: Actor, round_: Round, seen: str, at: datetime) -> Release:
    """The seat releases the cleared position: from now on every party sees it, and its answers are comments.

    After the deadline it is released as late. Of two seats that release at once the second is told when the first did.
    """
    context, state = _own(actor, round_)
    ask(rules.must_be_fresh(actor.is_fresh))
    cleared = state.clearance.digest if state.clearance and not state.is_returned else None
    ask(rules.may_release(context.capacity, state.release, seen, state.digest, cleared, len(state.answers)))
    position = _existing(state)
    row = Release.objects.create(
        position=position, digest=state.digest, at=at, office=actor.office, is_late=at > context.deadline
    )
    _publish(row, state.answers)
    touch(round_)
    record(
        actor=actor,
        act=Act.POSITION_RELEASED,
        tree=context.body.tree,
        kind="position",
        object=position.key,
        at=at,
        facts={
            "round": round_.key,
            "party": position.party.code,
            "digest": row.digest,
            "late": row.is_late,
            "number": position.number,
        },
    )
    return row


@transaction.atomic
def withdraw_position(*, actor: Actor, round_: Round, reason: str, at: datetime) -> Withdrawal:
    """Takes a released position back. What was said stays readable as withdrawn; its comments need no answer any
    more."""
    context, state = _own(actor, round_)
    ask(rules.must_be_fresh(actor.is_fresh))
    ask(rules.may_take_back(context.capacity, state.release, state.withdrawal is not None))
    release = state.release
    if release is None or not reason.strip():
        raise Refused(Refusal(No.REASON_MISSING))
    row = Withdrawal.objects.create(release=release, reason=reason.strip(), at=at, office=actor.office)
    Comment.objects.filter(round=round_, party=release.position.party, withdrawn_at=None).update(withdrawn_at=at)
    touch(round_)
    record(
        actor=actor,
        act=Act.POSITION_WITHDRAWN,
        tree=context.body.tree,
        kind="position",
        object=release.position_id,
        at=at,
        facts={"round": round_.key, "party": release.position.party.code},
        details={"reason": row.reason},
    )
    return row


@transaction.atomic
def begin_correction(*, actor: Actor, round_: Round, at: datetime) -> Position:
    """A new position that starts as a copy of the released one, which stands until the correction is released."""
    context, state = _own(actor, round_)
    if state.position is not None and state.release is None and state.position.number > 1:
        raise Refused(Refusal(No.CORRECTION_OPEN))
    ask(rules.may_take_back(context.capacity, state.release, is_withdrawn=False))
    released = _existing(state)
    position = Position.objects.create(round=round_, party=released.party, number=released.number + 1, begun_at=at)
    Answer.objects.bulk_create([_copy(answer, position) for answer in state.answers])
    _record(actor, context, Act.CORRECTION_BEGUN, position, at, {"corrects": released.key})
    return position


def _copy(answer: Answer, position: Position) -> Answer:
    fields = ("passage", "covers_section", "stance", "type", "language", "wording", "reason", "at")
    return Answer(position=position, remark_id=answer.remark_id, **{name: getattr(answer, name) for name in fields})


def _publish(release: Release, answers: tuple[Answer, ...]) -> None:
    """Makes comments of the answers. One that a correction repeats word for word stays, with the answer it got."""
    round_, party = release.position.round, release.position.party
    before = Comment.objects.filter(round=round_, party=party)
    standing = {_words(comment): comment for comment in before.filter(withdrawn_at=None)}
    digests = {p.id: passage_digest(p) for p in document_of(round_.revision)}
    number = before.aggregate(last=Max("number"))["last"] or 0
    new = []
    for answer in answers:
        if standing.pop(_words(answer), None) is None:
            number += 1
            new.append(_comment(release, answer, number, digests.get(answer.passage, "")))
    Comment.objects.bulk_create(new)
    gone = [comment.key for comment in standing.values()]
    Comment.objects.filter(key__in=gone).update(withdrawn_at=release.at)


def _words(said: Answer | Comment) -> tuple[object, ...]:
    return (said.passage, said.covers_section, said.stance, said.type, said.language, said.wording, said.reason)


def _comment(release: Release, answer: Answer, number: int, digest: str) -> Comment:
    return Comment(
        round=release.position.round,
        party=release.position.party,
        release=release,
        number=number,
        passage=answer.passage,
        covers_section=answer.covers_section,
        passage_digest=digest,
        stance=answer.stance,
        type=answer.type,
        language=answer.language,
        wording=answer.wording,
        reason=answer.reason,
        at=release.at,
    )


def _own(actor: Actor, round_: Round) -> tuple[RoundContext, PositionState]:
    """The locked round and the position of the actor's own party."""
    context = locked(actor, round_)
    return context, position_of(context.round, own_party(context))


def _own_answer(answer: Answer, state: PositionState) -> Answer:
    """The answer, if it belongs to the position in hand; otherwise as if it did not exist."""
    found = next((row for row in state.answers if row.key == answer.key), None)
    if found is None:
        raise Answer.DoesNotExist
    return found


def _existing(state: PositionState) -> Position:
    if state.position is None:
        raise Refused(Refusal(No.POSITION_EMPTY))
    return state.position


def _record(
    actor: Actor,
    context: RoundContext,
    act: Act,
    position: Position,
    at: datetime,
    facts: dict[str, object],
    details: dict[str, object] | None = None,
) -> None:
    """Writes a private act into the party's own ledger."""
    record(
        actor=actor,
        act=act,
        tree=party_tree(context.body, own_party(context)),
        kind="position",
        object=position.key,
        at=at,
        facts={"round": context.round.key, **facts},
        details=details,
    )
