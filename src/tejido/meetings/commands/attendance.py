"""Who was there: entered by who facilitates in one form, or declared by the party itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.models import Party

from ..models import Attendance, Item, Meeting, RoomEntry
from ..names import Act, Presence
from ..queries.attendance import attendance_of, seats_by_party
from ..queries.minutes import approval_of
from ..rules import attendance as rules
from ..rules.minutes import not_approved
from .acting import allowed, locked, locked_item, record_act


@dataclass(frozen=True, slots=True)
class Entry:
    """How a party took part, by its code. `persons`: how many came; `seats`: the keys of those that were there."""

    party: str
    presence: str
    represented_by: str = ""
    persons: int = 0
    seats: Sequence[str] = ()


@transaction.atomic
def enter_attendance(*, actor: Actor, meeting: Meeting, entries: Sequence[Entry], at: datetime) -> None:
    """The attendance of all parties that are named. What a party said of itself stays marked so where nothing of it is
    changed."""
    context = locked(actor, meeting.key)
    row = context.meeting
    ask(rules.may_enter_attendance(context.capacity, row))
    ask(not_approved(row, approval_of(row)))
    lines = {line.party.code: line for line in attendance_of(row)}
    parties = {code: line.party for code, line in lines.items()}
    seats = seats_by_party(row, list(lines.values()))
    presences = {entry.party: entry.presence for entry in entries}
    for entry in entries:
        ask(rules.is_party(entry.party, parties))
        ask(rules.are_its_seats(entry.party, entry.seats, {seat.key for seat in seats.get(entry.party, [])}))
        ask(rules.is_represented(entry.party, entry.presence, entry.represented_by, presences))
    for entry in entries:
        before = lines[entry.party].attendance
        if before is None or not _says(before, entry):
            _keep(actor, row, entry, parties, at, is_own_word=False)
    facts = {"parties": {code: str(presence) for code, presence in sorted(presences.items())}}
    record_act(actor, Act.ATTENDANCE_ENTERED, row, at, facts)


def _says(before: Attendance, entry: Entry) -> bool:
    """Whether nothing would change."""
    by = before.represented_by.code if before.represented_by else ""
    return (before.presence, by, before.persons, list(before.seats)) == (
        entry.presence,
        entry.represented_by if entry.presence == Presence.REPRESENTED else "",
        entry.persons,
        list(entry.seats),
    )


def _keep(
    actor: Actor, meeting: Meeting, entry: Entry, parties: Mapping[str, Party], at: datetime, *, is_own_word: bool
) -> None:
    by = parties[entry.represented_by] if entry.presence == Presence.REPRESENTED else None
    Attendance.objects.update_or_create(
        meeting=meeting,
        party=parties[entry.party],
        defaults={
            "presence": entry.presence,
            "represented_by": by,
            "seats": list(entry.seats),
            "persons": entry.persons,
            "is_own_word": is_own_word,
            "at": at,
            "office": actor.office,
        },
    )


@transaction.atomic
def declare_arrival(*, actor: Actor, meeting: Meeting, presence: str, persons: int, at: datetime) -> None:
    """A party says itself that it is present, from the seat that speaks for it, or that it cannot be."""
    context = locked(actor, meeting.key)
    party = allowed(rules.arriving(context.capacity, context.meeting))
    parties = {line.party.code: line.party for line in attendance_of(context.meeting)}
    ask(rules.is_party(party.code, parties))
    seats = (actor.seat,) if presence == Presence.PRESENT else ()
    entry = Entry(party.code, presence, persons=persons if seats else 0, seats=seats)
    _keep(actor, context.meeting, entry, parties, at, is_own_word=True)
    facts = {"party": party.code, "presence": str(presence), "persons": entry.persons}
    record_act(actor, Act.ARRIVAL_DECLARED, context.meeting, at, facts)


@transaction.atomic
def enter_room(*, actor: Actor, item: Item, present: Sequence[str], at: datetime) -> None:
    """Which parties were in the room when the item was taken. Only what differs from the meeting's attendance is
    kept."""
    context, item = locked_item(actor, item)
    row = context.meeting
    ask(rules.may_enter_attendance(context.capacity, row))
    ask(not_approved(row, approval_of(row)))
    lines = attendance_of(row)
    for code in present:
        ask(rules.is_party(code, {line.party.code: line.party for line in lines}))
    RoomEntry.objects.filter(item=item).delete()
    RoomEntry.objects.bulk_create(
        RoomEntry(item=item, party=line.party, is_present=line.party.code in present)
        for line in lines
        if line.is_present != (line.party.code in present)
    )
    record_act(actor, Act.ROOM_ENTERED, row, at, {"item": item.key, "present": sorted(present)})
