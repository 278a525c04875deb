"""What was released of a meeting, as copies: the only thing that those outside ever read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from tejido.ledger.actors import Actor
from tejido.registry.models import Body
from tejido.registry.names import BodyKind
from tejido.registry.rules import tasks

from ..models import Meeting, Release
from ..names import Audience, Part, Presence
from .agenda import items_of, lines_of
from .attendance import attendance_of
from .minutes import record_data, record_of


def released_data(meeting: Meeting, part: str) -> dict[str, Any]:
    """A part of the meeting as others will read it: no seat, no file, no note. Offices stay inside."""
    if part == Part.AGENDA:
        return {"agenda": [_item(number, item) for number, item in enumerate(items_of(meeting), 1)]}
    if part == Part.DECISIONS:
        return {"decisions": _decisions(meeting), "adopted": _adopted(meeting)}
    record = record_data(record_of(meeting))
    items = [{**_item(n, item), "minutes": record["minutes"].get(item.key, {})} for n, item in _numbered(meeting)]
    return {
        "present": _parties(meeting, Presence.PRESENT),
        "represented": _parties(meeting, Presence.REPRESENTED),
        "excused": _parties(meeting, Presence.EXCUSED),
        "general": record["minutes"].get("", {}),
        "agenda": items,
        "decisions": _decisions(meeting),
        "adopted": _adopted(meeting),
        "commitments": record["commitments"],
    }


def _numbered(meeting: Meeting) -> list[tuple[int, Any]]:
    return list(enumerate(items_of(meeting), 1))


def _item(number: int, item: Any) -> dict[str, Any]:
    return {"number": number, "title": dict(item.title), "kind": str(item.kind)}


def _decisions(meeting: Meeting) -> list[dict[str, Any]]:
    places = {item.key: number for number, item in _numbered(meeting)}
    return [
        {"number": row.number, "item": places.get(row.item_id, 0), "texts": dict(row.texts)}
        for row in record_of(meeting).decisions
    ]


def _adopted(meeting: Meeting) -> list[dict[str, Any]]:
    """The editions that were adopted in the meeting."""
    return [
        {
            "item": line.number,
            "title": dict(line.adoption.edition.text.title),
            "slug": line.adoption.edition.text.slug,
            "edition": line.adoption.edition.number,
        }
        for line in lines_of(meeting)
        if line.adoption
    ]


def _parties(meeting: Meeting, presence: str) -> list[dict[str, Any]]:
    return [
        {"code": line.party.code, "name": dict(line.party.name)}
        for line in attendance_of(meeting)
        if line.presence == presence
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
    is_known = row.body.kind == BodyKind.COMMITTEE and row.was_convened and tasks(actor, row.body)
    if not parts and not is_known:
        raise Meeting.DoesNotExist
    return ReleasedMeeting(row, parts)


def public_meetings() -> list[ReleasedMeeting]:
    """The meetings of which something was released to the public, the latest first. Two queries."""
    return _meetings(Q(audience=Audience.PUBLIC))


def released_to(actor: Actor) -> list[ReleasedMeeting]:
    """The meetings of which something was released to the actor, the latest first. Two queries."""
    return _meetings(_audience(actor))


def releases_of(meeting: Meeting) -> list[Release]:
    """Every release of a meeting that the caller reads from inside, also those that were withdrawn."""
    return list(Release.objects.filter(meeting=meeting))


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
    parts = _latest(in_force().filter(audience))
    rows = Meeting.objects.filter(key__in=list(parts)).select_related("body__member").order_by("-starts_at", "key")
    return [ReleasedMeeting(row, parts[row.key]) for row in rows]


def _latest(found: Any) -> dict[str, dict[str, Release]]:
    """By meeting and part, the copy that was released last."""
    latest: dict[str, dict[str, Release]] = {}
    for release in found.order_by("at", "key"):
        latest.setdefault(release.meeting_id, {})[release.part] = release
    return latest
