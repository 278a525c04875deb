"""What was released of a meeting, as copies: the only thing that those outside ever read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from tejido.ledger.actors import Actor
from tejido.registry.models import Body
from tejido.registry.names import JOINED
from tejido.registry.rules import tasks

from ..models import Item, Meeting, Release
from ..names import Audience, Part, Presence
from .agenda import ItemLine, items_of, lines_of
from .attendance import AttendanceLine, attendance_of
from .minutes import Record, record_data, record_of


def released_data(meeting: Meeting, part: str) -> dict[str, Any]:
    """A part of the meeting as others will read it: no seat, no file, no note. Offices stay inside. Everything is
    loaded once, in a constant number of queries."""
    if part == Part.AGENDA:
        return {"agenda": [_item(number, item) for number, item in enumerate(items_of(meeting), 1)]}
    lines, record = lines_of(meeting), record_of(meeting)
    decided = {"decisions": _decisions(lines, record), "adopted": _adopted(lines)}
    if part == Part.DECISIONS:
        return decided
    words, attendance = record_data(record), attendance_of(meeting)
    minutes = words["minutes"]
    return {
        "present": _parties(attendance, Presence.PRESENT),
        "represented": _parties(attendance, Presence.REPRESENTED),
        "excused": _parties(attendance, Presence.EXCUSED),
        "general": minutes.get("", {}),
        "agenda": [{**_item(line.number, line.item), "minutes": minutes.get(line.item.key, {})} for line in lines],
        **decided,
        "commitments": words["commitments"],
    }


def _item(number: int, item: Item) -> dict[str, Any]:
    return {"number": number, "title": dict(item.title), "kind": str(item.kind)}


def _decisions(lines: Sequence[ItemLine], record: Record) -> list[dict[str, Any]]:
    places = {line.item.key: line.number for line in lines}
    return [
        {"number": row.number, "item": places.get(row.item_id, 0), "texts": dict(row.texts)} for row in record.decisions
    ]


def _adopted(lines: Sequence[ItemLine]) -> list[dict[str, Any]]:
    """The editions that were adopted in the meeting."""
    return [
        {
            "item": line.number,
            "title": dict(line.adoption.edition.text.title),
            "slug": line.adoption.edition.text.slug,
            "edition": line.adoption.edition.number,
        }
        for line in lines
        if line.adoption
    ]


def _parties(attendance: Sequence[AttendanceLine], presence: str) -> list[dict[str, Any]]:
    return [
        {"code": line.party.code, "name": dict(line.party.name)} for line in attendance if line.presence == presence
    ]


@dataclass(frozen=True, slots=True)
class ReleasedMeeting:
    """A meeting as those outside may know it: when it was, and the copies that were released to them, by part."""

    meeting: Meeting
    parts: Mapping[str, Release]

    @property
    def body(self) -> Body:
        return self.meeting.body

    @property
    def agenda(self) -> Release | None:
        return self.parts.get(Part.AGENDA)

    @property
    def decisions(self) -> Release | None:
        return self.parts.get(Part.DECISIONS)

    @property
    def minutes(self) -> Release | None:
        return self.parts.get(Part.MINUTES)


def released_for(actor: Actor, key: str) -> ReleasedMeeting:
    """A meeting from outside. Meeting.DoesNotExist where nothing of it was released to the actor, but for the meetings
    of committees, of which every seat of the network may know that they took place."""
    row = Meeting.objects.select_related("body__member").get(key=key)
    parts = _latest(in_force(row).filter(_audience(actor))).get(row.key, {})
    is_known = row.body.kind in JOINED and row.was_convened and tasks(actor, row.body)
    if not parts and not is_known:
        raise Meeting.DoesNotExist
    return ReleasedMeeting(row, parts)


def public_meetings() -> list[ReleasedMeeting]:
    """The meetings of which something was released to the public, the latest first, without the copies themselves. Two
    queries."""
    return _meetings(Q(audience=Audience.PUBLIC))


def released_to(actor: Actor) -> list[ReleasedMeeting]:
    """The meetings of which something was released to the actor, the latest first, without the copies themselves. Two
    queries."""
    return _meetings(_audience(actor))


def releases_of(meeting: Meeting) -> list[Release]:
    """Every release of a meeting that the caller reads from inside, also those that were withdrawn; without the copies
    themselves."""
    return list(Release.objects.filter(meeting=meeting).defer("data"))


def shown_now(releases: Iterable[Release]) -> list[Release]:
    """Of these, oldest first, the copies that are read now: the latest of each part for each audience."""
    latest = {(row.part, row.audience): row for row in releases}
    return [row for row in latest.values() if row.withdrawn_at is None]


def in_force(meeting: Meeting | None = None) -> QuerySet[Release]:
    """The copies that were not withdrawn: of one meeting, or of all."""
    found = Release.objects.filter(withdrawn_at=None)
    return found if meeting is None else found.filter(meeting=meeting)


def _audience(actor: Actor) -> Q:
    """What is for the public is for everybody; what is for the network is for its seats."""
    return Q(audience=Audience.PUBLIC) if actor.is_public else Q()


def _meetings(audience: Q) -> list[ReleasedMeeting]:
    parts = _latest(in_force().filter(audience).defer("data"))
    rows = Meeting.objects.filter(key__in=list(parts)).select_related("body__member").order_by("-starts_at", "key")
    return [ReleasedMeeting(row, parts[row.key]) for row in rows]


def _latest(found: Any) -> dict[str, dict[str, Release]]:
    """By meeting and part, the copy that was released last."""
    latest: dict[str, dict[str, Release]] = {}
    for release in found.order_by("at", "key"):
        latest.setdefault(release.meeting_id, {})[release.part] = release
    return latest


def released_decisions(actor: Actor, meetings: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What was decided in these meetings as it was released to the actor, by meeting. One query."""
    found = in_force().filter(_audience(actor), meeting__in=meetings, part=Part.DECISIONS)
    return {row.meeting_id: row.data for row in found.order_by("at", "key")}
