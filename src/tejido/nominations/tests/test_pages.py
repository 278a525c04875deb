"""The pages of calls, nominations, places and participants, as each person gets them."""

import csv
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from icalendar import Calendar

from cast import NOW, ZONE
from counting import queries_of
from tejido.nominations import commands
from tejido.nominations.models import Call, Needs, Nominee, SupportingLetter
from tejido.nominations.names import Rank, Standing
from tejido.people.queries import guest_token
from tejido.seminars.tests.made import announced

from .doings import AFTER, enter, extend, give, nominate, open_call, person
from .made import participant

pytestmark = pytest.mark.django_db
DEADLINE = {"deadline_0": "2027-03-31", "deadline_1": "18:00", "zone": ZONE}
TERMS = {"quota": "2", "alternates": "1", "women": "50", "spread": "on", "grades": ["directing"], "kept_days": "90"}


@pytest.fixture(autouse=True)
def now(at_now):
    at_now(NOW)
    return at_now


@pytest.fixture
def seminar(cast):
    return announced(cast)


@pytest.fixture
def call(cast, seminar):
    return open_call(cast, seminar, wishes={"women": 50, "spread": True, "grades": ["directing"]})


def said(answer, status=200):
    assert answer.status_code == status
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def table(answer):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_secretariat_opens_changes_extends_and_closes_a_call(cast, seminar):
    client, at = cast.client("network/secretariat"), f"/seminars/{seminar.key}/call/"
    other = cast.client("XA/focal_point")
    assert "No call yet" in said(other.get("/calls/"))
    assert "No call yet" in said(other.get(at))
    assert "First part" in said(client.get("/calls/"))
    assert "Open a call" in said(client.get(at))
    assert client.post(at).status_code == 404
    assert "Open the call" in said(client.get(f"{at}openings/"))
    new = f"{at}openings/"
    assert "Write one a line" in said(client.post(new, {**TERMS, **DEADLINE, "quotas": "viele"}), 422)
    assert "still to come" in said(client.post(new, {**TERMS, **DEADLINE, "deadline_0": "2027-02-01"}), 422)
    page = said(client.post(new, {**TERMS, **DEADLINE, "quotas": "xb 1"}, follow=True))
    assert "The call is open. The members are told." in page
    assert "at least 50 % women" in page
    assert "deleted 90 days after" in page
    call = Call.objects.get()
    assert (call.quotas, call.wishes["grades"]) == ({"XB": 1}, ["directing"])
    assert "Saved." in said(client.post(at, {**TERMS, "quota": "3"}, follow=True))
    assert "Persons of each member" in said(client.post(at, {**TERMS, "quota": "0"}), 422)
    later = {"member": "XA", **DEADLINE, "deadline_0": "2027-04-09", "reason": "Faltó"}
    assert "Extended" in said(client.post(f"{at}extensions/", later, follow=True))
    assert "Reason" in said(client.post(f"{at}extensions/", {**later, "reason": ""}, follow=True))
    client.post(f"{at}extensions/", {**later, "member": "", "deadline_0": "2027-04-20"})
    assert "April 20, 2027" in said(other.get(at))
    assert "1 call" not in said(other.get("/calls/"))
    assert "0 nominations of ours" in said(other.get("/calls/"))
    assert "The call is closed." in said(client.post(f"{at}closings/", follow=True))
    for who, place in ((other, "extensions/"), (other, "closings/"), (other, "words/"), (Client(), "")):
        assert who.post(f"{at}{place}").status_code == 404
    assert Client().get("/calls/").status_code == 404


def test_a_call_that_may_not_be_opened_says_why(cast, seminar):
    seminar.state = "preparing"
    seminar.save()
    at = f"/seminars/{seminar.key}/call/"
    assert cast.client("network/secretariat").post(f"{at}openings/", {**TERMS, **DEADLINE}).status_code == 409
    for place in ("", "openings/"):
        assert cast.client("XA/focal_point").get(f"{at}{place}").status_code == 404


