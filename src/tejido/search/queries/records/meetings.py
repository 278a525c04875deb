"""Meetings as those inside read them, and the copies that were released to others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tejido.meetings.models import Decision, Meeting, Release
from tejido.meetings.names import Audience, Part
from tejido.meetings.queries.agenda import items_of
from tejido.meetings.queries.minutes import Record, record_of
from tejido.meetings.queries.releases import in_force
from tejido.meetings.words import title_of
from tejido.registry.names import JOINED
from tejido.web.instants import clocks

from ...names import Kind
from .values import (
    FOR_NETWORK,
    FOR_VISITORS,
    NETWORK,
    VISITORS,
    About,
    Piece,
    Texts,
    in_each_language,
    inside_filter,
    open_page,
    page,
    preparing_filter,
)

WHOLE = "m0"  # the minutes of the meeting as a whole


@dataclass(frozen=True, slots=True)
class _Told:
    """A meeting with what all that is told of it shares."""

    meeting: Meeting
    title: Texts

    def about(self, kind: str, member: str = "") -> About:
        row = self.meeting
        day = row.starts_at.astimezone(clocks(row.zone)).date().isoformat()
        own = row.body.member.code if row.body.member else ""
        return About(kind, self.title, row.starts_at, day, member or own)


def pieces_of_meeting(meeting: Meeting) -> Iterator[Piece]:
    """What those inside may read, and every copy that stands."""
    told = _Told(meeting, in_each_language(lambda: title_of(meeting)))
    yield from _inside(told)
    yield from _outside(told)


def _inside(told: _Told) -> Iterator[Piece]:
    """Who prepares sees the meeting before it is convened, and minutes and decisions before they are circulated."""
    meeting, record = told.meeting, record_of(told.meeting)
    preparing, inside = [preparing_filter(meeting.body_id)], [inside_filter(meeting.body_id)]
    readers = inside if meeting.was_convened else preparing
    place = {language: " · ".join(filter(None, (title, meeting.place))) for language, title in told.title.items()}
    yield from told.about(Kind.MEETING).said("meeting", place, page("meetings:meeting", meeting.key), readers)
    items, agenda = items_of(meeting), page("meetings:agenda", meeting.key)
    numbers = {item.key: number for number, item in enumerate(items, 1)}
    for item in items:
        yield from told.about(Kind.MEETING).said(f"a{numbers[item.key]}", item.title, agenda, readers)
    titles = {item.key: item.title for item in items}
    written = inside if record.circulation else preparing
    yield from _decisions(told, record.decisions, titles, written)
    yield from _commitments(told, record, readers)
    yield from _minutes(told, record, numbers, titles, written)


def _decisions(
    told: _Told, rows: Sequence[Decision], titles: Mapping[str, Texts], readers: Sequence[str]
) -> Iterator[Piece]:
    for row in rows:
        heading, url = titles.get(row.item_id, {}), page("meetings:decision", row.key)
        yield from told.about(Kind.DECISION).said(f"d{row.number}", row.texts, url, readers, heading=heading)


def _commitments(told: _Told, record: Record, readers: Sequence[str]) -> Iterator[Piece]:
    for row in record.commitments:
        who = row.party.code if row.party and row.party.member_id else ""
        url = page("meetings:commitment", row.key)
        yield from told.about(Kind.COMMITMENT, who).said(f"c{row.number}", row.texts, url, readers)


def _minutes(
    told: _Told, record: Record, numbers: Mapping[str, int], titles: Mapping[str, Texts], readers: Sequence[str]
) -> Iterator[Piece]:
    key = told.meeting.key
    for item, versions in record.texts.items():
        texts = {language: row.markdown for language, row in versions.items()}
        url = page("meetings:minutes", key, anchor=f"#item-{item or 'general'}")
        id = f"m{numbers[item]}" if item in numbers else WHOLE
        yield from told.about(Kind.MINUTES).said(id, texts, url, readers, heading=titles.get(item, {}))


def _outside(told: _Told) -> Iterator[Piece]:
    """The copies as released: the latest of each part for everybody who is not signed in, and for the seats."""
    key = told.meeting.key
    to_seats = list(in_force(told.meeting).order_by("at", "key"))
    to_all = [row for row in to_seats if row.audience == Audience.PUBLIC]
    is_known = told.meeting.body.kind in JOINED and told.meeting.was_convened
    seats = _Copies(told, page("meetings:meeting", key), NETWORK, FOR_NETWORK)
    visitors = _Copies(told, open_page("public:meeting", key), VISITORS, FOR_VISITORS)
    yield from seats.pieces(to_seats, is_known=is_known)
    yield from visitors.pieces(to_all, is_known=False)


@dataclass(frozen=True, slots=True)
class _Copies:
    """Copies for one kind of reader."""

    told: _Told
    url: Callable[[str], str]
    reader: str
    number: int

    def pieces(self, releases: Sequence[Release], *, is_known: bool) -> Iterator[Piece]:
        latest = {row.part: row for row in releases}  # the oldest first
        if latest or is_known:
            yield from self._said(Kind.MEETING, "meeting", self.told.title)
        if release := latest.get(Part.AGENDA):
            for item in release.data["agenda"]:
                yield from self._said(Kind.MEETING, f"a{item['number']}", item["title"])
        if release := latest.get(Part.DECISIONS) or latest.get(Part.MINUTES):
            for row in release.data["decisions"]:
                yield from self._said(Kind.DECISION, f"d{row['number']}", row["texts"])
        if release := latest.get(Part.MINUTES):
            yield from self._minutes(release.data)

    def _minutes(self, data: Mapping[str, Any]) -> Iterator[Piece]:
        yield from self._said(Kind.MINUTES, WHOLE, data["general"])
        for item in data["agenda"]:
            yield from self._said(Kind.MINUTES, f"m{item['number']}", item["minutes"], item["title"])
        for row in data["commitments"]:
            yield from self._said(Kind.COMMITMENT, f"c{row['number']}", row["texts"])

    def _said(self, kind: str, id: str, texts: Texts, heading: Texts | None = None) -> Iterator[Piece]:
        about = self.told.about(kind)
        return about.said(id, texts, self.url, [self.reader], heading=heading or {}, number=self.number)
