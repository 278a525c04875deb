"""The pages of reporting: what they show and offer, that forms keep what was typed, files, what is on the desk and in
letters, and what a page costs."""

import json
import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core import mail

from cast import NOW, SECTION_A
from counting import queries_of
from tejido.formats.sheet import read
from tejido.indicators.tests.doings import define, report
from tejido.people.models import Letter
from tejido.programmes.tests.doings import initiative
from tejido.reporting import commands
from tejido.reporting.jobs import run_due
from tejido.reporting.models import Intake, Recommendation, Selection, Telling, Template, ValueLink
from tejido.reporting.names import Destination, No
from tejido.reporting.queries.standing import assessment_digest, charges_digest
from tejido.reporting.terms import proposed

from .doings import (
    DAY,
    FOCAL_POINT,
    OTHER,
    REPRESENTATIVE,
    SECRETARIAT,
    assessed,
    charged,
    confirmed,
    entered,
    handed_in,
    linked,
    selected,
    table,
    told,
)
from .test_acts import refused

pytestmark = pytest.mark.django_db
HOME, IMPORTS, SELECTIONS = "/reporting/", "/reporting/imports/", "/reporting/selections/"
CANARY = "CANARIO"


@pytest.fixture(autouse=True)
def _at(at_now):
    at_now(NOW)


def page(cast, address=HOME, who=FOCAL_POINT, status=200) -> str:
    answer = cast.client(who).get(address)
    assert answer.status_code == status
    return answer.content.decode()


def send(cast, address, sent, who=FOCAL_POINT, status=302):
    answer = cast.client(who).post(address, sent)
    assert answer.status_code == status, answer.content.decode()[-2000:]
    return answer


def of(row) -> str:
    return f"/reporting/recommendations/{row.key}/"


def test_an_empty_space_says_what_to_do_next(cast):
    assert "Bring in the file that you have" in page(cast)
    assert "Your focal point brings them in" in page(cast, who=REPRESENTATIVE)
    assert "What lacks is seen once" in page(cast, f"{HOME}gaps/")
    assert "Choose to whom you report" in page(cast, SELECTIONS)
    assert "Your focal point prepares them" in page(cast, SELECTIONS, REPRESENTATIVE)
    assert "Nobody was told yet" in page(cast, f"{HOME}tellings/")
    assert "Follow-up for a review" in page(cast, f"{HOME}templates/")


def test_the_list_is_filtered_and_goes_over_pages(cast):
    for number in range(52):
        entered(cast, paragraph=str(number), themes=["Policía" if number else "Otro"])
    assert "52 recommendations" in page(cast)
    assert "1 of 2" in page(cast)
    assert "2 of 2" in page(cast, f"{HOME}?page=2")
    assert "1 recommendation<" in page(cast, f"{HOME}?theme=Otro")
    assert "None fits" in page(cast, f"{HOME}?words=nada")
    assert "theme=Polic%C3%ADa" in page(cast, f"{HOME}?theme=Policía").partition("Later")[0][-400:]


def test_what_lacks_is_counted_and_listed(cast):
    row = entered(cast, texts={"es": "Sola."})
    html = page(cast, f"{HOME}gaps/")
    assert html.count("Sola.") == 4
    linked(cast, row, initiative(cast))
    charged(cast, row, principal="JUS")
    assessed(cast, row)
    html = page(cast, f"{HOME}gaps/")
    assert (html.count("Sola."), html.count("None lacks this")) == (1, 3)