def test_letters_go_out_in_the_words_of_the_house_or_of_the_secretariat(cast, call):
    at = f"/seminars/{call.seminar_id}/call/"
    own, client = cast.client("XA/focal_point"), cast.client("network/secretariat")
    for kind in ("letter", "note"):
        assert own.get(f"{at}{kind}.pdf").content[:5] == b"%PDF-"
        assert client.get(f"{at}{kind}.docx?member=XB").content[:2] == b"PK"
    for wrong in ("letter.odt", "poem.pdf"):
        assert own.get(f"{at}{wrong}").status_code == 404
    assert client.get(f"{at}letter.pdf?member=ZZ").status_code == 404
    words = {"letter_en": "To {member}: until {deadline}.\n\n{Not a place}", "note_es": "Nota para {member}."}
    assert "{quota}" in said(client.get(f"{at}words/"))
    assert "Saved." in said(client.post(f"{at}words/", words, follow=True))
    assert "To {member}" in said(client.get(f"{at}words/"))
    assert own.get(f"{at}letter.docx").content[:2] == b"PK"
    event = Calendar.from_ical(own.get(f"{at}deadline.ics").content).walk("VEVENT")[0]
    assert event["DTSTART"].dt == call.deadline


def test_a_focal_point_drafts_puts_in_order_submits_and_changes(cast, call):
    client, at = cast.client("XA/focal_point"), f"/seminars/{call.seminar_id}/nominations/"
    assert "Nobody entered yet" in said(client.get(at))
    assert "Save as a draft" in said(client.get(f"{at}new/"))
    sent = {"rank": "principal", "language": "es", "sex": "female", "grade": "middle"}
    assert "valid email" in said(client.post(f"{at}new/", {**sent, "email": "x"}), 422)
    assert "Saved as a draft." in said(client.post(f"{at}new/", sent, follow=True))
    page = said(client.get(at))
    assert "The name is missing." in page
    assert "Submit the nominations" not in page
    row = Nominee.objects.get()
    here = f"/nominees/{row.key}/"
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', client.get(here).content.decode())[1]
    full = {
        **sent,
        "name": "Persona",
        "post": "Jueza",
        "institution": cast.institutions["XA/JUS"].key,
        "email": "p@example.org",
    }
    assert client.post(here, {**full, "seen": "0"}).status_code == 409
    assert "Saved." in said(client.post(here, {**full, "seen": seen}, follow=True))
    enter(cast, call, number=2)
    client.post(f"/nominees/{row.key}/moves/", {"way": "down"})
    client.post(f"/nominees/{row.key}/moves/", {"way": "sideways"})
    page = client.get(at).content.decode()
    assert page.index("Persona XA 02") < page.index(">Persona<")
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page)[1]
    assert client.post(f"{at}submissions/", {}).status_code == 409
    assert "Submitted." in said(client.post(f"{at}submissions/", {"seen": seen}, follow=True))
    assert "2 nominations of ours" in said(client.get("/calls/"))
    assert "Enter a person" in said(client.get(at))
    assert "Enter a person" not in said(cast.client("XA/validating_authority").get(at))
    enter(cast, call, number=3)
    draft = Nominee.objects.get(standing=Standing.DRAFT)
    assert "The draft is removed." in said(client.post(f"/nominees/{draft.key}/removals/", follow=True))


def test_after_the_deadline_the_page_says_so_and_nothing_is_changed(cast, call, now):
    [row] = nominate(cast, call)
    now(AFTER)
    client, at = cast.client("XA/focal_point"), f"/seminars/{call.seminar_id}/nominations/"
    assert "Ask the secretariat to extend it" in said(client.get(at))
    assert client.get(f"{at}new/").status_code == 200
    assert (
        client.post(f"{at}new/", {"rank": "principal", "language": "es", "sex": "male", "grade": "middle"}).status_code
        == 409
    )
    page = said(client.get(f"/nominees/{row.key}/"))
    assert "Directora" in page
    assert "Withdraw the nomination" in page
    extend(cast, call, "XA", at=NOW)
    assert "Enter a person" in said(client.get(at))


