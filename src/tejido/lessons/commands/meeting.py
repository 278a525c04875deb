"""The evaluation meeting: prepared or linked, and the matters put on its agenda."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.meetings import commands as meetings
from tejido.meetings.models import Meeting
from tejido.meetings.names import ItemKind
from tejido.meetings.rules.meetings import Plan
from tejido.registry.queries import network_body
from tejido.seminars.models import Seminar

from .. import rules
from ..models import CaseMeeting, Matter, MatterItem
from ..names import Act, No
from ..queries.cases import CaseContext, meeting_with
from ..queries.matters import MatterLine, heard, matters_of
from ..terms import OPENING
from .writing import locked, opened, write_down


@transaction.atomic
def prepare_evaluation_meeting(*, actor: Actor, seminar: Seminar, plan: Plan, at: datetime) -> Meeting:
    """Puts a meeting of the network into preparation by meetings' own act, with its opening on the agenda."""
    context = locked(actor, seminar.key)
    row = meetings.prepare_meeting(actor=actor, body=network_body(), plan=plan, at=at)
    title = {tag: words for tag, words in OPENING.items() if tag in plan.languages} or dict(OPENING)
    meetings.add_item(actor=actor, meeting=row, title=title, kind=ItemKind.OPENING, at=at)
    _link(actor, context, row, at)
    return row


@transaction.atomic
def link_meeting(*, actor: Actor, seminar: Seminar, meeting: Meeting, at: datetime) -> CaseMeeting:
    """Takes an evaluation meeting that is prepared or convened already."""
    context = locked(actor, seminar.key)
    return _link(actor, context, meeting_with(meeting.key), at)


def _link(actor: Actor, context: CaseContext, meeting: Meeting, at: datetime) -> CaseMeeting:
    ask(rules.may_link_meeting(actor, meeting, [row.key for row in context.meetings]))
    row = CaseMeeting.objects.create(case=opened(context), meeting=meeting, at=at, office=actor.office)
    write_down(actor, Act.MEETING_LINKED, context.seminar.key, at, {"meeting": meeting.key})
    return row


@transaction.atomic
def place_matters(*, actor: Actor, seminar: Seminar, matters: Sequence[Matter], at: datetime) -> list[MatterItem]:
    """Puts matters on the agenda of the evaluation meeting, each as an item of its own before which the round lies that
    it comes from. An empty list puts all that are on no agenda of a meeting that is still to be held, was held, or
    were not discussed."""
    context = locked(actor, seminar.key)
    meeting = context.agenda
    if meeting is None:
        raise Refused(Refusal(No.NO_MEETING))
    lines = matters_of([opened(context)], heard(context), keeps=True)
    wanted = {row.key for row in matters}
    found = [line for line in lines if (line.matter.key in wanted if wanted else _waits(line))]
    if not found:
        raise Refused(Refusal(No.NOTHING_TO_PLACE))
    return [_place(actor, context, meeting, line, at) for line in found]


def _waits(line: MatterLine) -> bool:
    """It has no outcome, and no meeting is to discuss it or has."""
    return line.decision is None and not any(item.meeting.state not in rules.NOT_HELD for item in line.items)


def _place(actor: Actor, context: CaseContext, meeting: Meeting, line: MatterLine, at: datetime) -> MatterItem:
    matter = line.matter
    ask(rules.may_place(actor, matter, is_placed=any(item.meeting_id == meeting.key for item in line.items)))
    item = meetings.add_item(actor=actor, meeting=meeting, title=dict(matter.title), kind=ItemKind.DISCUSSION, at=at)
    for each in context.of_part(matter.part)[-1:]:
        meetings.add_paper(actor=actor, item=item, source=each.round, at=at)
    row = MatterItem.objects.create(matter=matter, item=item, at=at, office=actor.office)
    facts = {"matter": matter.number, "meeting": meeting.key, "item": item.key}
    write_down(actor, Act.MATTER_PLACED, context.seminar.key, at, facts)
    return row
