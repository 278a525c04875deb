"""Many sessions at once: from a structure, from another seminar, from another day."""

from datetime import date, time

import pytest

from cast import FIRST, NOW, SECTION_A
from tejido.curriculum.commands import save_revision
from tejido.curriculum.queries import document_of
from tejido.engine.document import Document, Kind, Passage
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.meetings.names import No as ClockNo
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.timetable import commands
from tejido.timetable.commands import Rhythm
from tejido.timetable.models import Appearance, Session
from tejido.timetable.names import No, Part
from tejido.timetable.queries import sessions_of

from .doings import OTHER, SEC, held, hours, plan, room, speaker

pytestmark = pytest.mark.django_db
RHYTHM = Rhythm(time(9), 90, 15)
WORK = Passage.of("00000000wrk1", Kind.ACTIVITY, {"es": "Se trabaja."}, attributes={"minutes": "45"})


@pytest.fixture
def seminar(cast, revision):
    """It follows, for want of another structure, the short text: two headings below its title."""
    return held(cast, revision, structure=revision)


def refused(code, call):
    with pytest.raises(Refused) as problem:
        call()
    assert problem.value.refusal.code == code
    assert problem.value.refusal.sentence


def make(cast, seminar, by=SEC, rhythm=RHYTHM):
    return commands.make_programme(actor=cast.actor(by), seminar=seminar, rhythm=rhythm, at=NOW)


def second(cast, seminar, **values):
    given = {
        "cycle": seminar.cycle, "part": 2, "since": "2027-08-02", "until": "2027-08-06", "zone": "Europe/Warsaw",
        "languages": ["es"], "at": NOW, "office": seminar.office, "state": State.ANNOUNCED, **values,
    }  # fmt: skip  # one row of a table, read as one
    return Seminar.objects.create(**given)


def copy(cast, to, source, by=SEC):
    return commands.copy_programme(actor=cast.actor(by), seminar=to, source=source, at=NOW)


def test_the_headings_of_the_structure_become_sessions_one_after_the_other(cast, text, revision, seminar):
    passages = [*document_of(revision)]
    passages.insert(3, WORK)
    later = save_revision(
        actor=cast.secretariat, text=text, document=Document.of(passages), base=revision, reason="más", at=NOW
    )
    Seminar.objects.filter(key=seminar.key).update(structure=later, until="2027-05-03")
    made = make(cast, seminar)
    assert [(row.title["pt"], row.number, *hours(row)) for row in made] == [
        ("Fatores de risco", 1, 9, 9.75),
        ("Resposta do Estado", 2, 10, 11.5),
    ]
    assert [row.follows for row in made] == [SECTION_A, "000000000h0b"]
    assert (made[0].floor, made[0].into) == (["es"], ["pt"])
    line = Line.objects.get(act="programme-made")
    assert (line.object, line.facts["sessions"]) == (seminar.key, [1, 2])
    refused(No.NOT_EMPTY, lambda: make(cast, seminar))
    refused(Shared.NOT_YOURS, lambda: make(cast, seminar, OTHER))


def test_a_structure_that_is_not_there_or_does_not_fit_makes_nothing(cast, revision, seminar):
    late = Rhythm(time(23), 90, 0)
    refused(No.OUTSIDE, lambda: make(cast, one_day(seminar), rhythm=late))
    Seminar.objects.filter(key=seminar.key).update(structure=None)
    refused(No.NO_STRUCTURE, lambda: make(cast, seminar))
    assert Session.objects.count() == 0


def one_day(seminar):
    Seminar.objects.filter(key=seminar.key).update(until="2027-05-03")
    return seminar


def test_a_structure_with_more_days_than_the_seminar_is_refused(cast, text, revision, seminar):
    days = [
        Passage.of(f"00000000d{n:03}", Kind.ITEM, {"es": f"Día {n}: algo."}, level=1, attributes={"ordered": "yes"})
        for n in range(3)
    ]
    later = save_revision(
        actor=cast.secretariat, text=text, document=Document.of([*list(document_of(revision))[:2], *days]),
        base=revision, reason="días", at=NOW,
    )  # fmt: skip  # one act, read as one
    Seminar.objects.filter(key=seminar.key).update(structure=later, until="2027-05-04")
    refused(No.TOO_MANY_DAYS, lambda: make(cast, seminar))
    Seminar.objects.filter(key=seminar.key).update(until="2027-05-05")
    assert [hours(row)[0] for row in make(cast, seminar)] == [9, 9, 9]