def test_one_is_entered_by_hand_and_a_form_keeps_what_was_typed(cast):
    sent = {"mechanism": "upr", "symbol": "A/1", "targets": "16.1, 99", "position": "noted", "text_es": "Formar."}
    html = send(cast, f"{HOME}recommendations/new/", sent, status=422).content.decode()
    assert "“99” is no goal or target" in html
    assert "Formar." in html
    assert (
        "at least one language"
        in send(
            cast, f"{HOME}recommendations/new/", {**sent, "text_es": "", "targets": ""}, status=422
        ).content.decode()
    )
    more = {"targets": "16.1, 16\n4", "states": "Brisa\n\nCumbre", "themes": "a", "text_pt": "Formar!"}
    send(cast, f"{HOME}recommendations/new/", sent | more)
    row = Recommendation.objects.get()
    assert (row.targets, row.states, row.texts) == (
        ["16.1", "16", "4"], ["Brisa", "Cumbre"], {"es": "Formar.", "pt": "Formar!"}
    )  # fmt: skip  # one row
    html = page(cast, f"{of(row)}changes/")
    assert "Brisa\nCumbre" in html
    changed = {**sent, "targets": "", "symbol": "A/2", "seen": re.search(r'name="seen" value="(\w+)"', html)[1]}
    send(cast, f"{of(row)}changes/", changed)
    assert Recommendation.objects.get().symbol == "A/2"
    html = send(cast, f"{of(row)}changes/", {**changed, "symbol": "A/3"}, status=422).content.decode()
    assert "Somebody changed this while you had it open." in html
    assert 'value="A/3"' in html  # what was typed is kept, and what stands is told beside it
    assert "Now it says: A/2" in html
    assert "Now it says: —" not in html
    assert Recommendation.objects.get().symbol == "A/2"
    now = re.search(r'name="seen" value="(\w+)"', html)[1]
    send(cast, f"{of(row)}changes/", {**changed, "symbol": "A/3", "seen": now})
    assert Recommendation.objects.get().symbol == "A/3"


def test_the_page_of_one_shows_what_is_done_for_it_by_whom_and_what_it_can_be_given(cast, text):
    row = entered(cast, texts={"es": "Formar.", "pt": "Formar!"}, states=["Brisa"], address="https://x.org/a")
    html = page(cast, of(row))
    assert "Nothing is linked yet" in html
    assert "Enter an initiative first" in html
    work, indicator = initiative(cast), define(cast)
    report(cast, indicator, "2026-Q1", 200)
    send(cast, f"{of(row)}initiatives/", {"initiatives": [work.key], "note": "Forma."})
    send(cast, f"{of(row)}values/", {"evidence": f"{indicator.key}/2026-Q1"})
    send(cast, f"{of(row)}values/", {"evidence": f"{indicator.key}/", "note": "Todo."})
    send(cast, f"{of(row)}sections/", {"section": f"{text.key}/{SECTION_A}"})
    charge = {"principal": [cast.institutions["XA/JUS"].key], "seen": charges_digest(row)}
    send(cast, f"{of(row)}charges/", charge)
    assess = {"status": "done", "words": "Hecho.", "language": "es", "cluster": "Eje"}
    send(cast, f"{of(row)}assessments/", {**assess, "seen": assessment_digest(row)})
    late = send(cast, f"{of(row)}charges/", charge, status=422).content.decode()
    assert "Somebody changed this" in late
    late = send(cast, f"{of(row)}assessments/", {**assess, "words": "Lo mío.", "seen": "x"}, status=422)
    html = late.content.decode()
    assert all(words in html for words in ("Lo mío.", "Hecho.", "Somebody changed this"))
    now = re.search(r'assessments/">.*?name="seen" value="(\w+)"', html)[1]
    send(cast, f"{of(row)}assessments/", {**assess, "seen": now})
    html = page(cast, of(row))
    for words in (
        "Escuelas sin odio", "Forma.", "Persons trained", "200 persons", "Factores de riesgo", "JUS de XA", "Hecho.",
        "Eje", "Brisa", "https://x.org/a", "Nobody was told yet",
    ):  # fmt: skip  # one list
        assert words in html, words
    assert "Remove it" not in html
    assert "Save" not in page(cast, of(row), "XA/representative/DEF")
    assert "Write down where we stand" in page(cast, of(row), REPRESENTATIVE)
    for link in ValueLink.objects.all():
        send(cast, f"{HOME}links/value/{link.key}/removals/", {})
    assert ValueLink.objects.count() == 0
    page(cast, f"{HOME}links/nothing/{row.key}/removals/", status=405)
    send(cast, f"{HOME}links/nothing/{row.key}/removals/", {}, status=404)


