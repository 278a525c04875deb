"""Meetings of bodies with their agenda and decisions, from inside or as far as they were released; and what was
promised in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from tejido.ledger.actors import Actor
from tejido.meetings.names import Part
from tejido.meetings.queries import agenda, commitments, meetings, minutes, releases
from tejido.meetings.queries.commitments import CommitmentLine
from tejido.meetings.queries.meetings import MeetingContext
from tejido.meetings.queries.releases import ReleasedMeeting

from ..resource import Resource, Texts, Within, address, listed, page
from .parts import texts, today

## Meetings


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of the agenda. `key` is empty, and nothing is told but its title and kind, where it was released."""

    key: str
    number: int
    title: Texts
    kind: str
    minutes: int | None
    presented_by: str
    procedure: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision, numbered once and for all. `item` is the number of its item, 0 where that was struck."""

    number: int
    item: int
    texts: Texts


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a body, announced in the time of `zone`; the times of one that is postponed are those that were
    announced before. `is_inside`: the seat reads it from inside; otherwise everything here is what was released.
    `agenda` and `decisions` are told where one meeting is asked for; decisions from the day on which the minutes were
    circulated, or released."""

    key: str
    address: str
    page: str
    body: str
    kind: str
    number: int | None
    name: Texts
    starts_at: datetime
    ends_at: datetime
    zone: str
    place: str
    languages: list[str]
    state: str
    is_inside: bool
    agenda: list[AgendaItem] | None
    decisions: list[Decision] | None
    links: dict[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting with what is loaded of it."""

    meeting: Any
    is_inside: bool
    agenda: Sequence[AgendaItem] | None = None
    decisions: Sequence[Decision] | None = None


def _meetings(actor: Actor, at: datetime, within: Within) -> Sequence[Told]:
    """The meetings of one body; without one, those that are ahead, and those of which something was released."""
    if key := within.get("body"):
        context = meetings.body_for(actor, key)
        return [Told(row, context.is_inside) for row in meetings.meetings_of(context)]
    if actor.is_public:
        return [Told(row.meeting, False) for row in releases.public_meetings()]
    bodies = meetings.bodies_for(actor)
    inside = meetings.inside_of(actor, bodies)
    ahead = [Told(context.meeting, True) for context in meetings.upcoming_for(actor, at, bodies)]
    known = {told.meeting.key for told in ahead}
    released = [row.meeting for row in releases.released_to(actor) if row.meeting.key not in known]
    return [*ahead, *(Told(row, row.body_id in inside) for row in released)]


def _meeting(actor: Actor, _at: datetime, key: str) -> Told:
    try:
        context = meetings.meeting_for(actor, key)
    except ObjectDoesNotExist:
        return _from_outside(releases.released_for(actor, key))
    return _from_inside(context)


def _from_inside(context: MeetingContext) -> Told:
    row, lines = context.meeting, agenda.lines_of(context.meeting)
    record = minutes.record_of(row)
    places = {line.item.key: line.number for line in lines}
    decisions = [Decision(each.number, places.get(each.item_id, 0), texts(each.texts)) for each in record.decisions]
    items = [_item(line.number, line.item) for line in lines]
    return Told(row, True, items, decisions if minutes.reads_minutes(context, record) else None)


def _item(number: int, row: Any) -> AgendaItem:
    presenter = row.presenter.office if row.presenter else ""
    return AgendaItem(
        row.key, number, texts(row.title), str(row.kind), row.minutes, presenter, row.procedure_id or "",
    )  # fmt: skip  # one row, read as one


def _from_outside(found: ReleasedMeeting) -> Told:
    """The copies that were released, and nothing of what stands behind them."""
    copies = {part: release.data for part, release in found.parts.items()}
    told = copies.get(Part.AGENDA) or copies.get(Part.MINUTES)
    decided = copies.get(Part.DECISIONS) or copies.get(Part.MINUTES)
    items = [_released_item(row) for row in told["agenda"]] if told else None
    decisions = [_released_decision(row) for row in decided["decisions"]] if decided else None
    return Told(found.meeting, False, items, decisions)


def _released_item(row: Mapping[str, Any]) -> AgendaItem:
    return AgendaItem("", row["number"], texts(row["title"]), row["kind"], None, "", "")


def _released_decision(row: Mapping[str, Any]) -> Decision:
    return Decision(row["number"], row["item"], texts(row["texts"]))


def _show_meeting(item: Told, _actor: Actor, _at: datetime) -> Meeting:
    row = item.meeting
    return Meeting(
        key=row.key,
        address=address("meetings", row.key),
        page=page("meetings:meeting", row.key),
        body=row.body_id,
        kind=str(row.kind),
        number=row.number,
        name=texts(row.name),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        zone=row.zone,
        place=row.place,
        languages=list(row.languages),
        state=str(row.state),
        is_inside=item.is_inside,
        agenda=None if item.agenda is None else list(item.agenda),
        decisions=None if item.decisions is None else list(item.decisions),
        links={"commitments": listed("commitments", body=row.body_id)} if item.is_inside else {},
    )


def _key_of_meeting(item: Told) -> str:
    return str(item.meeting.key)


MEETINGS = Resource(
    "meetings", "meetings:meeting", Meeting, _meetings, _meeting, _show_meeting, key=_key_of_meeting,
    index="meetings:home", filters=("body",), is_public=True,
)  # fmt: skip  # one row, read as one


## Commitments


@dataclass(frozen=True, slots=True)
class Report:
    """What was reported of a commitment."""

    kind: str
    words: str
    language: str
    due: date | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a party or a seat promised in a meeting. `due` is the day in force; `is_ours`: the seat or its party
    promised it."""

    key: str
    address: str
    page: str
    meeting: str
    number: int
    texts: Texts
    party: str
    office: str
    due: date | None
    standing: str
    is_ours: bool
    is_overdue: bool
    decision: int | None
    reports: list[Report]
    links: dict[str, str]


Promised = tuple[CommitmentLine, date]


def _commitments(actor: Actor, at: datetime, within: Within) -> Sequence[Promised]:
    """Everything that was promised in one body; without one, what is open in every body of the seat."""
    day = today(at)
    if not (key := within.get("body")):
        return [(line, day) for line in commitments.open_commitments(actor)]
    context = meetings.body_for(actor, key)
    if not context.is_inside:
        raise ObjectDoesNotExist
    return [(line, day) for line in commitments.commitments_of(actor, context)]


def _commitment(actor: Actor, at: datetime, key: str) -> Promised:
    return commitments.commitment_for(actor, key)[1], today(at)


def _show_commitment(item: Promised, _actor: Actor, _at: datetime) -> Commitment:
    (line, day), row = item, item[0].commitment
    return Commitment(
        key=row.key,
        address=address("commitments", row.key),
        page=page("meetings:commitment", row.key),
        meeting=row.meeting_id,
        number=row.number,
        texts=texts(row.texts),
        party=row.party.code if row.party else "",
        office=row.seat.office if row.seat else "",
        due=row.due,
        standing=str(row.standing),
        is_ours=line.is_ours,
        is_overdue=line.is_overdue(day),
        decision=row.decision.number if row.decision else None,
        reports=[Report(str(each.kind), each.words, each.language, each.due, each.at) for each in line.reports],
        links={"meeting": address("meetings", row.meeting_id)},
    )


def _key_of_commitment(item: Promised) -> str:
    return str(item[0].commitment.key)


COMMITMENTS = Resource(
    "commitments", "meetings:commitment", Commitment, _commitments, _commitment, _show_commitment,
    key=_key_of_commitment, filters=("body",),
)  # fmt: skip  # one row, read as one

RESOURCES = (MEETINGS, COMMITMENTS)