def test_a_programme_is_copied_to_the_hours_of_other_clocks_without_rooms_and_people(cast, revision, seminar):
    one, hall = speaker(cast, seminar), room(cast, seminar)
    plan(cast, seminar, 9, 10, room=hall.key, speakers=[(one.key, Part.SPEAKS)], treats=(SECTION_A, FIRST))
    plan(cast, seminar, 14, 15, day=5, parallel="B")
    other = second(cast, seminar)
    made = copy(cast, other, seminar)
    assert [row.starts_at.isoformat() for row in made] == ["2027-08-02T07:00:00+00:00", "2027-08-04T12:00:00+00:00"]
    assert [(row.room, row.treats, row.parallel) for row in made] == [(None, [], ""), (None, [], "B")]
    assert Appearance.objects.filter(session__seminar=other).count() == 0
    assert Line.objects.get(act="programme-copied").facts["source"] == seminar.key
    refused(No.NOT_EMPTY, lambda: copy(cast, other, seminar))
    refused(No.NOTHING_TO_COPY, lambda: copy(cast, seminar, seminar))
    taught = second(cast, seminar, part=3, revision=revision, host=cast.members["XA"])
    assert copy(cast, taught, seminar, "XA/focal_point")[0].treats == [SECTION_A, FIRST]
    short = second(cast, seminar, part=4, until="2027-08-03")
    refused(No.OUTSIDE, lambda: copy(cast, short, seminar))
    changing = second(cast, seminar, part=5, since="2027-10-31", until="2027-11-04")
    early = second(cast, seminar, part=6)
    commands.plan_session(actor=cast.actor(SEC), seminar=early, plan=at_two(), at=NOW)
    refused(ClockNo.TWO_SUCH_TIMES, lambda: copy(cast, changing, early))
    assert Session.objects.filter(seminar__in=[short, changing]).count() == 0


def at_two():
    from datetime import UTC, datetime

    from tejido.timetable.rules import Plan

    begins, ends = datetime(2027, 8, 2, 0, 30, tzinfo=UTC), datetime(2027, 8, 2, 4, 0, tzinfo=UTC)
    return Plan({"es": "Temprano"}, "seminar", begins, ends)


def test_a_day_is_copied_with_its_rooms_and_people(cast, seminar):
    one, hall = speaker(cast, seminar), room(cast, seminar)
    plan(cast, seminar, 9, 10, room=hall.key, speakers=[(one.key, Part.MODERATES)])
    plan(cast, seminar, 9, 10, day=4)
    actor, third, fifth = cast.actor(SEC), date(2027, 5, 3), date(2027, 5, 5)
    made = commands.copy_day(actor=actor, seminar=seminar, day=third, to=fifth, at=NOW)
    assert [(row.number, hours(row), row.room) for row in made] == [(3, (9, 10), hall)]
    assert Appearance.objects.get(session=made[0]).part == Part.MODERATES
    assert [row.number for row in sessions_of(seminar)] == [1, 2, 3]
    for day, to, code in (
        (third, third, No.SAME_DAY),
        (date(2027, 5, 6), third, No.NOTHING_TO_COPY),
        (third, date(2027, 5, 9), No.OUTSIDE),
    ):
        refused(
            code,
            lambda day=day, to=to: commands.copy_day(actor=actor, seminar=seminar, day=day, to=to, at=NOW),
        )


def test_the_buttons_do_it(cast, seminar):
    client, at = cast.client(SEC), f"/seminars/{seminar.key}/programme/"
    assert b"revision 1" in client.get(f"{at}beginnings/").content
    client.post(f"{at}beginnings/structures/", {"begins": "x"})
    assert Session.objects.count() == 0
    client.post(f"{at}beginnings/structures/", {"begins": "08:30", "minutes": "60", "pause": "0"})
    assert [hours(row)[0] for row in sessions_of(seminar)] == [8.5, 8.5]
    client.post(f"{at}beginnings/days/", {"day": "2027-05-03", "to": "x"})
    client.post(f"{at}beginnings/days/", {"day": "2027-05-03", "to": "2027-05-07"})
    assert Session.objects.count() == 3
    other = second(cast, seminar)
    there = f"/seminars/{other.key}/programme/beginnings/"
    assert client.get(there).status_code == 200
    client.post(f"{there}copies/", {"source": "x"})
    client.post(f"{there}copies/", {"source": seminar.key})
    assert Session.objects.filter(seminar=other).count() == 3


def test_nobody_copies_a_programme_that_they_may_not_read(cast, seminar):
    plan(cast, seminar, title={"es": "SECRETA"})
    own = second(cast, seminar, host=cast.members["XB"])
    client = cast.client(OTHER)
    answer = client.post(f"/seminars/{own.key}/programme/beginnings/copies/", {"source": seminar.key})
    assert (answer.status_code, Session.objects.filter(seminar=own).count()) == (404, 0)
