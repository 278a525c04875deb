"""Who was there is entered by those at the door, all at once; corrections keep what stood before."""

from datetime import timedelta

import pytest
from django.conf import settings

from cast import NOW, Cast
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.presence import commands
from tejido.presence.imports import read_numbers
from tejido.presence.models import Mark, Number
from tejido.presence.names import Act, No
from tejido.presence.proof import marks_digest, room_code, tidy
from tejido.presence.queries import history_of, marks_of, people, session_for, sessions_of
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.timetable.models import Session

from .doings import FIRST, enter, number_of, seminar, session

HOST, OTHER = "XA/focal_point", "XB/focal_point"


def refused(code: object):
    return pytest.raises(Refused, match=str(code))


def lines(act: Act) -> list[Line]:
    return list(Line.objects.filter(act=act).order_by("place"))


def test_numbers_are_given_once_and_never_again(cast: Cast):
    held = seminar(cast)
    assert sorted(Number.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
    with refused(No.ALL_NUMBERED):
        commands.number_participants(actor=cast.secretariat, seminar=held.seminar, at=NOW)
    with refused(Shared.NOT_YOURS):
        commands.number_participants(actor=cast.actor(HOST), seminar=held.seminar, at=NOW)


def test_who_comes_later_gets_the_next_number(cast: Cast):
    held = seminar(cast)
    held.people["XA2"].call.refresh_from_db()
    from tejido.nominations.tests.made import participant

    late = participant(cast, held.people["XA1"].call, "XA", 3)
    assert commands.number_participants(actor=cast.secretariat, seminar=held.seminar, at=NOW) == 1
    assert Number.objects.get(nominee=late).number == 5


def test_the_secretariat_and_the_host_enter_the_whole_list_at_once(cast: Cast):
    held = seminar(cast)
    enter(held, 1, XA1="present", XB1="excused")
    enter(held, 1, by="XA/representative/JUS", XB1="present", XB2="absent")
    assert sorted(marks_of(held.sessions[1]).values()) == ["absent", "present", "present"]
    with refused(Shared.NOT_YOURS):
        enter(held, 1, by=OTHER, XB1="absent")
    with refused(Shared.NOT_YOURS):
        enter(held, 1, by="network/observer", XB1="absent")


def test_without_a_host_only_the_secretariat_enters(cast: Cast):
    held = seminar(cast, host=None)
    with refused(Shared.NOT_YOURS):
        enter(held, 1, by=HOST, XA1="present")


def test_a_correction_keeps_what_stood_before_with_who_and_when(cast: Cast):
    held = seminar(cast)
    enter(held, 1, XA1="present", XA2="present")
    enter(held, 1, by=HOST, XA1="absent", XA2="present")
    assert Mark.objects.filter(session=held.sessions[1]).count() == 3
    several = people(cast.secretariat, held.seminar)
    found = history_of(held.sessions[1], several)
    assert sorted((each.standing, bool(each.ended_at)) for each in found) == [("absent", False), ("present", True)]
    assert {each.office for each in found} == {cast.office(HOST), cast.office("network/secretariat")}


def test_nobody_writes_over_what_somebody_else_entered_meanwhile(cast: Cast):
    held = seminar(cast)
    row, given = held.sessions[1], {held.people["XA1"].key: "present"}
    seen = marks_digest(marks_of(row))
    enter(held, 1, XB1="present")
    with refused(Shared.STALE):
        commands.enter_all(actor=cast.secretariat, session=row, given=given, seen=seen, at=NOW)


def test_what_changes_nothing_and_whom_nobody_knows_is_refused(cast: Cast):
    held = seminar(cast)
    enter(held, 1, XA1="present")
    with refused(No.NOTHING_NEW):
        enter(held, 1, XA1="present")
    seen = marks_digest(marks_of(held.sessions[1]))
    with refused(No.NOT_HERE):
        commands.enter_all(
            actor=cast.secretariat, session=held.sessions[1], given={"nobody": "present"}, seen=seen, at=NOW
        )


def test_of_what_was_cancelled_or_taken_out_nothing_is_entered(cast: Cast):
    held = seminar(cast)
    held.sessions[2].removed_at = NOW
    held.sessions[2].save()
    with refused(No.SESSION_OUT):
        enter(held, 2, XA1="present")
    Seminar.objects.update(state=State.CANCELLED)
    with refused(No.CANCELLED):
        enter(held, 1, XA1="present")


def test_from_paper_whoever_signed_was_there_and_of_the_others_nothing_is_said(cast: Cast):
    held = seminar(cast)
    enter(held, 1, XA1="excused", XA2="present")
    numbers = [number_of(held, who) for who in ("XA1", "XA2", "XB1", "XB1")]
    count = commands.enter_numbers(actor=cast.actor(HOST), session=held.sessions[1], numbers=numbers, at=NOW)
    assert count == 2
    assert set(marks_of(held.sessions[1]).values()) == {"present"}
    assert held.people["XB2"].key not in marks_of(held.sessions[1])
    with refused(No.NOTHING_NEW):
        commands.enter_numbers(actor=cast.actor(HOST), session=held.sessions[1], numbers=numbers, at=NOW)


@pytest.mark.parametrize(("numbers", "code"), [([], No.NOBODY), ([1, 77], No.UNKNOWN_NUMBERS)])
def test_numbers_that_nobody_has_are_named(cast: Cast, numbers, code):
    held = seminar(cast)
    with refused(code):
        commands.enter_numbers(actor=cast.secretariat, session=held.sessions[1], numbers=numbers, at=NOW)
    with refused(Shared.NOT_YOURS):
        commands.enter_numbers(actor=cast.actor(OTHER), session=held.sessions[1], numbers=[1], at=NOW)


def test_participants_enter_themselves_with_the_code_of_the_last_minutes(cast: Cast):
    held = seminar(cast)
    row, nominee = held.sessions[1], held.people["XB1"]
    code = room_code(settings.SECRET_KEY, row.key, FIRST)
    assert len(code) == 6
    assert code != room_code(settings.SECRET_KEY, held.sessions[2].key, FIRST)
    commands.check_in(nominee=nominee, session=row, code=f" {code.upper()}", at=FIRST + timedelta(minutes=5))
    assert marks_of(row) == {nominee.key: "present"}
    with refused(No.NOTHING_NEW):
        commands.check_in(nominee=nominee, session=row, code=code, at=FIRST)
    with refused(No.WRONG_CODE):
        commands.check_in(nominee=held.people["XB2"], session=row, code=code, at=FIRST + timedelta(minutes=7))
    with refused(No.NOT_NOW):
        commands.check_in(nominee=held.people["XB2"], session=row, code=code, at=FIRST - timedelta(minutes=31))


def test_a_session_that_is_out_takes_no_code(cast: Cast):
    held = seminar(cast)
    held.sessions[1].removed_at = NOW
    held.sessions[1].save()
    code = room_code(settings.SECRET_KEY, held.sessions[1].key, FIRST)
    with refused(No.SESSION_OUT):
        commands.check_in(nominee=held.people["XA1"], session=held.sessions[1], code=code, at=FIRST)
    Seminar.objects.update(state=State.CANCELLED)
    with refused(No.CANCELLED):
        commands.check_in(nominee=held.people["XA1"], session=held.sessions[2], code="x", at=FIRST + timedelta(days=1))


def test_the_ledger_counts_and_names_no_participant(cast: Cast):
    held = seminar(cast)
    enter(held, 1, XA1="present", XB1="excused")
    (line,) = lines(Act.ATTENDANCE_ENTERED)
    facts = line.facts
    assert (facts["present"], facts["excused"], facts["absent"], facts["changed"]) == (1, 1, 0, 2)
    assert not any(person.key in str(facts) for person in held.people.values())


def test_names_are_for_the_secretariat_and_the_member_that_nominated(cast: Cast):
    held = seminar(cast)
    whole, host, other = (people(cast.actor(who), held.seminar) for who in ("network/secretariat", HOST, OTHER))
    assert len(whole) == len(host) == 4
    assert all(person.name for person in whole)
    assert {person.member.code for person in host if person.name} == {"XA"}
    assert [person.member.code for person in other] == ["XB", "XB"]
    assert people(cast.actor("network/observer"), held.seminar) == []


def test_a_parallel_session_has_a_list_of_its_own(cast: Cast):
    held = seminar(cast)
    held.sessions[4] = session(cast, held.seminar, 4, parallel="a")
    enter(held, 4, XA1="present")
    assert marks_of(held.sessions[1]) == {}


def test_letters_that_look_alike_are_taken_for_the_right_ones():
    assert tidy(" 4F7K 2m9q-OIL1 ") == "4f7k-2m9q-0111"
    assert tidy("¡!") == ""


def test_nobody_is_counted_at_a_pause(cast: Cast):
    held = seminar(cast)
    session(cast, held.seminar, 9, kind="meal")
    assert [row.number for row in sessions_of(held.seminar)] == [1, 2, 3]
    with pytest.raises(Session.DoesNotExist):
        session_for(held.seminar, 9)


def test_of_a_long_row_of_mistakes_the_first_are_told_and_the_rest_is_not_read():
    found = read_numbers(" ".join(["1", "1-200", *["900-1099"] * 300]), {1})
    assert found.numbers == (1,)
    assert len(found.wrong) == 50
