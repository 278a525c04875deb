"""Promises are entered, reported on by who made them, and carried to the next meeting."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Party, Seat
from tejido.registry.queries import day_of
from tejido.web.languages import filled

from ..models import Carried, Commitment, CommitmentReport, Decision, Item, Meeting
from ..names import Act, ItemKind, No, Report, Standing
from ..queries.attendance import parties_in
from ..queries.commitments import to_carry
from ..queries.invitations import seats_of
from ..queries.meetings import MeetingContext
from ..queries.minutes import numbers, record_of
from ..rules import commitments as rules
from ..rules.meetings import has_reason
from ..rules.minutes import has_words, may_enter
from .acting import locked, record_act, standing
from .agenda import add_item

_ACTS = {
    Report.NOTE: Act.COMMITMENT_REPORTED,
    Report.DONE: Act.COMMITMENT_DONE,
    Report.RENEWED: Act.COMMITMENT_RENEWED,
    Report.DROPPED: Act.COMMITMENT_DROPPED,
}
_STANDINGS = {
    Report.DONE: Standing.DONE,
    Report.RENEWED: Standing.RENEWED,
    Report.DROPPED: Standing.DROPPED,
}


@transaction.atomic
def make_commitment(
    *,
    actor: Actor,
    meeting: Meeting,
    texts: Mapping[str, str],
    at: datetime,
    item: Item | None = None,
    decision: Decision | None = None,
    party: str = "",
    seat: str = "",
    due: date | None = None,
) -> Commitment:
    """What a party (by its code) or a seat (by its key) has promised in the meeting."""
    context = locked(actor, meeting.key)
    record = record_of(context.meeting)
    ask(may_enter(context.capacity, context.meeting, record.approval))
    ask(has_words(texts))
    ask(rules.has_one_maker(party, seat))
    row = Commitment.objects.create(
        meeting=context.meeting,
        item=standing(item) if item else decision.item if decision else None,
        decision=decision,
        number=numbers(record.commitments),
        texts=filled(texts),
        party=_party(context, party),
        seat=_seat(context, seat),
        due=due,
        at=at,
        office=actor.office,
    )
    facts = {"number": row.number, "party": party, "seat": seat, "due": due.isoformat() if due else ""}
    record_act(actor, Act.COMMITMENT_MADE, context.meeting, at, {"commitment": row.key, **facts})
    return row


def _party(context: MeetingContext, code: str) -> Party | None:
    if not code:
        return None
    found = {party.code: party for party in parties_in(context.meeting)}
    if code not in found:
        raise Refused(Refusal(No.NOT_PARTY, {"party": code}))
    return found[code]


def _seat(context: MeetingContext, key: str) -> Seat | None:
    if not key:
        return None
    found = {seat.key: seat for seat, _party in seats_of(context.body, day_of(context.meeting.starts_at))}
    if key not in found:
        raise Refused(Refusal(No.NOT_OF_BODY))
    return found[key]


@transaction.atomic
def report_commitment(
    *,
    actor: Actor,
    commitment: Commitment,
    kind: str,
    words: str,
    language: str,
    at: datetime,
    due: date | None = None,
) -> CommitmentReport:
    """Progress, or the end, or a new day, by who promised. Who facilitates can renew and drop it with a reason."""
    context = locked(actor, commitment.meeting_id)
    row = Commitment.objects.select_related("party", "seat__institution__member").get(key=commitment.key)
    ask(rules.may_report(context.capacity, actor.seat, row, kind))
    ask(has_reason(words))
    ask(rules.is_later(row, kind, due))
    report = CommitmentReport.objects.create(
        commitment=row,
        kind=kind,
        words=words.strip(),
        language=language,
        due=due if kind == Report.RENEWED else None,
        at=at,
        office=actor.office,
    )
    if standing := _STANDINGS.get(Report(kind)):
        row.standing, row.due = standing, report.due or row.due
        row.save(update_fields=["standing", "due"])
    facts = {"commitment": row.key, "due": report.due.isoformat() if report.due else ""}
    record_act(actor, _ACTS[Report(kind)], context.meeting, at, facts, report.words)
    return report


@transaction.atomic
def carry_commitments(*, actor: Actor, meeting: Meeting, at: datetime) -> Item:
    """One item that follows up every open commitment of the body that is not on the agenda yet."""
    context = locked(actor, meeting.key)
    rows = to_carry(context.meeting)
    title = {}
    for language in context.meeting.languages:
        with override(language):
            title[language] = _("Follow-up of the commitments of earlier meetings")
    item = add_item(actor=actor, meeting=meeting, title=title, kind=ItemKind.FOLLOW_UP, at=at)
    ask(rules.may_carry(len(rows)))
    Carried.objects.bulk_create(Carried(item=item, commitment=row) for row in rows)
    facts = {"item": item.key, "commitments": [row.key for row in rows]}
    record_act(actor, Act.COMMITMENTS_CARRIED, context.meeting, at, facts)
    return item
