"""Who was there: entered in one form, declared by the party itself, item by item."""

import pytest

from cast import NOW
from tejido.ledger.models import Line
from tejido.meetings import commands
from tejido.meetings.models import Attendance, RoomEntry
from tejido.meetings.names import Act, Presence
from tejido.meetings.queries.attendance import attendance_of, rooms_of, seats_by_party
from tejido.registry.models import Party, Seat

from .doings import ALDEA, SEC, add, convened, first_item, opened, refused

Entry = commands.Entry


@pytest.fixture
def meeting(cast):
    return opened(cast)


def enter(cast, meeting, *entries, who=SEC):
    commands.enter_attendance(actor=cast.actor(who), meeting=meeting, entries=entries, at=NOW)


def arrive(cast, meeting, who=ALDEA, presence=Presence.PRESENT):
    commands.declare_arrival(actor=cast.actor(who), meeting=meeting, presence=presence, persons=3, at=NOW)


def presences(meeting):
    return {line.party.code: line.presence for line in attendance_of(meeting)}


def test_the_attendance_of_all_parties_is_entered_at_once(cast, meeting):
    entries = (Entry("XA", "present", persons=2), Entry("XB", "represented", "XA"), Entry("XC", "absent"))
    enter(cast, meeting, *entries)
    assert presences(meeting) == {"XA": "present", "XB": "represented", "XC": "absent"}
    assert Attendance.objects.get(party__code="XB").represented_by.code == "XA"
    assert Line.objects.get(act=Act.ATTENDANCE_ENTERED).facts["parties"]["XC"] == "absent"


def test_nobody_is_represented_by_itself_or_by_one_that_is_absent(cast, meeting):
    for by, other in (("XB", "present"), ("XA", "absent"), ("", "present")):
        entries = (Entry("XA", other), Entry("XB", "represented", by))
        assert refused(enter, cast, meeting, *entries) == "stands_for_itself"
    assert refused(enter, cast, meeting, Entry("ZZ", "present")) == "not_party"
    assert refused(enter, cast, meeting, who=ALDEA) == "not_yours"
    assert refused(enter, cast, convened(cast, number=15)) == "wrong_state"


def test_a_party_says_itself_that_it_is_there_and_stays_marked_until_something_changes(cast, meeting):
    arrive(cast, meeting)
    seat = cast.seats["XA/focal_point/MRE"].key
    row = Attendance.objects.get()
    assert (row.presence, row.persons, row.seats, row.is_own_word) == ("present", 3, [seat], True)
    enter(cast, meeting, Entry("XA", "present", persons=3, seats=[seat]))
    assert Attendance.objects.get().is_own_word
    enter(cast, meeting, Entry("XA", "present", persons=1))
    assert not Attendance.objects.get().is_own_word
    arrive(cast, meeting, presence=Presence.EXCUSED)
    assert (Attendance.objects.get().persons, Attendance.objects.get().seats) == (0, [])


def test_only_the_seat_that_speaks_for_a_party_declares_it(cast, meeting, mechanism):
    for who in ("XA/validating_authority", SEC):
        assert refused(arrive, cast, meeting, who) == "not_yours"
    assert refused(arrive, cast, convened(cast, number=15)) == "wrong_state"
    inside = opened(cast, mechanism, ALDEA)
    arrive(cast, inside, "XA/representative/JUS")
    Party.objects.filter(body=cast.body, code="XB").update(until=NOW.date())
    assert refused(arrive, cast, meeting, "XB/focal_point") == "not_party"


def test_a_mechanism_seat_without_an_institution_that_takes_part_has_no_party(cast, mechanism):
    meeting = opened(cast, mechanism, ALDEA)
    Party.objects.filter(body=mechanism, code="JUS").update(institution=cast.institutions["XA/MRE"])
    assert refused(arrive, cast, meeting, "XA/representative/JUS") == "no_party"


def test_the_room_of_an_item_differs_from_the_attendance_only_where_it_was_entered(cast):
    meeting = convened(cast)
    other = add(cast, meeting, "Dos")
    commands.open_meeting(actor=cast.secretariat, meeting=meeting, at=NOW)
    enter(cast, meeting, Entry("XA", "present"), Entry("XB", "present"), Entry("XC", "absent"))
    item = first_item(meeting)
    act = {"item": item, "at": NOW}
    commands.enter_room(actor=cast.secretariat, present=["XA", "XC"], **act)
    commands.enter_room(actor=cast.secretariat, present=["XA", "XC"], **act)
    assert RoomEntry.objects.count() == 2
    rooms = rooms_of([item, other], attendance_of(meeting))
    assert [p.code for p in rooms[item.key].present] == ["XA", "XC"]
    assert [p.code for p in rooms[other.key].present] == ["XA", "XB"]
    assert [p.code for p in rooms[other.key].missing] == ["XC"]
    assert refused(commands.enter_room, actor=cast.secretariat, present=["ZZ"], **act) == "not_party"
    assert refused(commands.enter_room, actor=cast.actor(ALDEA), present=[], **act) == "not_yours"


def test_only_seats_that_were_invited_for_a_party_came_for_it(cast, meeting):
    ours, theirs = cast.seats["XA/focal_point/MRE"].key, cast.seats["XB/focal_point/MRE"].key
    assert refused(enter, cast, meeting, Entry("XA", "present", seats=[theirs])) == "not_its_seat"
    enter(cast, meeting, Entry("XA", "present", persons=1, seats=[ours]))
    assert Attendance.objects.get().seats == [ours]
    late = Seat.objects.create(institution=cast.institutions["XA/MRE"], role="alternate", title={"es": "Otro"})
    assert refused(enter, cast, meeting, Entry("XA", "present", seats=[ours, late.key])) == "not_its_seat"
    Attendance.objects.update(seats=[ours, late.key])
    assert next(iter(seats_by_party(meeting, attendance_of(meeting))["XA"])).key == ours
    enter(cast, meeting, Entry("XA", "present", persons=2, seats=[ours, late.key]))
