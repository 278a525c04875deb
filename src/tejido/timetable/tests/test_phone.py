"""The page for the phone is light and tells nothing but the programme; and what the programme treats is counted."""

import gzip

import pytest
from django.contrib.staticfiles import finders

from cast import FIRST, NOW, SECTION_A
from tejido.timetable import commands
from tejido.timetable.lines import told_digest
from tejido.timetable.names import Part
from tejido.timetable.queries import programme_of

from .doings import OTHER, SEC, held, plan, speaker

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]


@pytest.fixture
def seminar(cast, revision):
    made = held(cast, revision)
    one, two = speaker(cast, made), speaker(cast, made, "Ponente OCULTO", is_named=False, bio={"es": "OCULTO"})
    for day in (3, 4, 5, 6, 7):
        for hour in range(9, 18):
            appearing = [(one.key, Part.MODERATES), (two.key, Part.SPEAKS)] if hour == 9 else []
            plan(cast, made, hour, hour + 1, day=day, parallel="A" if hour == 17 else "", speakers=appearing)
    digest = told_digest(programme_of(made).told)
    commands.announce_programme(actor=cast.actor(SEC), seminar=made, seen=digest, at=NOW)
    return made


def size(path):
    with open(finders.find(path), "rb") as file:
        return len(file.read())


def test_the_page_is_light_with_everything_that_it_needs(cast, seminar):
    client = cast.client(OTHER)
    page = client.get(f"/seminars/{seminar.key}/programme/phone/")
    worker = client.get(f"/seminars/{seminar.key}/programme/phone/worker.js")
    parts = sum(map(size, ("tejido/phone.css", "tejido/phone.js", "tejido/icon.svg")))
    assert worker["Content-Type"].startswith("text/javascript")
    assert len(gzip.compress(page.content)) + len(worker.content) + parts < 60_000
    assert len(page.content) + len(worker.content) + parts < 60_000


def test_it_holds_the_programme_and_nothing_of_its_reader(cast, seminar):
    """Whoever opens it gets the same page but for the time: what stays on a phone is nobody's."""
    at = f"/seminars/{seminar.key}/programme/phone/"
    pages = [cast.client(who).get(at).content.decode() for who in (OTHER, SEC, "XA/representative/DEF")]
    bare = [page.replace(page.split('data-made="')[1].split('"')[0], "") for page in pages]
    assert bare[0] == bare[1] == bare[2]
    for said in ("OCULTO", "csrf", "Persona de", "@example.org"):
        assert said not in bare[0]
    assert "Ponente 1; Docente" in bare[0]
    assert "new time" not in bare[0]
    first = programme_of(seminar).lines[0].session
    commands.shift_day(actor=cast.actor(SEC), session=first, minutes=15, at=NOW)
    assert cast.client(OTHER).get(at).content.decode().count("new time") == 9


def test_a_group_sees_its_own_and_a_draft_is_kept_by_no_phone(cast, seminar):
    client = cast.client(OTHER)
    whole, other = (client.get(f"/seminars/{seminar.key}/programme/phone/?group={g}").content for g in ("A", "Z"))
    assert whole.count(b"data-starts") == other.count(b"data-starts") == 45
    assert b"data-kept" in whole


def test_a_draft_is_kept_by_no_phone(cast):
    made = held(cast)
    plan(cast, made)
    assert b"data-kept" not in cast.client(SEC).get(f"/seminars/{made.key}/programme/phone/").content


def test_what_no_session_treats_is_said(cast, revision):
    made = held(cast, revision)
    at = f"/seminars/{made.key}/programme/coverage/"
    client = cast.client(SEC)
    assert "No programme yet" in client.get(at).content.decode()
    plan(cast, made, treats=(SECTION_A,))
    shown = client.get(at)
    lines = {each.words: (each.lacking, each.passages, len(each.sessions)) for each in shown.context["sections"]}
    assert lines["1 Factores de riesgo"] == (0, 3, 1)
    assert lines["2 Respuesta del Estado"] == (3, 3, 0)
    assert [each.words for each in shown.context["untouched"]] == ["2 Respuesta del Estado"]
    plan(cast, made, 11, 12, treats=(FIRST, "000000000p04"))
    assert client.get(at).context["untouched"] == []
    assert cast.client(OTHER).get(at).context["sections"] == []
