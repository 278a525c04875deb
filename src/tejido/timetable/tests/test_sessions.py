"""Planning the sessions of a seminar: who may, what cannot be, what moves, what the ledger holds."""

from dataclasses import replace

import pytest

from cast import FIRST, NOW
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.meetings.names import No as ClockNo
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.seminars.queries import seminar_for
from tejido.timetable import commands, rules
from tejido.timetable.models import Appearance, Room, Session, Speaker
from tejido.timetable.names import Kind, No, Part, Way
from tejido.timetable.queries import programme_for, programme_of, session_for, sessions_of

from .doings import HOST, OTHER, SEC, TREATED, change, clock, held, hours, plan, planned, room, speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def seminar(cast):
    return held(cast)


def refused(code, call):
    with pytest.raises(Refused) as problem:
        call()
    assert problem.value.refusal.code == code
    assert problem.value.refusal.sentence


def lines(act):
    return list(Line.objects.filter(act=act))


## Who


def test_the_secretariat_and_who_serves_the_host_plan_and_nobody_else(cast, seminar):
    institution = cast.institutions["XA/JUS"]
    Seminar.objects.filter(key=seminar.key).update(institution=institution)
    for who in (SEC, HOST, "XA/alternate", "XA/representative/JUS"):
        plan(cast, seminar, by=who)
    for who in ("XA/representative/DEF", "XA/validating_authority", OTHER, "network/chair", "network/translator"):
        refused(Shared.NOT_YOURS, lambda who=who: plan(cast, seminar, by=who))
    Seminar.objects.filter(key=seminar.key).update(host=None)
    refused(Shared.NOT_YOURS, lambda: plan(cast, seminar, by=HOST))


def test_a_host_that_was_not_told_of_the_seminar_plans_nothing_and_knows_of_nothing(cast, seminar):
    Seminar.objects.filter(key=seminar.key).update(state=State.PREPARING)
    plan(cast, seminar)
    refused(Shared.NOT_YOURS, lambda: plan(cast, seminar, by=HOST))
    assert seminar_for(cast.actor(SEC), seminar.key) == seminar
    for who in (HOST, OTHER):
        with pytest.raises(Seminar.DoesNotExist):
            seminar_for(cast.actor(who), seminar.key)


def test_after_the_seminar_the_programme_stays(cast, seminar):
    for state in (State.HELD, State.CANCELLED, State.GIVEN_UP):
        Seminar.objects.filter(key=seminar.key).update(state=state)
        refused(No.OVER, lambda: plan(cast, seminar))


def test_before_the_announcement_the_secretariat_and_the_host_read_it_and_nobody_else(cast, seminar):
    plan(cast, seminar)
    for who in (SEC, HOST, "XA/representative/DEF", "XA/validating_authority"):
        assert len(programme_for(cast.actor(who), seminar.key).lines) == 1, who
    for who in (OTHER, "network/chair", "network/observer", "network/translator"):
        assert programme_for(cast.actor(who), seminar.key).lines == (), who
    assert [rules.may_read(cast.actor(who), seminar, is_announced=True) for who in (OTHER, "network/observer")] == [
        True,
        True,
    ]


## Planned


def test_a_session_gets_a_number_that_is_never_given_twice(cast, seminar):
    rows = [plan(cast, seminar, 9 + n, 10 + n) for n in range(3)]
    commands.remove_session(actor=cast.actor(SEC), session=rows[2], at=NOW)
    assert plan(cast, seminar, 15, 16).number == 4
    assert [row.number for row in sessions_of(seminar)] == [1, 2, 4]
    refused(No.REMOVED, lambda: commands.remove_session(actor=cast.actor(SEC), session=rows[2], at=NOW))
    with pytest.raises(Session.DoesNotExist):
        session_for(seminar, rows[2].key)
    assert lines("programme-session-removed")[0].facts["number"] == 3


def test_what_was_planned_is_in_the_ledger_and_its_words_are_sealed(cast, seminar):
    row = plan(cast, seminar, parallel="B", about={"es": " De qué trata "})
    line = lines("programme-session-planned")[0]
    assert (line.tree_id, line.object, line.facts["number"], line.facts["group"]) == ("network", row.key, 1, "B")
    assert line.facts["starts"] == clock(9).isoformat()
    assert line.details == {"title": {"es": "Señales de alerta"}, "about": {"es": "De qué trata"}}