def test_supporting_letters_are_what_they_say_they_are(cast, call):
    row, client = enter(cast, call), cast.client("XA/focal_point")
    at = f"/nominees/{row.key}/letters/"
    for name, data in (("carta.pdf", b"PK\x03\x04"), ("carta.docx", b"%PDF-"), ("carta.exe", b"MZ")):
        answer = client.post(at, {"file": SimpleUploadedFile(name, data)}, follow=True)
        assert "is neither a PDF nor a Word file" in said(answer)
    large = SimpleUploadedFile("carta.pdf", b"%PDF-" + b"x" * 5 * 2**20)
    assert "larger than 5 MB" in said(client.post(at, {"file": large}, follow=True))
    page = said(client.post(at, {"file": SimpleUploadedFile("carta.pdf", b"%PDF-1.7")}, follow=True))
    assert "carta.pdf" in page
    letter = SupportingLetter.objects.get()
    file = client.get(f"{at}{letter.key}/")
    assert (file.content, file["Content-Disposition"]) == (b"%PDF-1.7", 'attachment; filename="carta.pdf"')
    other = cast.client("XB/focal_point")
    assert other.get(f"{at}{letter.key}/").status_code == other.post(f"{at}{letter.key}/removals/").status_code == 404
    assert cast.client("network/secretariat").get(f"{at}{letter.key}/").status_code == 404
    client.post(f"{at}{letter.key}/removals/")
    assert not SupportingLetter.objects.exists()


def test_the_secretariat_sees_what_comes_of_the_places_and_gives_them(cast, call, now):
    client, at = cast.client("network/secretariat"), f"/seminars/{call.seminar_id}/places/"
    assert "Nobody nominated yet" in said(client.get(at))
    call.seminar.capacity = 2
    call.seminar.save()
    nominate(cast, call, "XA", 2, sex="male")
    nominate(cast, call, "XB", 1, sex="male")
    page = said(client.get(at))
    assert "0 % are women; at least 50 % were wished." in page
    assert "Nobody of the grade “Directing or senior”." in page
    assert "no place left" in page
    assert "Close the call, or wait" in page
    now(AFTER)
    client = cast.client("network/secretariat")
    assert client.post(f"{at}givings/", {}).status_code == 409
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', client.get(at).content.decode())[1]
    assert "The places are given." in said(client.post(f"{at}givings/", {"seen": seen}, follow=True))
    row = Nominee.objects.filter(standing=Standing.ADMITTED)[0]
    assert "A new link is on its way." in said(client.post(f"/nominees/{row.key}/links/", follow=True))
    assert cast.client("XA/focal_point").get(at).status_code == 404
    call.seminar.capacity = None
    call.seminar.save()
    assert "2 persons from one institution" in said(client.get(at))


def test_a_member_withdraws_replaces_and_has_data_deleted(cast, call, now):
    first, second = nominate(cast, call, "XA", 2)
    give(cast, call)
    now(AFTER)
    client = cast.client("XA/focal_point")
    assert "Send another person instead" in said(client.get(f"/nominees/{first.key}/"))
    sent = {
        **person(cast, number=8),
        "institution": cast.institutions["XA/DEF"].key,
        "sex": "other",
        "grade": "teaching",
    }
    sent = {**sent, "language": "pt", "reason": "Viaja otra."}
    assert "The other person is admitted" in said(
        client.post(f"/nominees/{first.key}/replacements/", sent, follow=True)
    )
    assert "Reason" in said(client.post(f"/nominees/{second.key}/replacements/", {**sent, "reason": ""}), 422)
    assert "Viaja otra." in said(client.get(f"/seminars/{call.seminar_id}/nominations/"))
    assert "Viaja otra." in said(client.get(f"/nominees/{first.key}/"))
    long = client.post(f"/nominees/{second.key}/withdrawals/", {"reason": "x" * 301}, follow=True)
    assert "Reason" in said(long)
    assert "withdrawn" in said(client.post(f"/nominees/{second.key}/withdrawals/", follow=True))
    assert "The data are deleted." in said(client.post(f"/nominees/{second.key}/erasures/", follow=True))
    assert client.get(f"/nominees/{second.key}/").status_code == 404
    secretariat = cast.client("network/secretariat")
    assert "(data deleted)" in said(secretariat.get(f"/seminars/{call.seminar_id}/places/"))
    assert "The data are deleted." in said(secretariat.post(f"/nominees/{first.key}/erasures/", follow=True))