def test_what_is_wrong_is_said_on_the_page_that_one_came_from(cast):
    row, work = entered(cast), initiative(cast)
    twice = [cast.institutions["XA/JUS"].key]
    for place, sent in (
        ("initiatives", {}), ("values", {}), ("sections", {}), ("assessments", {"status": "nothing"}),
        ("charges", {"principal": twice, "alternate": twice}),
    ):  # fmt: skip  # one list
        client = cast.client(FOCAL_POINT)
        html = client.post(f"{of(row)}{place}/", sent, follow=True).content.decode()
        assert "message error" in html, place
    linked(cast, row, work)
    assert (
        "linked already"
        in send(cast, f"{of(row)}initiatives/", {"initiatives": [work.key]}, status=409).content.decode()
    )


def test_an_initiative_says_which_recommendations_it_answers_to_its_member_alone(cast):
    work, row = initiative(cast), entered(cast, texts={"es": f"{CANARY} texto"})
    linked(cast, row, work)
    told(cast, selected(cast), code="network")
    html = page(cast, f"{HOME}initiatives/{work.key}/")
    assert CANARY in html
    assert "It says the same now" in html
    page(cast, f"{HOME}initiatives/{work.key}/", OTHER, 404)


def test_evidence_is_the_members_own_and_not_linked_twice(cast):
    row, indicator, foreign = entered(cast), define(cast), define(cast, OTHER, of="XB")
    report(cast, indicator, "2026-Q1")
    link = lambda key, period="": commands.link_indicator(  # noqa: E731
        actor=cast.actor(FOCAL_POINT), recommendation=row, indicator=key, period=period, at=NOW
    )
    link(indicator.key, "2026-Q1")
    assert refused(lambda: link(indicator.key, "2026-Q1")) == No.LINKED
    assert refused(lambda: link(indicator.key, "2026-Q2")) == No.NOT_OF_MEMBER  # nothing is reported there
    assert refused(lambda: link(foreign.key)) == No.NOT_OF_MEMBER
    act = lambda who: commands.link_indicator(  # noqa: E731
        actor=cast.actor(who), recommendation=row, indicator=indicator.key, at=NOW
    )
    for who in (REPRESENTATIVE, OTHER, SECRETARIAT):
        assert str(refused(lambda who=who: act(who))) == "not_yours"


## Files