def test_a_session_has_a_title_unless_it_is_a_pause_which_nobody_attends(cast, seminar):
    refused(No.NO_TITLE, lambda: plan(cast, seminar, title={"es": ""}))
    assert plan(cast, seminar, title={}, kind=Kind.BREAK).is_counted is False
    assert plan(cast, seminar, 11, 12).is_counted is True


def test_times_lie_within_the_days_of_the_seminar_on_its_clocks(cast, seminar):
    refused(No.ENDS_FIRST, lambda: plan(cast, seminar, 10, 10))
    refused(No.OUTSIDE, lambda: plan(cast, seminar, day=2))
    refused(No.OUTSIDE, lambda: plan(cast, seminar, day=8))
    last = replace(planned(23, 23.5, 7), ends_at=clock(0, 8))
    commands.plan_session(actor=cast.actor(SEC), seminar=seminar, plan=last, at=NOW)  # midnight is the end of the day
    for hour, code in ((0.5, No.OUTSIDE), (23.5, No.TOO_LONG)):
        late = replace(last, ends_at=clock(hour, 8))
        refused(
            code, lambda late=late: commands.plan_session(actor=cast.actor(SEC), seminar=seminar, plan=late, at=NOW)
        )


def test_a_seminar_whose_days_are_not_known_has_room_for_no_session(cast, seminar):
    Seminar.objects.filter(key=seminar.key).update(since="soon", until="later")
    refused(No.OUTSIDE, lambda: plan(cast, seminar))


def test_of_a_seminar_of_one_day_only_that_day_is_open(cast, seminar):
    Seminar.objects.filter(key=seminar.key).update(until="")
    plan(cast, seminar)
    refused(No.OUTSIDE, lambda: plan(cast, seminar, day=4))


def test_a_time_that_the_clocks_skip_or_repeat_is_refused():
    from datetime import datetime

    for local, code in (("2027-03-28 02:30", ClockNo.NO_SUCH_TIME), ("2027-10-31 02:30", ClockNo.TWO_SUCH_TIMES)):
        refused(code, lambda local=local: commands.instant_from(datetime.fromisoformat(local), "Europe/Warsaw"))


def test_a_session_names_only_what_the_seminar_has(cast, seminar, revision):
    refused(No.NOT_TAUGHT, lambda: plan(cast, seminar, treats=(TREATED,)))
    Seminar.objects.filter(key=seminar.key).update(revision=revision)
    assert plan(cast, seminar, treats=(TREATED, FIRST)).treats == [TREATED, FIRST]
    refused(No.NOT_TAUGHT, lambda: plan(cast, seminar, treats=(TREATED, TREATED)))
    refused(No.NO_SUCH_ROOM, lambda: plan(cast, seminar, room="0" * 12))
    refused(No.NO_SUCH_SPEAKER, lambda: plan(cast, seminar, speakers=[("0" * 12, Part.SPEAKS)]))
    one = speaker(cast, seminar).key
    refused(No.NO_SUCH_SPEAKER, lambda: plan(cast, seminar, speakers=[(one, Part.SPEAKS), (one, Part.MODERATES)]))
    for letter in ("AB", "a", "1", "Ñ"):
        refused(No.NOT_A_GROUP, lambda letter=letter: plan(cast, seminar, parallel=letter))
    refused(No.SAME_LANGUAGE, lambda: plan(cast, seminar, floor=("es",), into=("es", "pt")))
    assert plan(cast, seminar, floor=("es", "pt"), into=("es", "pt")).into == ["es", "pt"]


def test_a_session_is_changed_as_it_was_read(cast, seminar):
    hall, one, two = room(cast, seminar), speaker(cast, seminar), speaker(cast, seminar, "Ponente 2")
    row = plan(cast, seminar, room=hall.key, speakers=[(one.key, Part.MODERATES), (two.key, Part.SPEAKS)])
    change(cast, row, 11, 12, speakers=[(two.key, Part.SPEAKS)], kind=Kind.LECTURE)
    found = Session.objects.get(key=row.key)
    assert (hours(row), found.room, found.kind, found.sequence, found.number) == ((11, 12), None, "lecture", 1, 1)
    assert [each.speaker_id for each in Appearance.objects.filter(session=row)] == [two.key]
    refused(Shared.STALE, lambda: change(cast, row, seen="0" * 64))
    refused(No.NO_TITLE, lambda: change(cast, row, title={}))
    commands.remove_session(actor=cast.actor(SEC), session=row, at=NOW)
    refused(No.REMOVED, lambda: change(cast, row))


