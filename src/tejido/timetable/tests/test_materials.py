"""What is handed out with a session: bounded, told by its content, and fetched by who reads the programme."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cast import NOW
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.timetable import commands, rules
from tejido.timetable.lines import told_digest
from tejido.timetable.models import Material, MaterialFile
from tejido.timetable.names import No
from tejido.timetable.queries import programme_of

from .doings import HOST, OTHER, SEC, held, plan

pytestmark = pytest.mark.django_db
DATA = b"%PDF-1.7 hoja"


@pytest.fixture
def session(cast):
    return plan(cast, held(cast))


def refused(code, call):
    with pytest.raises(Refused) as problem:
        call()
    assert problem.value.refusal.code == code
    assert problem.value.refusal.sentence


def add(cast, session, by=SEC, **values):
    given = {"title": "Hoja", "language": "es", "name": "hoja.pdf", "data": DATA, **values}
    return commands.add_file(actor=cast.actor(by), session=session, at=NOW, **given)


def link(cast, session, by=SEC, **values):
    given = {"title": "Enlace", "language": "", "url": "https://example.org/", **values}
    return commands.add_link(actor=cast.actor(by), session=session, at=NOW, **given)


def test_a_file_is_kept_once_by_its_content_and_goes_with_its_last_session(cast, session):
    rows = [add(cast, session), add(cast, plan(cast, session.seminar, 11, 12), by=HOST, title="", name="otra.pdf")]
    assert [row.title for row in rows] == ["Hoja", "otra.pdf"]
    assert MaterialFile.objects.get().digest == hashlib.sha256(DATA).hexdigest()
    assert Line.objects.filter(act="programme-material-added").count() == 2
    for left, row in ((1, rows[0]), (0, rows[1])):
        commands.remove_material(actor=cast.actor(SEC), material=row, at=NOW)
        assert MaterialFile.objects.count() == left
    refused(Shared.STALE, lambda: commands.remove_material(actor=cast.actor(SEC), material=rows[0], at=NOW))
    address = link(cast, session)
    commands.remove_material(actor=cast.actor(SEC), material=address, at=NOW)
    assert Material.objects.count() == 0


def test_what_is_kept_has_a_name_a_known_kind_and_room(cast, session, monkeypatch):
    refused(No.FILE_EMPTY, lambda: add(cast, session, data=b""))
    refused(No.FILE_UNKNOWN, lambda: add(cast, session, data=b"\x00\x01"))
    refused(No.NO_MATERIAL_TITLE, lambda: add(cast, session, title=" ", name=" "))
    refused(No.NO_MATERIAL_TITLE, lambda: link(cast, session, title=" "))
    refused(No.NOT_HTTPS, lambda: link(cast, session, url="http://example.org/"))
    assert rules.can_be_kept("x", 10, "text/plain", 9).code == No.FILES_FULL
    refused(Shared.NOT_YOURS, lambda: add(cast, session, by=OTHER))
    refused(Shared.NOT_YOURS, lambda: link(cast, session, by=OTHER))


def test_files_are_fetched_by_who_reads_the_programme_and_by_nobody_else(cast, session):
    seminar = session.seminar
    at = f"/seminars/{seminar.key}/programme/"
    client = cast.client(SEC)
    sent = {"title": "Hoja", "file": SimpleUploadedFile("hoja.pdf", DATA)}
    client.post(f"{at}sessions/{session.key}/materials/", sent)
    client.post(f"{at}sessions/{session.key}/materials/", {"title": "Enlace", "url": "https://example.org/"})
    client.post(f"{at}sessions/{session.key}/materials/", {"title": "Nada"})
    hand, address = Material.objects.get(title="Hoja"), Material.objects.get(title="Enlace")
    assert Material.objects.count() == 2
    place = f"{at}materials/{hand.key}/"
    assert client.get(place).content == DATA
    assert client.get(f"{at}materials/{address.key}/").status_code == 404
    assert cast.client(OTHER).get(place).status_code == 404
    digest = told_digest(programme_of(seminar).told)
    commands.announce_programme(actor=cast.actor(SEC), seminar=seminar, seen=digest, at=NOW)
    answer = cast.client(OTHER).get(place)
    assert (answer.content, answer["Cache-Control"]) == (DATA, "private, no-store")
    assert "attachment" in answer["Content-Disposition"]
    assert b"Hoja" in client.get(at).content
    client.post(f"{at}materials/{hand.key}/removals/")
    assert Material.objects.count() == 1
