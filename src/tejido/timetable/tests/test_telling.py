"""The programme is announced once; what changes later is collected and told in one letter."""

import pytest
from django.core import mail

from cast import NOW
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.people.models import Letter
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.timetable import commands
from tejido.timetable.lines import told_again, told_data, told_digest
from tejido.timetable.models import Announcement
from tejido.timetable.names import Kind, No, Part, Way
from tejido.timetable.queries import announced_changes, pending_changes, programme_for, programme_of
from tejido.timetable.words import changes_told

from .doings import HOST, OTHER, SEC, change, held, plan, room, speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def seminar(cast):
    return held(cast)


def seen(seminar):
    return told_digest(programme_of(Seminar.objects.get(key=seminar.key)).told)


def announce(cast, seminar, by=SEC, *, fresh=True, digest=""):
    actor = cast.actor(by, fresh=fresh)
    return commands.announce_programme(actor=actor, seminar=seminar, seen=digest or seen(seminar), at=NOW)


def tell(cast, seminar, by=SEC, *, digest=""):
    actor = cast.actor(by, fresh=False)
    return commands.announce_changes(actor=actor, seminar=seminar, seen=digest or seen(seminar), at=NOW)


def refused(code, call):
    with pytest.raises(Refused) as problem:
        call()
    assert problem.value.refusal.code == code


def test_the_secretariat_announces_what_it_read_once_by_a_formal_act(cast, seminar):
    refused(No.EMPTY, lambda: announce(cast, seminar))
    first = plan(cast, seminar)
    refused(Shared.NOT_YOURS, lambda: announce(cast, seminar, HOST))
    refused(Shared.STALE, lambda: announce(cast, seminar, digest="0" * 64))
    refused(Shared.NOT_FRESH, lambda: announce(cast, seminar, fresh=False))
    refused(No.NOT_ANNOUNCED, lambda: tell(cast, seminar))
    clash = plan(cast, seminar)
    refused(No.IMPOSSIBLE, lambda: announce(cast, seminar))
    commands.remove_session(actor=cast.actor(SEC), session=clash, at=NOW)
    assert programme_for(cast.actor(OTHER), seminar.key).lines == ()
    announce(cast, seminar)
    assert [line.session for line in programme_for(cast.actor(OTHER), seminar.key).lines] == [first]
    refused(No.ANNOUNCED_SO, lambda: announce(cast, seminar))
    line = Line.objects.get(act="programme-announced")
    assert (line.tree_id, line.object, line.facts["sessions"]) == ("network", seminar.key, 1)


@pytest.mark.parametrize(
    ("state", "code"), [(State.PREPARING, No.NOBODY_KNOWS), (State.HELD, No.OVER), (State.CANCELLED, No.OVER)]
)
def test_only_the_programme_of_a_seminar_that_is_ahead_is_told(cast, seminar, state, code):
    plan(cast, seminar)
    Seminar.objects.filter(key=seminar.key).update(state=state)
    refused(code, lambda: announce(cast, seminar))
    refused(code, lambda: tell(cast, seminar))


def test_other_days_or_another_zone_are_told_and_nothing_outside_of_them_is(cast, seminar):
    """A seminar that moves keeps no programme that is silently wrong."""
    row = plan(cast, seminar, 22, 23, day=7)
    client, at = cast.client(SEC), f"/seminars/{seminar.key}/programme/"
    Seminar.objects.filter(key=seminar.key).update(until="2027-05-06")
    refused(No.SOME_OUTSIDE, lambda: announce(cast, seminar))
    assert "outside of the days of the seminar: 1." in client.get(at).content.decode()
    assert "outside of the days of the seminar: 1." in client.get(f"{at}announcements/").content.decode()
    Seminar.objects.filter(key=seminar.key).update(until="2027-05-07")
    announce(cast, seminar)
    Seminar.objects.filter(key=seminar.key).update(zone="Asia/Tokyo")
    assert "outside of the days" not in cast.client(OTHER).get(at).content.decode()
    refused(No.SOME_OUTSIDE, lambda: tell(cast, seminar))
    Seminar.objects.filter(key=seminar.key).update(zone="America/Mexico_City")
    moved = "now Friday, May 7, 2027, 19:00–20:00 (Mexico City, UTC−6), not Friday, May 7, 2027, 22:00–23:00 ("
    assert moved in changes_told(tell(cast, seminar))[0]
    assert row.number == 1


