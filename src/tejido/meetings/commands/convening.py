"""From preparation to the end: a meeting is prepared, convened, moved, opened, closed or cancelled."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask, must_be_fresh
from tejido.registry.models import Body
from tejido.registry.queries import capacity, day_of
from tejido.web.languages import filled

from ..models import Invitation, InvitationReply, Meeting, Step
from ..names import Act, Reply, State, StepKind
from ..queries.agenda import items_of
from ..queries.invitations import invitations_of, own_invitation, seats_of
from ..queries.meetings import MeetingContext
from ..rules import meetings as rules
from ..rules.meetings import Plan
from ..rules.seats import may_facilitate
from .acting import locked, record_act
from .agenda import keep_agenda, keep_waiting


@transaction.atomic
def prepare_meeting(*, actor: Actor, body: Body, plan: Plan, at: datetime) -> Meeting:
    """A meeting in preparation: seen by those who prepare it, until it is convened."""
    ask(may_facilitate(capacity(actor, body)))
    ask(rules.is_whole(plan))
    row = Meeting.objects.create(body=body, prepared_at=at, office=actor.office, **_values(plan))
    facts = {"body": body.key, "kind": str(row.kind), "number": row.number or 0, **_times(row)}
    record_act(actor, Act.MEETING_PREPARED, row, at, facts)
    return row


def _values(plan: Plan) -> dict[str, object]:
    return {**asdict(plan), "name": filled(plan.name), "languages": list(plan.languages)}


def _times(row: Meeting) -> dict[str, str]:
    return {"starts": row.starts_at.isoformat(), "ends": row.ends_at.isoformat(), "zone": row.zone}


@transaction.atomic
def change_meeting(*, actor: Actor, meeting: Meeting, plan: Plan, at: datetime) -> None:
    """Changes whatever was written down, until the meeting is convened."""
    context = locked(actor, meeting.key)
    ask(rules.may_change_plan(context.capacity, context.meeting))
    ask(rules.is_whole(plan))
    row = context.meeting
    for name, value in _values(plan).items():
        setattr(row, name, value)
    row.save()
    record_act(actor, Act.MEETING_CHANGED, row, at, {**_times(row), "languages": list(row.languages)})


@transaction.atomic
def convene_meeting(
    *, actor: Actor, meeting: Meeting, words: Mapping[str, str], with_observers: bool, at: datetime
) -> list[Invitation]:
    """The formal convocation: the seats of the body are invited, and the agenda is announced with it."""
    context = locked(actor, meeting.key)
    row = context.meeting
    seats = seats_of(context.body, day_of(row.starts_at), with_observers=with_observers)
    items = items_of(row)
    spoken = sum(party is not None for _, party in seats)
    ask(rules.may_convene(context.capacity, row, len(items), spoken, at))
    ask(must_be_fresh(actor.is_fresh))
    step = _step(actor, context, StepKind.CONVENED, State.CONVENED, at, words)
    invitations = [Invitation(meeting=row, seat=seat, party=party, at=at) for seat, party in seats]
    Invitation.objects.bulk_create(invitations)
    agenda = keep_agenda(actor, row, items, at)
    facts = {**_times(row), "agenda": agenda.number, "digest": agenda.digest, "seats": len(seats)}
    record_act(actor, Act.MEETING_CONVENED, row, at, facts, step.words)
    return invitations


def _step(
    actor: Actor, context: MeetingContext, kind: StepKind, state: State, at: datetime, words: Mapping[str, str]
) -> Step:
    """The row that says why, and the state that it leads to."""
    row = context.meeting
    starts_at = row.starts_at if kind == StepKind.POSTPONED else None
    step = Step.objects.create(
        meeting=row, kind=kind, at=at, office=actor.office, words=filled(words), starts_at=starts_at
    )
    row.state = state
    row.save(update_fields=["state"])
    keep_waiting(row)
    return step


@transaction.atomic
def postpone_meeting(
    *,
    actor: Actor,
    meeting: Meeting,
    starts_at: datetime | None,
    ends_at: datetime | None,
    reason: str,
    language: str,
    at: datetime,
) -> Step:
    """Moves a convened meeting to another time, or to a time that is not known yet. Everybody invited is told."""
    context = locked(actor, meeting.key)
    row = context.meeting
    ask(rules.may_move(context.capacity, row))
    ask(rules.has_reason(reason))
    is_dated = starts_at is not None and ends_at is not None
    if starts_at is not None and ends_at is not None:
        ask(rules.ends_later(starts_at, ends_at))
        ask(rules.is_ahead(starts_at, row.zone, at))
    before = row.starts_at
    state = State.CONVENED if is_dated else State.POSTPONED
    step = _step(actor, context, StepKind.POSTPONED, state, at, {language: reason})
    if starts_at is not None and ends_at is not None:
        row.starts_at, row.ends_at = starts_at, ends_at
    row.sequence += 1
    row.save(update_fields=["starts_at", "ends_at", "sequence"])
    facts = {"was": before.isoformat(), "is": row.starts_at.isoformat() if is_dated else "", "zone": row.zone}
    record_act(actor, Act.MEETING_POSTPONED, row, at, facts, step.words)
    return step


@transaction.atomic
def cancel_meeting(*, actor: Actor, meeting: Meeting, reason: str, language: str, at: datetime) -> Step:
    """The meeting will not be held. Who was invited is told why; where nobody was, it stays with those who prepared
    it."""
    context = locked(actor, meeting.key)
    row = context.meeting
    ask(rules.may_cancel(context.capacity, row))
    ask(rules.has_reason(reason))
    is_told = row.was_convened
    state = State.CANCELLED if is_told else State.GIVEN_UP
    step = _step(actor, context, StepKind.CANCELLED, state, at, {language: reason})
    row.sequence += 1
    row.save(update_fields=["sequence"])
    act = Act.MEETING_CANCELLED if is_told else Act.MEETING_GIVEN_UP
    record_act(actor, act, row, at, {}, step.words)
    return step


@transaction.atomic
def open_meeting(*, actor: Actor, meeting: Meeting, at: datetime) -> None:
    """The chair opens the meeting. Attendance can be declared from now on."""
    context = locked(actor, meeting.key)
    ask(rules.may_open(context.capacity, context.meeting))
    _step(actor, context, StepKind.OPENED, State.OPENED, at, {})
    record_act(actor, Act.MEETING_OPENED, context.meeting, at, {})


@transaction.atomic
def close_meeting(*, actor: Actor, meeting: Meeting, at: datetime) -> None:
    """The chair closes the meeting. Minutes, decisions and commitments can still be written until they are approved."""
    context = locked(actor, meeting.key)
    ask(rules.may_close(context.capacity, context.meeting))
    _step(actor, context, StepKind.CLOSED, State.CLOSED, at, {})
    record_act(actor, Act.MEETING_CLOSED, context.meeting, at, {})


@transaction.atomic
def answer_invitation(
    *, actor: Actor, meeting: Meeting, says: str, represented_by: str, note: str, at: datetime
) -> InvitationReply:
    """Whether the seat comes, or who stands in for it. The latest answer counts."""
    context = locked(actor, meeting.key)
    lines = invitations_of(context.meeting)
    invited = {line.seat.key for line in lines}
    ask(rules.may_answer(context.meeting, actor.seat, invited))
    ask(rules.can_stand_in(actor.seat, invited, says, represented_by))
    mine = own_invitation(actor, lines)
    stand_in = represented_by if says == Reply.REPRESENTED else None
    reply, _ = InvitationReply.objects.update_or_create(
        invitation=mine.invitation if mine else None,
        defaults={
            "says": says,
            "represented_by_id": stand_in,
            "note": note.strip()[:300],
            "at": at,
            "office": actor.office,
        },
    )
    facts = {"seat": actor.seat, "says": str(says), "by": stand_in or ""}
    record_act(actor, Act.INVITATION_ANSWERED, context.meeting, at, facts, reply.note)
    return reply