def test_what_is_inserted_pushes_the_rest_of_its_day(cast, seminar):
    early, late, next_day = plan(cast, seminar, 9, 10), plan(cast, seminar, 10, 11), plan(cast, seminar, 9, 10, 4)
    made = plan(cast, seminar, 10, 10.5, pushes=True)
    assert [hours(row) for row in (early, made, late, next_day)] == [(9, 10), (10, 10.5), (10.5, 11.5), (9, 10)]
    assert lines("programme-session-planned")[-1].facts["pushed"] == [2]
    plan(cast, seminar, 22, 23.75)
    refused(No.OUTSIDE, lambda: plan(cast, replace_days(seminar), 20, 21, pushes=True))
    assert [hours(row) for row in (early, late)] == [(9, 10), (10.5, 11.5)]


def replace_days(seminar):
    Seminar.objects.filter(key=seminar.key).update(until="2027-05-03")
    return Seminar.objects.get(key=seminar.key)


## Moved


def test_a_session_changes_places_with_its_neighbour(cast, seminar):
    first, second, other_day = plan(cast, seminar, 9, 10), plan(cast, seminar, 10.25, 12), plan(cast, seminar, 8, 9, 4)
    actor = cast.actor(HOST)
    commands.move_session(actor=actor, session=second, way=Way.UP, at=NOW)
    assert [hours(row) for row in (second, first, other_day)] == [(9, 10.75), (11, 12), (8, 9)]
    line = lines("programme-session-moved")[0]
    assert (line.facts["way"], line.facts["moved"]) == ("up", [1, 2])
    commands.move_session(actor=actor, session=second, way=Way.DOWN, at=NOW)
    assert [hours(row) for row in (first, second)] == [(9, 10), (10.25, 12)]
    assert Session.objects.get(key=first.key).sequence == 2
    refused(No.AT_THE_END, lambda: commands.move_session(actor=actor, session=first, way=Way.UP, at=NOW))
    refused(
        Shared.NOT_YOURS,
        lambda: commands.move_session(actor=cast.actor(OTHER), session=first, way=Way.DOWN, at=NOW),
    )


def test_two_sessions_of_a_seminar_change_times(cast, seminar):
    first, second = plan(cast, seminar, 9, 10), plan(cast, seminar, 14, 16, 5)
    actor = cast.actor(SEC)
    commands.swap_sessions(actor=actor, session=first, other=second, at=NOW)
    assert (hours(first), hours(second)) == ((14, 16), (9, 10))
    refused(No.SAME_SESSION, lambda: commands.swap_sessions(actor=actor, session=first, other=first, at=NOW))
    elsewhere = plan(cast, another(cast, seminar), 9, 10)
    refused(No.SAME_SESSION, lambda: commands.swap_sessions(actor=actor, session=first, other=elsewhere, at=NOW))


def another(cast, seminar):
    row = Seminar.objects.get(key=seminar.key)
    return Seminar.objects.create(
        cycle=row.cycle, part=2, since=row.since, until=row.until, zone=row.zone, languages=["es"], at=NOW,
        office=row.office, state=State.ANNOUNCED,
    )  # fmt: skip  # one row of a table, read as one


def test_the_rest_of_a_day_is_shifted_by_minutes(cast, seminar):
    first, second, third = plan(cast, seminar, 9, 10), plan(cast, seminar, 10, 11), plan(cast, seminar, 11, 12)
    actor = cast.actor(SEC)
    commands.shift_day(actor=actor, session=second, minutes=30, at=NOW)
    assert [hours(row) for row in (first, second, third)] == [(9, 10), (10.5, 11.5), (11.5, 12.5)]
    commands.shift_day(actor=actor, session=second, minutes=-15, at=NOW)
    assert hours(third) == (11.25, 12.25)
    assert lines("programme-session-moved")[1].facts["minutes"] == -15
    refused(No.NOT_MOVED, lambda: commands.shift_day(actor=actor, session=first, minutes=0, at=NOW))
    refused(No.OUTSIDE, lambda: commands.shift_day(actor=actor, session=first, minutes=-600, at=NOW))