## What each audience sees


@pytest.fixture
def people(cast, call):
    """Confirmed: one as usual, one who leaves the post out, one of a security force, one at risk, one of Brisa."""
    made = {
        "usual": participant(cast, call, number=1, name="Ana Usual", post="Jueza", shares_email=True),
        "quiet": participant(cast, call, number=2, name="Beto Callado", post="Fiscal", withheld=["post"]),
        "force": participant(cast, call, number=3, name="Ciro Fuerza", post="Comisario", is_security=True),
        "risk": participant(
            cast, call, number=4, name="Dora Riesgo", post="Defensora", is_at_risk=True, badge="D.", shares_email=True
        ),
        "other": participant(cast, call, "XB", name="Elsa Otra", post="Asesora"),
    }
    Needs.objects.create(nominee=made["risk"], diet="Dieta Canario", at=NOW)
    return made


def test_before_the_list_is_shown_nobody_else_sees_anybody(cast, call, people):
    at = f"/seminars/{call.seminar_id}/participants/"
    for who in ("XB/focal_point", "XA/focal_point", "network/chair"):
        client = cast.client(who)
        assert client.get(at).status_code == client.get(f"{at}files/participants.csv").status_code == 404
    assert "5 persons have confirmed." in said(cast.client("network/secretariat").get(at))
    assert "Nobody has confirmed yet" in said(
        cast.client("network/secretariat").get(f"/seminars/{bare(cast).key}/participants/")
    )


def bare(cast):
    seminar = announced(cast, part=2)
    open_call(cast, seminar)
    return seminar


def test_the_list_shows_each_person_as_far_as_they_and_their_member_said(cast, call, people):
    at = f"/seminars/{call.seminar_id}/participants/"
    assert "The network sees the list now." in said(
        cast.client("network/secretariat").post(f"{at}releases/", follow=True)
    )
    other = said(cast.client("XB/focal_point").get(at))
    for words in ("Ana Usual", "Jueza", "Beto Callado", "Ciro Fuerza", "a participant of Aldea", "Elsa Otra"):
        assert words in other
    for words in ("Fiscal", "Comisario", "Dora", "Riesgo", "Defensora", "participant-xa-01@example.org", "Canario"):
        assert words not in other
    assert "5 participants" in other
    own = said(cast.client("XA/focal_point").get(at))
    assert "Dora Riesgo" in own
    assert "Fiscal" in own
    rows = table(cast.client("XB/validating_authority").get(f"{at}files/participants.csv"))
    assert ["XA", "a participant of Aldea", "", ""] in rows
    assert rows[-1][1] == "Elsa Otra"


def test_badges_bear_what_each_person_chose(cast, call, people):
    at = f"/seminars/{call.seminar_id}/participants/files/"
    client = cast.client("network/secretariat")
    names = [row[1] for row in table(client.get(f"{at}badges.csv"))[1:]]
    assert names == ["Ana Usual", "Beto Callado", "Ciro Fuerza", "D.", "Elsa Otra"]
    assert client.get(f"{at}badges.xlsx").content[:2] == b"PK"
    assert cast.client("XA/focal_point").get(f"{at}badges.csv").status_code == 404
    for wrong in ("badges.pdf", "nada.csv"):
        assert client.get(f"{at}{wrong}").status_code == 404


def test_tables_hold_everybody_for_the_secretariat_and_only_its_own_for_a_member(cast, call, people):
    at = f"/seminars/{call.seminar_id}/participants/files/nominations.csv"
    assert "Dieta Canario" in str(table(cast.client("network/secretariat").get(at)))
    own = table(cast.client("XB/focal_point").get(at))
    assert [row[4] for row in own[1:]] == ["Elsa Otra"]
    assert "Canario" not in str(own)
    assert cast.client("XA/representative/JUS").get(at).status_code == 404
    assert "Dieta Canario" in said(cast.client("XA/focal_point").get(f"/nominees/{people['risk'].key}/"))