def test_a_file_is_read_corrected_confirmed_and_undone_page_by_page(cast):
    raw = BytesIO(table(("A/1", "Formar.", "x"), ("A/2", "", "y"), header=("Doc.", "Qué piden", "Z")))
    raw.name = "lista.csv"
    how = {"mechanism": "upr", "language": "es", "days": "dmy"}
    answer = send(cast, IMPORTS, {**how, "file": raw})
    here = answer["Location"]
    html = page(cast, here)
    assert "2 rows cannot be taken" in html
    assert "No row of this file can be imported" in html
    same = send(cast, here, {**how, "h0": "symbol", "h1": "symbol"}, status=422).content.decode()
    assert "“Doc.” is “Document symbol” already" in same
    send(cast, here, {**how, "h0": "symbol", "h1": "text"})
    html = page(cast, here)
    assert "1 new recommendation" in html
    assert "Formar." in html
    file = cast.client(FOCAL_POINT).get(f"{here}rows-to-mend.csv")
    assert read(file.content)[0].rows[0][0] == "3"
    seen = html.partition('name="seen" value="')[2].partition('"')[0]
    send(cast, f"{here}confirmations/", {"seen": seen})
    html = page(cast, here)
    assert "Imported on" in html
    assert "no text of a recommendation" in html
    assert "lista.csv" in page(cast, IMPORTS)
    file = cast.client(FOCAL_POINT).get(f"{here}rows-to-mend.csv")
    assert read(file.content)[0].header[:3] == ("Row of the file", "What is wrong", "Doc.")
    send(cast, f"{here}undoings/", {})
    assert "Undone on" in page(cast, here)
    assert "undone" in page(cast, IMPORTS)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "no table with rows"),
        (b"a,b\n", "no table with rows"),
        (b"PK\x03\x04x", "damaged"),
        (b'a,"b\n', "quotation"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(cast, raw, words):
    file = BytesIO(raw)
    file.name = "f.csv"
    sent = {"mechanism": "upr", "language": "es", "days": "dmy", "file": file}
    html = send(cast, IMPORTS, sent, status=422).content.decode()
    assert words in html or "empty" in html


def test_a_confirmation_without_what_was_seen_leads_back(cast):
    intake = handed_in(cast, table(("A/1", "1", "Formar.", "")))
    send(cast, f"{IMPORTS}{intake.key}/confirmations/", {})
    assert Intake.objects.get().confirmed_at is None


def test_the_empty_table_is_understood_when_it_comes_back(cast):
    answer = cast.client(FOCAL_POINT, language="pt").get(f"{IMPORTS}model.xlsx")
    (sheet,) = read(answer.content)
    assert all(proposed(sheet.header, {}).values())


## Reports


def test_a_report_is_saved_looked_at_taken_along_told_and_closed_page_by_page(cast):
    row = entered(cast, texts={"es": "=1+1", "en": "Train."})
    extra = entered(cast, paragraph="2", texts={"es": "Censar."})
    sent = {
        "name": "Informe 2027", "destination": "upr", "languages": ["es", "en"], "template": "review", "scope": "all",
        "since": "2027-02-01", "until": "2027-01-01", "due": "2027-03-20",
    }  # fmt: skip  # one row of a table
    html = send(cast, f"{SELECTIONS}new/", sent, status=422).content.decode()
    assert "before the beginning" in html
    send(cast, f"{SELECTIONS}new/", sent | {"until": ""})
    report_ = Selection.objects.get()
    here = f"{SELECTIONS}{report_.key}/"
    html = page(cast, here)
    assert "cells are not reported" in html
    assert "no informado" in html  # in the language of the table
    assert "Train." in page(cast, f"{here}?table=review&language=en")
    assert "Train." not in page(cast, f"{here}?table=nothing&language=en")
    assert "awaited by" in page(cast)
    for ending in ("csv", "xlsx"):
        found = read(cast.client(FOCAL_POINT).get(f"{here}report.{ending}").content)[0]
        assert (found.header[1], found.rows[0][1], found.rows[0][3]) == ("Recomendación", "=1+1", "no informado")
    assert b"'=1+1" in cast.client(FOCAL_POINT).get(f"{here}report.csv").content
    said = json.loads(cast.client(FOCAL_POINT).get(f"{here}report.json?table=recommendations&language=en").content)
    assert (said["destination"], said["rows"][0]["values"]["text"], said["rows"][0]["values"]["done"]) == (
        "upr", "Train.", None
    )  # fmt: skip  # one row
    for table_, turned in (("review", True), ("simore", False)):  # of many columns each row is set by itself
        word = cast.client(FOCAL_POINT).get(f"{here}report.docx?table={table_}&language=es")
        with ZipFile(BytesIO(word.content)) as archive:
            body = archive.read("word/document.xml").decode()
        assert ('w:orient="landscape"' in body) == turned
        assert "no informado" in body
    page(cast, f"{here}report.exe", status=404)
    send(cast, f"{here}picks/", {"keys": [extra.key], "how": "out"})
    send(cast, f"{here}picks/", {"keys": ["nothing"], "how": "out"})  # led back
    html = page(cast, here)
    assert "1 left out by hand" in html
    seen = html.partition('name="seen" value="')[2].partition('"')[0]
    send(cast, f"{here}tellings/", {"format": "csv", "told_on": ""})  # led back
    assert Telling.objects.count() == 0
    send(cast, f"{here}tellings/", {"seen": seen, "format": "csv", "told_on": "2027-03-01", "recipient": "Oficina"})
    one = Telling.objects.get()
    there = f"{HOME}tellings/{one.key}/"
    html = page(cast, there)
    assert "a report of today would say the same" in html
    assert one.paper.digest in html
    file = cast.client(FOCAL_POINT).get(f"{there}file/")
    assert file.content == bytes(one.paper.data)
    assessed(cast, row)
    charged(cast, row, principal="JUS")
    html = page(cast, there)
    assert "Told so on" in html
    assert "JUS de XA" in html
    assert "JUS de XA" in page(cast, of(row)).partition("To whom it was told")[2]
    assert "awaited by" not in page(cast)
    html = page(cast, f"{here}changes/")
    assert 'value="2027-03-20"' in html
    send(cast, f"{here}changes/", sent | {"until": "", "scope": "picked"})
    assert "Nothing is in this report yet" in page(cast, here)
    send(cast, f"{here}closings/", {})
    assert "Closed on" in page(cast, here)
    assert "closed" in page(cast, SELECTIONS)
    for address in (f"{HOME}tellings/", here):
        html = page(cast, address)
        assert ("Informe 2027" in html, "XA/focal_point" in html, "focal_point MRE XA" in html) == (True, False, True)


def test_the_file_that_was_really_sent_is_kept_in_the_place_of_ours(cast):
    entered(cast)
    row = selected(cast)
    here = f"{SELECTIONS}{row.key}/"
    seen = page(cast, here).partition('name="seen" value="')[2].partition('"')[0]
    sent = {"seen": seen, "format": "docx", "told_on": "2027-03-01"}
    for name in ("final.exe", "final.docx"):
        file = BytesIO(b"as it was sent")
        file.name = name
        send(cast, f"{here}tellings/", {**sent, "file": file})
    one = Telling.objects.get()
    assert (bytes(one.paper.data), one.is_own_file) == (b"as it was sent", True)
    assert "worked on outside" in page(cast, f"{HOME}tellings/{one.key}/")


def test_a_table_is_made_by_numbering_columns(cast):
    address = f"{HOME}templates/new/recommendation/"
    assert "Give at least one column a place" in send(cast, address, {"name": "X"}, status=422).content.decode()
    send(cast, address, {"name": "Nuestra", "p_text": "2", "p_position": "1", "h_text_es": "Texto íntegro"})
    row = Template.objects.get()
    assert row.columns == [
        {"field": "position", "headings": {}}, {"field": "text", "headings": {"es": "Texto íntegro"}}
    ]  # fmt: skip  # one row
    assert "Texto íntegro" in page(cast, f"{HOME}templates/{row.key}/")
    send(cast, f"{HOME}templates/{row.key}/", {"name": "Otra", "p_text": "1"})
    assert "Otra" in page(cast, f"{HOME}templates/")
    entered(cast)
    report_ = selected(cast, template=row.key)
    assert '<th scope="col">Recomendación</th>' in page(cast, f"{SELECTIONS}{report_.key}/")
    commands.close_selection(actor=cast.actor(FOCAL_POINT), selection=report_, at=NOW)
    send(cast, f"{HOME}templates/{row.key}/removals/", {})
    assert "Recomendación" in page(cast, f"{SELECTIONS}{report_.key}/")  # as it was
    page(cast, f"{HOME}templates/new/nothing/", status=404)


## Desk and letters


def test_the_desk_says_what_has_nobody_responsible_and_which_report_is_awaited(cast):
    assert "nobody responsible" not in page(cast, "/")
    entered(cast)
    selected(cast, name="Informe A", due=date(2027, 3, 20))
    selected(cast, name="Informe B", due=date(2027, 2, 20))
    html = page(cast, "/")
    for words in ("1 recommendation has nobody responsible", "A report is awaited", "A report is overdue", "Informe A"):
        assert words in html, words
    for who in (REPRESENTATIVE, OTHER, SECRETARIAT):
        assert "Informe A" not in page(cast, "/", who)


def test_the_desk_costs_the_same_however_much_waits(cast):
    cost = lambda: queries_of(lambda: page(cast, "/"))  # noqa: E731
    entered(cast)
    selected(cast, due=date(2027, 3, 20))
    one = cost()
    for number in range(2):
        entered(cast, paragraph=str(number))
        selected(cast, due=date(2027, 3, 20))
    assert cost() == one


@pytest.mark.parametrize(("days", "subject"), [(10, "is awaited by"), (-3, "was awaited by"), (20, ""), (-20, "")])
def test_who_keeps_the_reports_is_reminded_once_and_the_letter_says_nothing_of_what_is_in_them(cast, days, subject):
    selected(cast, name=f"{CANARY} informe", due=NOW.date() + DAY * days, destination=Destination.GAAMAC)
    assert run_due(NOW) == (3 if subject else 0)  # focal point, alternate and validating authority
    assert run_due(NOW + DAY) == 0
    letters = list(Letter.objects.filter(occasion__startswith="report:"))
    assert {letter.to.email.partition(".")[0] for letter in letters} <= {"xa"}
    assert all(subject.split()[-2] or True for _letter in letters) if subject else letters == []
    assert CANARY not in "".join(letter.subject + letter.body for letter in letters)
    assert mail.outbox == []


def test_nobody_is_reminded_of_what_is_invented(cast):
    selected(cast, due=NOW.date(), is_demonstration=True)
    assert run_due(NOW) == 0


## What others learn


def test_nobody_else_learns_anything_from_any_page_or_file(cast):
    row = entered(cast, texts={"es": f"{CANARY} texto"})
    linked(cast, row, initiative(cast))
    intake = confirmed(cast, handed_in(cast, table((f"{CANARY}/1", "1", "x", ""))))
    report_ = selected(cast, name=CANARY)
    one = told(cast, report_)
    addresses = [
        of(row), f"{IMPORTS}{intake.key}/", f"{IMPORTS}{intake.key}/rows-to-mend.csv", f"{SELECTIONS}{report_.key}/",
        f"{SELECTIONS}{report_.key}/report.csv", f"{HOME}tellings/{one.key}/", f"{HOME}tellings/{one.key}/file/",
    ]  # fmt: skip  # one list
    for who in (OTHER, SECRETARIAT, "network/observer"):
        for address in addresses:
            assert CANARY not in page(cast, address, who, 404)
    for address in (HOME, f"{HOME}gaps/", IMPORTS, SELECTIONS, f"{HOME}tellings/", f"{HOME}templates/"):
        assert CANARY not in page(cast, address, OTHER)
        page(cast, address, SECRETARIAT, 404)
    assert CANARY in page(cast)


def test_a_longer_list_costs_no_more_queries(cast, text):
    def more(number):
        row = entered(cast, paragraph=str(number))
        linked(cast, row, initiative(cast))
        charged(cast, row, principal="JUS")
        return row

    first = more(1)
    report_ = selected(cast)
    told(cast, report_)
    addresses = (HOME, f"{HOME}gaps/", of(first), SELECTIONS, f"{SELECTIONS}{report_.key}/", f"{HOME}tellings/")
    cost = lambda: [queries_of(lambda address=address: page(cast, address)) for address in addresses]  # noqa: E731
    one = cost()
    more(2)
    more(3)
    selected(cast)
    assert cost() == one