## Rooms and speakers


def test_rooms_are_kept_by_name_and_stay_while_a_session_needs_them(cast, seminar):
    hall = room(cast, seminar, " Sala 1 ", where="Planta baja")
    assert (hall.name, hall.seats) == ("Sala 1", 30)
    refused(No.ROOM_THERE, lambda: room(cast, seminar, "Sala 1"))
    refused(No.NO_ROOM_NAME, lambda: room(cast, seminar, " "))
    refused(No.KEPT_SO, lambda: room(cast, seminar, "Sala 1", where="Planta baja", room=hall))
    room(cast, seminar, "Aula magna", by=HOST, room=hall, seats=None)
    assert Room.objects.get().name == "Aula magna"
    row = plan(cast, seminar, room=hall.key)
    actor = cast.actor(SEC)
    refused(No.ROOM_IN_USE, lambda: commands.remove_room(actor=actor, room=hall, at=NOW))
    commands.remove_session(actor=actor, session=row, at=NOW)
    commands.remove_room(actor=actor, room=hall, at=NOW)
    refused(No.NO_SUCH_ROOM, lambda: commands.remove_room(actor=actor, room=hall, at=NOW))
    refused(No.NO_SUCH_ROOM, lambda: room(cast, seminar, "Otra", room=hall))
    assert len(lines("programme-room-kept")) == 2
    refused(Shared.NOT_YOURS, lambda: room(cast, seminar, "Otra", by=OTHER))


def test_of_a_speaker_who_is_taken_off_the_list_no_word_is_left_anywhere(cast, seminar):
    one = speaker(cast, seminar, "Ponente SECRETO", bio={"es": "SECRETO"})
    refused(No.NO_SPEAKER_NAME, lambda: speaker(cast, seminar, " "))
    refused(No.NO_SPEAKER_NAME, lambda: speaker(cast, seminar, function={}))
    refused(No.KEPT_SO, lambda: speaker(cast, seminar, "Ponente SECRETO", bio={"es": "SECRETO"}, speaker=one))
    speaker(cast, seminar, "Ponente SECRETO", speaker=one, is_named=False)
    row = plan(cast, seminar, speakers=[(one.key, Part.SPEAKS)])
    actor = cast.actor(SEC)
    refused(No.SPEAKER_IN_USE, lambda: commands.remove_speaker(actor=actor, speaker=one, at=NOW))
    commands.remove_session(actor=actor, session=row, at=NOW)
    commands.remove_speaker(actor=actor, speaker=one, at=NOW)
    refused(No.NO_SUCH_SPEAKER, lambda: commands.remove_speaker(actor=actor, speaker=one, at=NOW))
    refused(No.NO_SUCH_SPEAKER, lambda: speaker(cast, seminar, "Otra", speaker=one))
    left = Speaker.objects.get()
    assert (left.name, left.function, left.institution, left.bio) == ("", {}, "", {})
    assert not any("SECRETO" in f"{line.facts}{line.details}" for line in Line.objects.all())


def test_who_asks_not_to_be_published_is_shown_by_function(cast, seminar):
    one = speaker(cast, seminar, is_named=False, bio={"es": "Nació."})
    assert (one.public_name, one.public_institution, one.public_bio) == ("", "", {})
    two = speaker(cast, seminar, "Ponente 2", bio={"es": "Nació."})
    assert (two.public_name, two.public_institution, two.public_bio) == ("Ponente 2", "Casa", {"es": "Nació."})


## What is read


def test_the_programme_is_read_by_days_and_groups_and_says_what_clashes(cast, seminar):
    hall = room(cast, seminar)
    for letter in "AB":
        plan(cast, seminar, 9, 10, parallel=letter, room=hall.key)
    plan(cast, seminar, 0, 1, 4)
    programme = programme_of(seminar)
    assert [(day.day, len(lines)) for day, lines in programme.days] == [(3, 2), (4, 1)]
    assert programme.groups == ("A", "B")
    assert [line.session.parallel for line in programme.of_group("A").lines] == ["A", ""]
    assert [(clash.kind, clash.what) for clash in programme.clashes] == [("room", hall.key)]
