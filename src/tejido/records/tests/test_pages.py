"""The pages of records: a registrar begins a cohort, prepares a list, types it in and sees who has to refresh."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cast import NOW
from counting import queries_of
from tejido.records.models import Batch, Cohort, Completion, PaperList, Scan
from tejido.records.names import No

from . import doings
from .offices import REGISTRAR, with_registrar

pytestmark = pytest.mark.django_db
HOME = "/records/"
PASTED = "C.I.\tApellidos y nombres\tInstitución\n1.234.567\tEjemplo, Ana\tPolicía\n7.654.321\tModelo, Luis\tPolicía"


@pytest.fixture(autouse=True)
def _at(at_now):
    at_now(NOW)


@pytest.fixture
def course(cast, text):
    of = doings.course(with_registrar(cast), text)
    doings.space(cast)
    return of


def page(cast, address, who=REGISTRAR, status=200):
    answer = cast.client(who).get(address)
    assert answer.status_code == status, answer.content.decode()[-1500:]
    return answer.content.decode()


def send(cast, address, sent, who=REGISTRAR, status=302, **given):
    answer = cast.client(who, **given).post(address, sent)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer


def begun(cast, course, **given):
    told = {
        "course": course.key, "code": "2026-1", "title": "Grupo de la mañana", "method": "in_person",
        "province": "XA-1",
        "starts": "2026-03-01", "ends": "2026-06-30", "minutes": "20:30", **given,
    }  # fmt: skip  # one form
    return send(cast, f"{HOME}cohorts/new/", told)


def prepared(cast, cohort, **given):
    told = {"name": "Sesión en Villa", "day": "2026-06-30", "persons": PASTED, "empty": "1", **given}
    return send(cast, f"{HOME}cohorts/{cohort.key}/lists/new/", told)


def typed(row, *done, **given):
    """What the page of a list sends for the persons of PASTED."""
    told = {"n1": "Ejemplo, Ana", "d1": "1.234.567", "n2": "Modelo, Luis", "d2": "7.654.321", "seen": row.digest}
    return {**told, **{f"t{number}": "1" for number in done}, **given}


def test_whoever_keeps_no_records_learns_where_they_are(cast, course):
    assert "Your seat keeps no records" in page(cast, HOME, "XA/focal_point")
    page(cast, HOME, "network/secretariat", 404)
    page(cast, f"{HOME}cohorts/new/", "XA/focal_point", 404)
    assert "No cohort yet" in page(cast, HOME)


def test_without_a_course_no_cohort_can_begin(cast):
    doings.space(with_registrar(cast))
    assert "Begin the course at its version first" in page(cast, f"{HOME}cohorts/new/")


def test_a_cohort_is_begun_and_described_anew(cast, course):
    begun(cast, course)
    row = Cohort.objects.get()
    assert (row.minutes, row.title, row.edition is not None) == (1230, {"en": "Grupo de la mañana"}, True)
    html = page(cast, f"{HOME}cohorts/{row.key}/")
    assert "edition 1" in html
    assert "20 h 30 min" in html
    changing = f"{HOME}cohorts/{row.key}/changes/"
    assert 'value="20:30"' in page(cast, changing)
    told = {
        "code": "2026-2",
        "title": "",
        "method": "blended",
        "starts": "2026-03-01",
        "ends": "2026-07-01",
        "minutes": "20",
    }
    send(cast, changing, told)
    row.refresh_from_db()
    assert (row.code, row.minutes, row.title) == ("2026-2", 1200, {})


def test_a_form_says_what_is_wrong_and_keeps_what_was_typed(cast, course):
    told = {"course": course.key, "code": "A", "method": "in_person", "starts": "2026-03-01", "ends": "2026-02-01"}
    html = send(cast, f"{HOME}cohorts/new/", {**told, "minutes": "veinte"}, status=422).content.decode()
    assert "A cohort cannot end before it begins." in html
    assert "Write hours like 20" in html
    assert 'value="2026-02-01"' in html


def test_a_list_is_pasted_printed_typed_in_and_entered(cast, course):
    begun(cast, course)
    cohort = Cohort.objects.get()
    prepared(cast, cohort)
    row = PaperList.objects.get()
    here = f"{HOME}lists/{row.key}/"
    html = page(cast, here)
    assert html.count("Row 3:") == 7
    assert "Ejemplo, Ana" in html
    answer = cast.client(REGISTRAR).get(f"{here}list.pdf")
    assert answer.content.startswith(b"%PDF")
    assert answer["Cache-Control"] == "private, no-store"
    wrong = send(cast, here, typed(row, 1, numbers="2, 9", keep="1"), status=422).content.decode()
    assert "9" in wrong
    send(cast, here, typed(row, numbers="1-2", s1="85/100", h2="10", keep="1"))
    row.refresh_from_db()
    assert page(cast, here).count(" checked") == 2
    send(cast, here, typed(row, 1, 2, t3="1", enter="1"))
    assert "Type the number of the document." in page(cast, here)
    assert not Completion.objects.exists()
    row.refresh_from_db()
    send(cast, here, typed(row, 1, 2, s1="85/100", h2="10", enter="1"))
    html = page(cast, here)
    assert "Not countersigned." in html
    html = page(cast, f"{HOME}cohorts/{cohort.key}/")
    assert "2 persons" in html
    assert "85" in html
    assert "10 h" in html


def test_what_somebody_else_typed_meanwhile_is_not_written_over(cast, course):
    begun(cast, course)
    prepared(cast, Cohort.objects.get())
    row = PaperList.objects.get()
    send(cast, f"{HOME}lists/{row.key}/", typed(row, 1, keep="1"))
    html = send(cast, f"{HOME}lists/{row.key}/", typed(row, 2, keep="1"), status=422).content.decode()
    assert "Somebody changed this while you had it open" in html
    assert html.count(" checked") == 1


def test_a_scan_is_added_taken_along_and_out(cast, course):
    begun(cast, course)
    prepared(cast, Cohort.objects.get())
    row = PaperList.objects.get()
    send(cast, f"{HOME}lists/{row.key}/scans/", {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 signed")})
    scan = Scan.objects.get()
    answer = cast.client(REGISTRAR).get(f"{HOME}scans/{scan.key}/")
    assert answer.content == b"%PDF-1.7 signed"
    assert answer["Content-Disposition"].startswith("attachment")
    page(cast, f"{HOME}scans/{scan.key}/", "XA/focal_point", 404)
    send(cast, f"{HOME}scans/{scan.key}/removals/", {})
    assert not Scan.objects.exists()
    html = send(cast, f"{HOME}lists/{row.key}/scans/", {"file": SimpleUploadedFile("a.txt", b"text")}, status=409)
    assert str(No.NOT_A_SCAN.label) in html.content.decode()


def test_the_representative_countersigns(cast, course):
    begun(cast, course)
    prepared(cast, Cohort.objects.get())
    row = PaperList.objects.get()
    here = f"{HOME}lists/{row.key}/"
    send(cast, here, typed(row, 1, enter="1"))
    row.refresh_from_db()
    assert "Countersign the list" not in page(cast, here)
    assert "Countersign the list" in page(cast, here, doings.REPRESENTATIVE)
    send(cast, f"{here}countersignatures/", {"seen": row.digest}, doings.REPRESENTATIVE)
    assert "Countersigned on" in page(cast, here)


def test_what_came_in_is_taken_back_from_its_page(cast, course):
    begun(cast, course)
    prepared(cast, Cohort.objects.get())
    row = PaperList.objects.get()
    send(cast, f"{HOME}lists/{row.key}/", typed(row, 1, enter="1"))
    batch = Batch.objects.get()
    assert f"{HOME}imports/{batch.key}/" in page(cast, f"{HOME}imports/")
    assert "Take this back" in page(cast, f"{HOME}imports/{batch.key}/")
    send(cast, f"{HOME}imports/{batch.key}/undoings/", {})
    assert "None of its records stands." in page(cast, f"{HOME}imports/{batch.key}/")
    assert not Completion.objects.exists()
    assert "Enter into the records" in page(cast, f"{HOME}lists/{row.key}/")


def expires(cast, course, monkeypatch, *persons):
    monkeypatch.setattr("tejido.records.commands.entering.validity", lambda *_: lambda *_of: 9)
    begun(cast, course)
    row = Cohort.objects.get()
    doings.enter(cast, row, *persons)
    return row


def test_who_has_to_refresh_is_listed_by_name_for_the_school(cast, course, monkeypatch):
    expires(cast, course, monkeypatch, "Ana", "Luis")
    html = page(cast, f"{HOME}expiring/")
    assert "2 persons have to refresh by" in html
    assert "Ana, Persona" in html
    file = cast.client(REGISTRAR).get(f"{HOME}expiring/to-refresh.csv?months=1")
    assert "Luis, Persona" in file.content.decode("utf-8-sig")
    assert "2 persons have to refresh by" in page(cast, HOME)
    page(cast, f"{HOME}expiring/", "XA/focal_point", 404)


def test_one_person_is_looked_up_by_the_document(cast, course, monkeypatch):
    begun(cast, course)
    prepared(cast, Cohort.objects.get())
    row = PaperList.objects.get()
    send(cast, f"{HOME}lists/{row.key}/", typed(row, 1, enter="1"))
    assert "2026-1" in send(cast, f"{HOME}person/", {"document": "1234567"}, status=200).content.decode()
    assert "keeps nothing" in send(cast, f"{HOME}person/", {"document": "9999999"}, status=200).content.decode()
    assert "no number" in send(cast, f"{HOME}person/", {"document": "x"}, status=422).content.decode()


def costs(cast, addresses):
    client = cast.client(REGISTRAR)
    return [queries_of(lambda address=address: client.get(address)) for address in addresses]


def test_a_page_costs_the_same_however_much_is_on_it(cast, course, monkeypatch):
    row = expires(cast, course, monkeypatch, "Ana")
    prepared(cast, row)
    addresses = (HOME, f"{HOME}cohorts/{row.key}/", f"{HOME}imports/", f"{HOME}expiring/")
    before = costs(cast, addresses)
    for number in (2, 3):
        begun(cast, course, code=f"2026-{number}")
        prepared(cast, row, name=f"Lista {number}")
        doings.enter(cast, row, f"Persona{number}")
        doings.enter(cast, Cohort.objects.get(code=f"2026-{number}"), f"Otra{number}", day="2026-06-29")
    assert costs(cast, addresses) == before
