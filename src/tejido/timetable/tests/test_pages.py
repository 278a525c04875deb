"""The pages of a programme: what they show to whom, and that everything is done without a script."""

import re

import pytest
from django.utils.html import escape

from cast import NOW, SECTION_A
from counting import queries_of
from tejido.seminars.models import Seminar
from tejido.timetable import commands
from tejido.timetable.lines import session_digest
from tejido.timetable.models import Appearance, Room, Session, Speaker
from tejido.timetable.names import Kind, Part
from tejido.timetable.queries import line_for, programme_of

from .doings import HOST, OTHER, SEC, clock, held, hours, plan, room, speaker

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
TYPED = {"kind": "lecture", "day": "2027-05-03", "begins": "09:00", "ends": "10:30", "title_es": "Señales"}


@pytest.fixture
def seminar(cast, revision):
    return held(cast, revision)


def at(seminar, rest=""):
    return f"/seminars/{seminar.key}/programme/{rest}"


def words(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_the_programme_shows_days_times_rooms_and_people(cast, seminar):
    hall = room(cast, seminar)
    one, two = speaker(cast, seminar), speaker(cast, seminar, "Ponente OCULTO", is_named=False)
    plan(
        cast, seminar, 9, 10.5, room=hall.key, floor=("es",), into=("pt",), parallel="A",
        speakers=[(one.key, Part.MODERATES), (two.key, Part.SPEAKS)],
    )  # fmt: skip  # one act, read as one
    plan(cast, seminar, 10.5, 11, kind=Kind.BREAK, title={})
    shown = words(cast.client(SEC).get(at(seminar)))
    for said in ("Monday, May 3, 2027", "09:00–10:30", "Group A", "Sala 1", "Ponente 1; Docente", "interpreted into"):
        assert said in shown
    assert "Break" in shown
    assert "OCULTO" not in shown
    assert "10:30–11:00" in words(cast.client(SEC).get(at(seminar, "?group=A")))


def test_everything_of_a_session_is_typed_into_one_form(cast, seminar):
    hall, one, two = room(cast, seminar), speaker(cast, seminar), speaker(cast, seminar, "Ponente 2")
    client = cast.client(HOST)
    sent = {
        **TYPED, "room": hall.key, "speakers": [one.key], "moderators": [two.key], "floor": ["es"], "into": ["pt"],
        "parallel": "B", "is_counted": "on", "treats": [SECTION_A], "about_es": "De qué trata",
    }  # fmt: skip  # one form, read as one
    answer = client.post(at(seminar, "sessions/new/"), sent)
    row = Session.objects.get()
    assert answer["Location"] == f"{at(seminar)}#s-{row.key}"
    assert (hours(row), row.room, row.treats, row.into) == ((9, 10.5), hall, [SECTION_A], ["pt"])
    assert [(each.speaker, each.part) for each in Appearance.objects.all()] == [(two, "moderates"), (one, "speaks")]
    page = client.get(at(seminar, f"sessions/{row.key}/"))
    seen = re.search(r'name="seen" value="(\w+)"', page.content.decode())[1]
    client.post(at(seminar, f"sessions/{row.key}/"), {**TYPED, "ends": "00:00", "seen": seen})
    assert (hours(row), Session.objects.get().treats) == ((9, 0), [])


def test_what_cannot_be_at_once_is_told_at_once(cast, seminar):
    one = speaker(cast, seminar)
    for letter in "AB":
        plan(cast, seminar, parallel=letter, speakers=[(one.key, Part.SPEAKS)])
    client = cast.client(SEC)
    sent = {**TYPED, "begins": "10:00", "title_es": "Otra", "parallel": "A"}
    shown = words(client.post(at(seminar, "sessions/new/"), sent, follow=True))
    assert (
        escape("Group A would be in two places: in “Señales de alerta” (number 1) and in “Otra” (number 3).") in shown
    )
    assert "Ponente 1 would be in two places" in shown
    sent = {**TYPED, "day": "2027-05-04", "title_es": "Todos", "room": room(cast, seminar, seats=19).key}
    shown = words(client.post(at(seminar, "sessions/new/"), sent, follow=True))
    assert "Sala 1 holds 19 people, and “Todos” is for all 20." in shown


def test_what_was_typed_comes_back_with_what_is_wrong(cast, seminar):
    client = cast.client(SEC)
    for sent, said in (
        ({"title_es": ""}, "Give the session a title"),
        ({"begins": "late"}, "Enter a valid time"),
    ):
        answer = client.post(at(seminar, "sessions/new/"), {**TYPED, **sent})
        assert answer.status_code == 422
        assert said in words(answer)
    Seminar.objects.filter(key=seminar.key).update(since="2027-03-28", until="2027-03-28", zone="Europe/Warsaw")
    answer = client.post(
        at(seminar, "sessions/new/"), {**TYPED, "day": "2027-03-28", "begins": "02:30", "ends": "04:00"}
    )
    assert (answer.status_code, Session.objects.count()) == (422, 0)


def test_what_ends_no_later_than_it_begins_ends_on_the_day_after(cast, seminar):
    row = plan(cast, seminar, 9, 10)
    line = line_for(seminar, row.key)
    sent = {**TYPED, "begins": "22:00", "ends": "01:00", "seen": session_digest(line.session, line.speakers)}
    assert cast.client(SEC).post(at(seminar, f"sessions/{row.key}/"), sent).status_code == 302
    row.refresh_from_db()
    assert (row.starts_at, row.ends_at) == (clock(22), clock(1, 4))


def test_a_session_that_was_taken_out_meanwhile_changes_times_with_none(cast, seminar, monkeypatch):
    row, gone = plan(cast, seminar, 9, 10), plan(cast, seminar, 10, 11)
    commands.remove_session(actor=cast.actor(SEC), session=gone, at=NOW)
    monkeypatch.setattr("tejido.timetable.views.sessions.session_choices", lambda *_given: [(gone.key, "")])
    answer = cast.client(SEC).post(at(seminar, f"sessions/{row.key}/swaps/"), {"other": gone.key})
    assert answer.status_code == 404


def test_sessions_are_moved_swapped_shifted_inserted_and_taken_out_by_buttons(cast, seminar):
    first, second = plan(cast, seminar, 9, 10), plan(cast, seminar, 10, 11)
    client = cast.client(SEC)
    of_second = f"sessions/{second.key}/"
    answer = client.post(at(seminar, f"{of_second}moves/"), {"way": "up"})
    assert (answer["Location"], hours(second)) == (f"{at(seminar)}#s-{second.key}", (9, 10))
    client.post(at(seminar, f"{of_second}swaps/"), {"other": first.key})
    assert (hours(first), hours(second)) == ((9, 10), (10, 11))
    client.post(at(seminar, f"{of_second}shifts/"), {"minutes": "30"})
    assert hours(second) == (10.5, 11.5)
    page = client.get(at(seminar, f"sessions/new/?after={first.key}")).content.decode()
    assert 'value="10:00"' in page
    assert 'value="11:00"' in page
    for rest, sent in (("moves/", {"way": "x"}), ("swaps/", {"other": second.key}), ("shifts/", {"minutes": "x"})):
        assert client.post(at(seminar, f"{of_second}{rest}"), sent).status_code == 302
    assert hours(second) == (10.5, 11.5)
    client.post(at(seminar, f"{of_second}removals/"))
    assert [line.session for line in programme_of(seminar).lines] == [first]


def test_rooms_and_speakers_are_kept_on_lists(cast, seminar):
    client = cast.client(SEC)
    client.post(at(seminar, "rooms/"), {"room-name": "Sala 1", "room-seats": "20"})
    sent = {"speaker-name": "Ponente", "speaker-function_es": "Docente", "speaker-is_named": "on"}
    client.post(at(seminar, "speakers/"), sent)
    hall, one = Room.objects.get(), Speaker.objects.get()
    assert "20 places" in words(client.get(at(seminar, "lists/")))
    client.post(at(seminar, f"rooms/{hall.key}/"), {"name": "Aula", "seats": ""})
    client.post(at(seminar, f"speakers/{one.key}/"), {"name": "Ponente", "function_es": "Juez"})
    assert (Room.objects.get().name, Speaker.objects.get().is_named) == ("Aula", False)
    assert "shown by function alone" in words(client.get(at(seminar, "lists/")))
    for rest in ("rooms/", "speakers/"):
        assert client.post(at(seminar, rest), {}).status_code == 302
    assert client.post(at(seminar, f"speakers/{one.key}/"), {"name": "Ponente"}).status_code == 422
    client.post(at(seminar, f"rooms/{hall.key}/removals/"))
    client.post(at(seminar, f"speakers/{one.key}/removals/"))
    assert "No room yet" in words(client.get(at(seminar, "lists/")))


def test_others_read_nothing_of_a_programme_that_was_not_announced(cast, seminar):
    plan(cast, seminar, title={"es": "SECRETA"}, speakers=[(speaker(cast, seminar, "SECRETA").key, Part.SPEAKS)])
    session = Session.objects.get()
    for who in (OTHER, "network/chair", "network/observer"):
        client = cast.client(who)
        shown = client.get(at(seminar))
        assert (shown.status_code, "SECRETA" in shown.content.decode()) == (200, False), who
        for rest in ("lists/", "sessions/new/", f"sessions/{session.key}/"):
            assert client.get(at(seminar, rest)).status_code == 404, (who, rest)
    for who in (SEC, HOST, "XA/representative/DEF"):
        assert "SECRETA" in cast.client(who).get(at(seminar)).content.decode(), who


def test_the_queries_of_the_pages_do_not_grow_with_the_programme(cast, seminar):
    client, counts = cast.client(SEC), []
    for number in range(3):
        one, hall = speaker(cast, seminar, f"Ponente {number}"), room(cast, seminar, f"Sala {number}")
        plan(cast, seminar, 9 + number, 10 + number, room=hall.key, speakers=[(one.key, Part.SPEAKS)])
        first = Session.objects.order_by("number")[0]
        counts.append([queries_of(lambda page=page: client.get(page)) for page in pages_of(seminar, first)])
    assert counts[0] == counts[2]


def pages_of(seminar, session):
    return [at(seminar), at(seminar, "lists/"), at(seminar, f"sessions/{session.key}/")]
