"""The programme to take along: two parsers of iCalendar read the same in it, and paper says what the page says."""

import warnings
from datetime import UTC
from io import BytesIO

import icalendar
import pytest
from docx import Document

from cast import NOW
from tejido.seminars.commands import cancel_seminar
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.timetable import commands
from tejido.timetable.calendars import programme_calendar
from tejido.timetable.lines import told_digest
from tejido.timetable.names import Kind, Part
from tejido.timetable.papers import programme_notice
from tejido.timetable.queries import programme_of, removed_since

from .doings import OTHER, SEC, change, held, plan, room, speaker

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]


@pytest.fixture
def seminar(cast):
    """Announced, with two groups, a name that may not be published, signs that files have to escape, and a session
    that was taken out afterwards."""
    made = held(cast)
    hall = room(cast, made, "Sala 1, norte; planta \\ baja")
    one, two = speaker(cast, made), speaker(cast, made, "Ponente OCULTO", is_named=False, bio={"es": "OCULTO"})
    appearing = [(one.key, Part.MODERATES), (two.key, Part.SPEAKS)]
    plan(cast, made, 9, 10.5, room=hall.key, speakers=appearing, title={"es": "«Ñandú»; señales, y\\o más"})
    plan(cast, made, 10.5, 11, kind=Kind.BREAK, title={})
    for letter in "AB":
        plan(cast, made, 11, 12, parallel=letter, title={"es": f"Taller {letter}"})
    gone = plan(cast, made, 15, 16, day=7, title={"es": "Cierre"})
    digest = told_digest(programme_of(made).told)
    commands.announce_programme(actor=cast.actor(SEC), seminar=made, seen=digest, at=NOW)
    commands.remove_session(actor=cast.actor(SEC), session=gone, at=NOW)
    return made


def by_icalendar(data):
    found = []
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        starts, ends = (event.decoded(name).astimezone(UTC) for name in ("dtstart", "dtend"))
        words = [str(event.get(name, "")) for name in ("summary", "location", "description", "status")]
        found.append((str(event["uid"]), starts, ends, int(event["sequence"]), *words))
    return sorted(found)


def by_vobject(data):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it imports of others is not ours to mend
        import vobject

        calendar = vobject.readOne(data.decode())
        found = []
        for event in calendar.vevent_list:
            words = [
                getattr(event, name).value if hasattr(event, name) else ""
                for name in ("summary", "location", "description", "status")
            ]
            times = [getattr(event, name).value.astimezone(UTC) for name in ("dtstart", "dtend")]
            found.append((event.uid.value, *times, int(event.sequence.value), *words))
    return sorted(found)


@pytest.mark.parametrize("group", ["", "A"])
def test_two_parsers_that_know_nothing_of_one_another_read_the_same(seminar, group):
    whole = programme_of(seminar)
    data = programme_calendar(whole.of_group(group) if group else whole, removed_since(seminar), group)
    assert by_icalendar(data) == by_vobject(data)
    assert len(by_icalendar(data)) == (4 if group else 5)


def test_the_calendar_says_what_the_programme_says(cast, seminar):
    programme = programme_of(seminar)
    found = {event[4]: event for event in by_icalendar(programme_calendar(programme, removed_since(seminar)))}
    _uid, starts, ends, _n, _title, place, about, standing = found["«Ñandú»; señales, y\\o más"]
    row = programme.lines[0].session
    assert (starts, ends, standing) == (row.starts_at, row.ends_at, "CONFIRMED")
    assert place.startswith("Sala 1, norte; planta \\ baja")
    assert "Ponente 1; Docente" in about
    assert found["Cierre"][7] == "CANCELLED"
    assert not any("OCULTO" in str(event) for event in found.values())


def test_a_session_that_changes_has_a_later_number_so_that_calendars_follow(cast, seminar):
    row = programme_of(seminar).lines[0].session
    change(cast, row, 9, 10)
    found = {event[0]: event[3] for event in by_icalendar(programme_calendar(programme_of(seminar), []))}
    assert found[f"{row.key}@tejido"] == 1


def test_another_room_name_or_the_end_of_the_seminar_reaches_calendars_that_have_it(
    cast, seminar, django_capture_on_commit_callbacks
):
    """A calendar keeps what it has until an entry has a later number."""
    row = programme_of(seminar).lines[0].session
    room(cast, seminar, "Sala 9", room=row.room, seats=30)
    row.refresh_from_db()
    assert (row.sequence, row.changed_at) == (1, NOW)
    room(cast, seminar, "Sala 9", room=row.room, seats=20)  # no calendar shows how many it holds
    with django_capture_on_commit_callbacks(execute=True):
        cancel_seminar(actor=cast.actor(SEC), seminar=seminar, reason="No hay sede.", language="es", at=NOW)
    row.refresh_from_db()
    assert row.sequence == 2


def test_what_is_not_announced_is_tentative_and_what_is_cancelled_says_so(cast):
    made = held(cast)
    row = plan(cast, made)
    assert by_icalendar(programme_calendar(programme_of(made), []))[0][7] == "TENTATIVE"
    commands.remove_session(actor=cast.actor(SEC), session=row, at=NOW)
    assert removed_since(made) == []  # nobody was told of it
    plan(cast, made)
    Seminar.objects.filter(key=made.key).update(state=State.CANCELLED)
    again = Seminar.objects.select_related("cycle").get(key=made.key)
    assert by_icalendar(programme_calendar(programme_of(again), []))[0][7] == "CANCELLED"


def test_files_are_handed_out_to_who_reads_the_programme(cast, seminar):
    client, at = cast.client(OTHER), f"/seminars/{seminar.key}/programme/"
    assert client.get(f"{at}programme.ics")["Content-Type"].startswith("text/calendar")
    assert b"Taller B" not in client.get(f"{at}groups/A/programme.ics").content
    assert client.get(f"{at}groups/C/programme.ics").status_code == 404
    assert client.get(f"{at}programme.txt").status_code == 404


@pytest.mark.parametrize(("language", "said"), [("es", "Pausa"), ("pt", "Intervalo"), ("en", "Break"), ("fr", "Pause")])
def test_the_printed_programme_is_in_the_language_of_its_reader(cast, seminar, language, said):
    client = cast.client(OTHER, language=language)
    body = client.get(f"/seminars/{seminar.key}/programme/programme.docx").content
    document = Document(BytesIO(body))
    words = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words += [paragraph.text for paragraph in document.paragraphs]
    assert said in words
    assert "09:00–10:30" in words
    assert any("Ponente 1, Docente, Casa" in each for each in words)
    assert not any("OCULTO" in each for each in words)


def test_the_programme_is_set_as_pdf_and_a_draft_says_so(cast, seminar):
    made = cast.client(OTHER).get(f"/seminars/{seminar.key}/programme/programme.pdf")
    assert made.content.startswith(b"%PDF-")
    assert programme_notice(programme_of(seminar)) == ""
    other = Seminar.objects.get(key=seminar.key)
    other.is_demonstration = True
    assert programme_notice(programme_of(other)) != ""