def test_changes_are_collected_until_they_are_told(cast, seminar):
    one, hall = speaker(cast, seminar), room(cast, seminar)
    first, second = plan(cast, seminar, 9, 10, room=hall.key), plan(cast, seminar, 10, 11, title={"es": "Dos"})
    announce(cast, seminar)
    refused(No.NOTHING_CHANGED, lambda: tell(cast, seminar))
    actor = cast.actor(SEC)
    commands.move_session(actor=actor, session=second, way=Way.UP, at=NOW)
    change(cast, first, 10, 11, speakers=[(one.key, Part.SPEAKS)], kind=Kind.LECTURE, parallel="A")
    commands.remove_session(actor=actor, session=second, at=NOW)
    plan(cast, seminar, 15, 16, title={}, kind=Kind.BREAK)
    assert [each.session.number for each in pending_changes(programme_of(seminar))] == [1, 2, 3]
    refused(Shared.STALE, lambda: tell(cast, seminar, digest="0" * 64))
    clash = plan(cast, seminar, 15, 16)
    refused(No.IMPOSSIBLE, lambda: tell(cast, seminar))
    commands.remove_session(actor=actor, session=clash, at=NOW)
    row = tell(cast, seminar)
    assert pending_changes(programme_of(seminar)) == ()
    assert Line.objects.get(act="programme-changes-announced").facts["changed"] == [1, 2, 3]
    assert announced_changes(Announcement.objects.get(number=1)) == ()
    of_first = (
        "“Señales de alerta” (number 1): now Monday, May 3, 2027, 10:00–11:00, not Monday, May 3, 2027, 09:00–10:00; "
        "room —, not Sala 1; for Group A; another title or kind; other speakers."
    )
    assert changes_told(row) == [
        of_first,
        "Cancelled: “Dos” (number 2), Monday, May 3, 2027, 10:00–11:00.",
        "New: “Break” (number 3), Monday, May 3, 2027, 15:00–16:00.",
    ]
    change(cast, first, 10, 11, speakers=[(one.key, Part.SPEAKS)], kind=Kind.LECTURE, parallel="B")
    later = tell(cast, seminar)
    assert [changes_told(later, group) != [] for group in ("A", "B", "C")] == [True, True, False]


def test_what_was_told_is_kept_without_a_word_about_persons(cast, seminar):
    one = speaker(cast, seminar, "Ponente SECRETO")
    plan(cast, seminar, room=room(cast, seminar).key, speakers=[(one.key, Part.SPEAKS)])
    row = announce(cast, seminar)
    assert "SECRETO" not in str(row.sessions)
    told = programme_of(seminar).told
    assert told_again(told_data(told)) == told
    assert row.digest == told_digest(told)


def test_each_person_who_acts_for_a_member_gets_one_letter_in_their_language(
    cast, seminar, django_capture_on_commit_callbacks
):
    row = plan(cast, seminar, 9, 10)
    with django_capture_on_commit_callbacks(execute=True):
        announce(cast, seminar)
    first = Letter.objects.all()
    people = {letter.to.email for letter in first}
    assert {cast.account(who).email for who in (HOST, OTHER, "network/secretariat")} <= people
    assert cast.account("XA/representative/JUS").email not in people
    assert len(people) == len(first)
    Letter.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        change(cast, row, 11, 12)
        tell(cast, seminar)
    letter = Letter.objects.filter(to=cast.account(OTHER)).get()
    assert "Señales de alerta" in letter.body
    assert "11:00–12:00" in letter.body
    assert f"/seminars/{seminar.key}/programme/" in letter.body
    assert mail.outbox == []


def test_the_page_shows_what_would_be_told_and_the_button_tells_it(cast, seminar):
    row = plan(cast, seminar, 9, 10)
    client, at = cast.client(SEC), f"/seminars/{seminar.key}/programme/"
    assert client.get(f"{at}announcements/").context["programme"].is_announced is False
    client.post(f"{at}announcements/", {"seen": seen(seminar)})
    change(cast, row, 11, 12)
    assert "1 change was not told yet" in client.get(at).content.decode()
    assert "new time" in cast.client(OTHER).get(at).content.decode()
    assert "now Monday" in client.get(f"{at}announcements/").content.decode()
    client.post(f"{at}announcements/", {"seen": seen(seminar)})
    assert Announcement.objects.count() == 2
    commands.remove_session(actor=cast.actor(SEC), session=row, at=NOW)
    assert "What no longer takes place" in client.get(at).content.decode()
    assert cast.client(HOST).get(f"{at}announcements/").status_code == 404