def test_small_groups_are_told_to_nobody_else_and_numbers_outlive_the_persons(cast, call, people):
    for number in range(10, 16):
        participant(cast, call, "XB", number, sex="female", name=f"N{number}")
    commands.list_participants(actor=cast.secretariat, call=call, at=NOW)
    at = f"/seminars/{call.seminar_id}/"
    shown = said(cast.client("XC/validating_authority").get(f"{at}participants/"))
    assert "Not said 45 % 5" in shown
    assert "too few" not in shown
    participant(cast, call, "XB", 20, sex="male")
    shown = said(cast.client("XC/validating_authority").get(f"{at}participants/"))
    assert shown.count("too few to be told") == 2
    commands.erase_call(call=call, at=call.is_kept_until)
    page = said(cast.client("network/secretariat").get(f"{at}places/"))
    assert "Brisa 100 % 8 of 2 8 8 6" in page
    assert "a participant of Aldea" in said(cast.client("XB/focal_point").get(f"{at}participants/"))


def test_participants_see_one_another_as_far_as_each_shows_it(cast, call, people):
    guest = Client(headers={"accept-language": "en"})
    enter_by_link(guest, people["other"])
    assert "The list is not shown yet" in said(guest.get("/taking-part/participants/"))
    commands.list_participants(actor=cast.secretariat, call=call, at=NOW)
    page = said(guest.get("/taking-part/participants/"))
    assert "participant-xa-01@example.org" in page
    for words in ("participant-xa-02@example.org", "Fiscal", "Dora", "participant-xa-04"):
        assert words not in page


def enter_by_link(guest, row):
    commands.ask_for_link(email=row.email, at=NOW)
    row.refresh_from_db()
    guest.post(f"/invitations/{guest_token(row.seed)}/")


def test_a_letter_for_a_visa_is_made_and_nothing_of_it_is_kept(call, people):
    guest = Client(headers={"accept-language": "en"})
    enter_by_link(guest, people["usual"])
    sent = {
        "name": "Ana Usual",
        "nationality": "XA",
        "passport": "CANARIO123",
        "born": "1980",
        "language": "es",
        "ending": "docx",
    }
    assert "kept nowhere" in said(guest.get("/taking-part/visa/"))
    assert "Passport number" in said(guest.post("/taking-part/visa/", {**sent, "passport": ""}), 422)
    assert guest.post("/taking-part/visa/", sent).content[:2] == b"PK"
    sent |= {"consulate": "Consulado", "ending": "pdf"}
    assert guest.post("/taking-part/visa/", sent).content[:5] == b"%PDF-"
    assert "CANARIO123" not in str([list(model.objects.values()) for model in (Nominee, Needs)])


def test_only_invented_persons_can_be_tried(cast, call, people):
    client = cast.client("network/secretariat")
    at = f"/nominees/{people['usual'].key}/trials/"
    assert client.post(at).status_code == 404
    call.seminar.is_demonstration = True
    call.seminar.save()
    assert "See the participant’s pages" in said(client.get(f"/nominees/{people['usual'].key}/"))
    assert "Welcome, Ana Usual" in said(client.post(at, follow=True))
    commands.ask_for_link(email=people["usual"].email, at=NOW)
    assert cast.client("XB/focal_point").post(at).status_code == 404


## The cost


def test_the_pages_cost_the_same_at_every_size(cast, call, now):
    participant(cast, call, shares_email=True)
    commands.list_participants(actor=cast.secretariat, call=call, at=NOW)
    at = f"/seminars/{call.seminar_id}/"
    pages = {
        "XA/focal_point": ("/calls/", f"{at}call/", f"{at}nominations/", f"{at}participants/"),
        "network/secretariat": ("/calls/", f"{at}call/", f"{at}places/", f"{at}participants/files/nominations.csv"),
    }
    clients = {who: cast.client(who) for who in pages}

    def costs():
        return [
            queries_of(lambda a=a, w=who: said(clients[w].get(a))) for who, several in pages.items() for a in several
        ]

    costs()
    first = costs()
    for number in (2, 3):
        participant(cast, call, number=number)
        participant(cast, call, "XB", number=number, rank=Rank.ALTERNATE)
        open_call(cast, announced(cast, part=number))
    assert costs() == first
    assert max(first) <= 24
