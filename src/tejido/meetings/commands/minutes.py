"""Minutes and decisions are written, circulated, corrected and approved."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask, must_be_fresh
from tejido.web.languages import filled

from ..models import Approval, Circulation, Correction, Decision, Item, Meeting, MinutesText
from ..names import Act, Way
from ..queries.minutes import approval_of, circulation_of, later_open, latest_of, numbers, record_of, unanswered_of
from ..rules import minutes as rules
from ..rules.meetings import has_reason
from .acting import allowed, locked, locked_item, record_act, standing
from .instants import instant_from


@transaction.atomic
def save_minutes(
    *, actor: Actor, meeting: Meeting, item: Item | None, language: str, markdown: str, base: int, at: datetime
) -> MinutesText:
    """A new version of the minutes of an item (None: of the meeting as a whole) in one language. `base` is the number
    of the version that it was written on: refused where somebody has saved another since."""
    context = locked(actor, meeting.key)
    ask(rules.may_save(context.capacity, context.meeting, approval_of(context.meeting)))
    item = standing(item) if item else None
    latest = latest_of(context.meeting, item, language)
    ask(rules.is_on_latest(base, latest.number if latest else 0))
    row = MinutesText.objects.create(
        meeting=context.meeting,
        item=item,
        language=language,
        number=base + 1,
        markdown=markdown.strip(),
        digest=canonical_digest(markdown.strip()),
        at=at,
        office=actor.office,
    )
    facts = {"item": item.key if item else "", "language": language, "number": row.number, "digest": row.digest}
    record_act(actor, Act.MINUTES_SAVED, context.meeting, at, facts)
    return row


@transaction.atomic
def enter_decision(*, actor: Actor, item: Item, texts: Mapping[str, str], at: datetime) -> Decision:
    """What the meeting decided under an item. Its number is never given again."""
    context, item = locked_item(actor, item)
    record = record_of(context.meeting)
    ask(rules.may_enter(context.capacity, context.meeting, record.approval))
    ask(rules.has_words(texts))
    row = Decision.objects.create(
        meeting=context.meeting,
        item=item,
        number=numbers(record.decisions),
        texts=filled(texts),
        at=at,
        office=actor.office,
    )
    facts = {"number": row.number, "item": item.key, "digest": canonical_digest(row.texts)}
    record_act(actor, Act.DECISION_ENTERED, context.meeting, at, facts)
    return row


@transaction.atomic
def change_decision(*, actor: Actor, decision: Decision, texts: Mapping[str, str], at: datetime) -> None:
    context = locked(actor, decision.meeting_id)
    ask(rules.may_enter(context.capacity, context.meeting, approval_of(context.meeting)))
    ask(rules.has_words(texts))
    decision.texts = filled(texts)
    decision.save(update_fields=["texts"])
    facts = {"number": decision.number, "digest": canonical_digest(decision.texts)}
    record_act(actor, Act.DECISION_CHANGED, context.meeting, at, facts)


@transaction.atomic
def circulate_minutes(*, actor: Actor, meeting: Meeting, local: datetime, zone: str, at: datetime) -> Circulation:
    """The draft goes to everybody invited, who can propose corrections until the deadline. Done again, it asks anew."""
    context = locked(actor, meeting.key)
    record = record_of(context.meeting)
    ask(rules.may_circulate(context.capacity, context.meeting, record.approval, len(record.texts)))
    deadline = instant_from(local, zone, at)
    row = Circulation.objects.create(
        meeting=context.meeting, deadline=deadline, zone=zone, digest=record.digest, at=at, office=actor.office
    )
    facts = {"deadline": deadline.isoformat(), "zone": zone, "digest": row.digest}
    record_act(actor, Act.MINUTES_CIRCULATED, context.meeting, at, facts)
    return row


@transaction.atomic
def propose_correction(
    *, actor: Actor, meeting: Meeting, item: Item | None, language: str, wording: str, reason: str, at: datetime
) -> Correction:
    """A party says what should be read instead, and why. The whole body reads it."""
    context = locked(actor, meeting.key)
    row = context.meeting
    party = allowed(rules.correcting(context.capacity, row, circulation_of(row), approval_of(row), at))
    ask(rules.has_words({language: wording}))
    ask(has_reason(reason))
    correction = Correction.objects.create(
        meeting=row,
        item=standing(item) if item else None,
        party=party,
        language=language,
        wording=wording.strip(),
        reason=reason.strip(),
        at=at,
        office=actor.office,
    )
    facts = {"party": party.code, "item": item.key if item else "", "correction": correction.key}
    said = {"wording": correction.wording, "reason": correction.reason}
    record_act(actor, Act.CORRECTION_PROPOSED, row, at, facts, said)
    return correction


@transaction.atomic
def answer_correction(*, actor: Actor, correction: Correction, verdict: str, answer: str, at: datetime) -> None:
    """What became of a correction, with the reason. The change itself is a new version of the minutes."""
    context = locked(actor, correction.meeting_id)
    correction = Correction.objects.get(key=correction.key)
    ask(rules.may_answer_correction(context.capacity, correction))
    ask(has_reason(answer))
    correction.verdict, correction.answer = verdict, answer.strip()
    correction.answered_at, correction.answered_by = at, actor.office
    correction.save(update_fields=["verdict", "answer", "answered_at", "answered_by"])
    facts = {"correction": correction.key, "verdict": str(verdict)}
    record_act(actor, Act.CORRECTION_ANSWERED, context.meeting, at, facts, correction.answer)


@transaction.atomic
def approve_minutes(*, actor: Actor, meeting: Meeting, way: str, at: datetime) -> Approval:
    """The minutes are approved, word for word, in a later meeting of the body or by silence. Nothing changes any more
    in minutes, decisions and the words of commitments."""
    context = locked(actor, meeting.key)
    row, record = context.meeting, record_of(context.meeting)
    ask(rules.may_approve(context.capacity, row, record.circulation, record.approval, unanswered_of(row)))
    later = later_open(row) if way == Way.IN_MEETING else None
    circulation = cast("Circulation", record.circulation)  # refused above where nothing was circulated
    ask(rules.can_be_approved_so(way, circulation, record.digest, later, at))
    ask(must_be_fresh(actor.is_fresh))
    approval = Approval.objects.create(
        meeting=row, way=way, in_meeting=later, digest=record.digest, at=at, office=actor.office
    )
    facts = {"way": str(way), "in": later.key if later else "", "digest": approval.digest}
    record_act(actor, Act.MINUTES_APPROVED, row, at, facts)
    return approval
