"""Who took part in a meeting, and who was in the room for an item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tejido.registry.models import Party, Seat
from tejido.registry.names import Role
from tejido.registry.queries import day_of, parties_of_record

from ..models import Attendance, Invitation, Item, Meeting, RoomEntry
from ..names import Presence

Seats = Mapping[str, list[Seat]]  # the seats that can have been there, by the code of their party


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """A party and how it took part; nothing where nobody has entered it yet."""

    party: Party
    attendance: Attendance | None

    @property
    def presence(self) -> str:
        return self.attendance.presence if self.attendance else ""

    @property
    def is_present(self) -> bool:
        return self.presence == Presence.PRESENT


@dataclass(frozen=True, slots=True)
class Room:
    """Who was in the room for an item, and which members of record of the adoption bound to it were not."""

    item: Item
    present: tuple[Party, ...]
    missing: tuple[Party, ...]
    differs: bool = False


def parties_in(meeting: Meeting) -> list[Party]:
    """The parties of the body on the day of the meeting."""
    return parties_of_record(meeting.body, day_of(meeting.starts_at))


def attendance_of(meeting: Meeting) -> list[AttendanceLine]:
    """Every party of the body, whether or not it was entered, and those that were entered and are none any more."""
    rows = Attendance.objects.filter(meeting=meeting).select_related("party", "represented_by")
    found = {row.party_id: row for row in rows}
    parties = {party.key: party for party in parties_in(meeting)} | {row.party_id: row.party for row in found.values()}
    return [AttendanceLine(p, found.get(p.key)) for p in sorted(parties.values(), key=lambda p: p.code)]


def seats_by_party(meeting: Meeting, lines: Sequence[AttendanceLine]) -> dict[str, list[Seat]]:
    """By a party's code the seats that can have been there: those invited for it, and those that it said were. Two
    queries."""
    codes = dict(Invitation.objects.filter(meeting=meeting).exclude(party=None).values_list("seat", "party__code"))
    for line in lines:
        codes |= dict.fromkeys(line.attendance.seats if line.attendance else (), line.party.code)
    found: dict[str, list[Seat]] = {}
    for seat in Seat.objects.filter(key__in=list(codes)).select_related("institution__member"):
        found.setdefault(codes[seat.key], []).append(seat)
    return {code: sorted(seats, key=lambda s: (s.role != Role.FOCAL_POINT, s.key)) for code, seats in found.items()}


def rooms_of(items: Sequence[Item], lines: Sequence[AttendanceLine]) -> dict[str, Room]:
    """For each item who was in the room: the attendance of the meeting, but for what was entered of the item. One
    query, and two more where texts are bound."""
    entries: dict[str, dict[str, bool]] = {item.key: {} for item in items}
    for entry in RoomEntry.objects.filter(item__in=list(entries)):
        entries[entry.item_id][entry.party_id] = entry.is_present
    return {item.key: _room(item, lines, entries[item.key]) for item in items}


def _room(item: Item, lines: Sequence[AttendanceLine], entered: Mapping[str, bool]) -> Room:
    present = tuple(line.party for line in lines if entered.get(line.party.key, line.is_present))
    missing = tuple(line.party for line in lines if line.party not in present)
    return Room(item, present, missing, differs=bool(entered))
