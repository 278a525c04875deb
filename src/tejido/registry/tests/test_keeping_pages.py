"""Keeping the register in the browser: what a page offers is what its reader may do, and errors change nothing."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from cast import FOUNDED, NOW, SOURCE
from tejido.ledger.actors import CONSOLE
from tejido.people.models import Account, Letter
from tejido.registry.commands import end_mandate
from tejido.registry.models import Institution, Member, Seat, Standing

pytestmark = pytest.mark.django_db
SECRETARIAT = "network/secretariat"
NEW_MEMBER = {"code": "XD", "name_es": "Delta", "since": FOUNDED.isoformat(), "source": SOURCE}
HOUSE = {"code": "SAL", "name_es": "Ministerio de Salud", "branch": "executive"}
SECOND = timedelta(seconds=1)
PERSON = {"email": "eva@example.org", "name": "Eva", "language": "pt", "zone": "America/Asuncion"}


def appointments(cast, office: str) -> str:
    return f"/seats/{cast.seats[office].key}/appointments/"


def endings(cast, office: str) -> str:
    return f"/seats/{cast.seats[office].key}/endings/"


def seats(cast, institution: str) -> str:
    return f"/institutions/{cast.institutions[institution].key}/seats/"


def said(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_secretariat_enters_a_member_with_its_source(cast):
    client = cast.client(SECRETARIAT)
    assert said(client, "/members/new/")
    answer = client.post("/members/new/", NEW_MEMBER, follow=True)
    assert answer.redirect_chain == [("/members/XD/", 302)]
    assert SOURCE in answer.content.decode()


def test_a_name_that_is_missing_is_asked_for_at_its_field_in_the_language_of_the_reader(cast):
    answer = cast.client(SECRETARIAT, language="pt").post("/members/new/", {**NEW_MEMBER, "name_es": ""})
    html = answer.content.decode()
    assert re.search('<a href="#id_name_pt">.+</a>: Escreva-o em ao menos um idioma.', html)
    assert not re.search(r'<label for="id_name_pt">[^/]+class="optional"', html)
    assert html.index('name="name_pt"') < html.index('name="code"')


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "x!"}, {"code": "ABCDEFGHIJ"}, {"name_es": " "}, {"since": "pronto"}, {"source": ""},
        {"since": "0001-01-01"}, {"since": "9999-12-31"},
    ],
)  # fmt: skip  # one table, read as one
def test_a_member_without_what_is_needed_is_asked_again(cast, wrong):
    answer = cast.client(SECRETARIAT).post("/members/new/", {**NEW_MEMBER, **wrong})
    assert (answer.status_code, Member.objects.count()) == (422, 3)


def test_a_code_that_is_taken_is_said_to_be_taken(cast):
    answer = cast.client(SECRETARIAT).post("/members/new/", {**NEW_MEMBER, "code": "XA"})
    assert answer.status_code == 422
    assert "The code XA is already in the register." in answer.content.decode()
    assert "Delta" in answer.content.decode()
    client = cast.client(SECRETARIAT)
    for code in (302, 422):
        assert client.post("/sectors/", {"code": "SAL", "name_es": "Salud"}).status_code == code


@pytest.mark.parametrize("who", ["XA/focal_point", "network/chair", ""])
def test_nobody_else_is_offered_to_enter_a_member_or_can(cast, who):
    client = cast.client(who) if who else Client()
    assert "/members/new/" not in said(client, "/members/")
    assert client.get("/members/new/").status_code == 403
    assert client.post("/members/new/", NEW_MEMBER).status_code == 403
    assert (
        client.post("/members/XA/standings/", {"status": "member", "since": "2020-01-01", "source": "x"}).status_code
        == 403
    )
    assert (Member.objects.count(), Standing.objects.count()) == (3, 3)


def test_what_another_source_says_is_entered_beside_the_first(cast):
    values = {"status": "unlisted", "since": FOUNDED.isoformat(), "source": "otra fuente", "is_disputed": "on"}
    answer = cast.client(SECRETARIAT).post("/members/XA/standings/", values, follow=True)
    assert "otra fuente" in answer.content.decode()
    assert Standing.objects.filter(member__code="XA", is_disputed=True).count() == 1


@pytest.mark.parametrize("address", ["/members/ZZ/standings/", "/members/ZZ/institutions/"])
def test_nothing_is_entered_of_a_member_that_is_not_there(cast, address):
    assert cast.client(SECRETARIAT).post(address, {}).status_code == 404


@pytest.mark.parametrize("key", ["unknown", "x" * 99])
def test_an_institution_or_a_seat_that_is_not_there_is_not_found(cast, key):
    client = cast.client(SECRETARIAT)
    for address in (f"/institutions/{key}/seats/", f"/seats/{key}/appointments/", f"/seats/{key}/endings/"):
        assert client.post(address, {}).status_code == 404


def test_a_focal_point_enters_an_institution_its_seat_and_who_holds_it(cast):
    client = cast.client("XA/focal_point")
    entered = client.post("/members/XA/institutions/", HOUSE, follow=True)
    row = Institution.objects.get(code="SAL")
    assert entered.redirect_chain == [(f"/institutions/{row.key}/", 302)]
    assert f'action="/institutions/{row.key}/seats/"' in entered.content.decode()
    client.post(f"/institutions/{row.key}/seats/", {"role": "representative", "name_es": "Enlace de Salud"})
    seat = Seat.objects.get(institution=row)
    assert "Enlace de Salud" in said(client, f"/seats/{seat.key}/appointments/")
    answer = client.post(f"/seats/{seat.key}/appointments/", PERSON, follow=True)
    assert answer.redirect_chain == [("/members/XA/", 302)]
    assert "Eva" in answer.content.decode()
    assert Letter.objects.get().to.email == "eva@example.org"


@pytest.mark.parametrize(
    ("who", "address", "sent"),
    [
        ("XA/focal_point", "/members/XA/institutions/", {**HOUSE, "code": "x"}),
        ("XA/focal_point", "/members/XA/institutions/", {**HOUSE, "code": "JUS"}),
        ("XA/focal_point", "/members/XA/institutions/", {**HOUSE, "place": "XB-1"}),
        ("XA/focal_point", "/institutions/{house}/seats/", {"role": "secretariat", "name_es": "Ministerio de Salud"}),
        (SECRETARIAT, "/members/network/institutions/", {**HOUSE, "code": "SEC"}),
        (SECRETARIAT, "/members/XA/standings/", {"status": "member", "source": "Ministerio de Salud"}),
        (SECRETARIAT, "/members/XA/standings/",
         {"status": "member", "since": "2020-01-01", "until": "2019-01-01", "source": "Ministerio de Salud"}),
        (SECRETARIAT, "/members/XA/departures/", {"until": "", "source": "Ministerio de Salud"}),
        (SECRETARIAT, "/members/XA/departures/", {"until": "2000-01-01", "source": "Ministerio de Salud"}),
    ],
)  # fmt: skip  # one table, read as one
def test_a_form_of_a_page_that_cannot_be_comes_back_open_with_what_was_typed(cast, who, address, sent):
    before = Institution.objects.count(), Seat.objects.count(), Standing.objects.count()
    answer = cast.client(who).post(address.format(house=cast.institutions["XA/JUS"].key), sent)
    shown = answer.content.decode()
    assert (answer.status_code, shown.count('<details class="panel" open>')) == (422, 1)
    assert "Ministerio de Salud" in shown.split('<details class="panel" open>')[1].split("</details>")[0]
    assert re.search('action="/(members/XA|network|institutions/[^/]*)/" class="day-form"', shown)
    assert (Institution.objects.count(), Seat.objects.count(), Standing.objects.count()) == before


def test_a_wrong_form_of_somebody_else_is_not_theirs(cast):
    client, house = cast.client("XB/focal_point"), cast.institutions["XA/JUS"].key
    for address in ("/members/XA/institutions/", "/members/XA/standings/", "/members/XA/departures/",
                    "/members/network/institutions/", f"/institutions/{house}/seats/"):  # fmt: skip
        assert client.post(address, {}).status_code == 403


def test_an_appointment_that_cannot_be_is_asked_again(cast):
    client = cast.client("XA/focal_point")
    answer = client.post(appointments(cast, "XA/representative/JUS"), {**PERSON, "email": "eva"})
    assert (answer.status_code, Account.objects.filter(email="eva").exists()) == (422, False)


def test_the_network_s_own_institutions_and_seats_are_kept_by_the_secretariat(cast):
    client = cast.client(SECRETARIAT)
    answer = client.post("/members/network/institutions/", {**HOUSE, "code": "TRA"}, follow=True)
    row = Institution.objects.get(code="TRA")
    assert answer.redirect_chain == [(f"/institutions/{row.key}/", 302)]
    assert row.member is None
    client.post(f"/institutions/{row.key}/seats/", {"role": "translator", "name_es": "Traducción"})
    assert "Traducción" in said(client, "/network/")
    assert client.get(appointments(cast, "network/chair/PRE")).status_code == 200


@pytest.mark.parametrize("who", ["XA/focal_point", "network/observer"])
def test_other_seats_read_who_serves_the_network_and_keep_nothing(cast, who):
    client = cast.client(who)
    assert 'method="post"' not in said(client, "/network/").split("<main")[1]
    assert client.post("/members/network/institutions/", HOUSE).status_code == 403
    assert client.get(appointments(cast, "network/chair/PRE")).status_code == 403


def test_the_public_does_not_see_the_network_s_own_seats_and_names_nobody(cast):
    assert Client().get("/network/").status_code == 404
    for office in ("XA/representative/JUS", "network/chair/PRE"):
        assert Client().get(appointments(cast, office)).status_code == 404
        assert Client().post(endings(cast, office)).status_code == 404


def test_a_mandate_that_is_ended_on_the_page_is_over_at_once(cast):
    client, holder = cast.client("XA/focal_point"), cast.client("XA/representative/JUS")
    answer = client.post(endings(cast, "XA/representative/JUS"), follow=True)
    assert "The seat is vacant." in answer.content.decode()
    assert holder.get("/members/").wsgi_request.actor.is_public
    assert client.post(endings(cast, "XA/representative/JUS")).status_code == 404


def test_in_the_second_after_a_mandate_ends_its_open_session_reads_nothing_private_and_does_nothing(cast, at_now):
    """The holder signed in while the mandate was valid, and keeps the page open."""
    end_mandate(actor=CONSOLE, mandate=cast.mandates["XA/focal_point/MRE"], until=NOW + SECOND, at=NOW)
    holder, seat = cast.client("XA/focal_point"), cast.seats["XA/alternate/MRE"]
    private, own = f"/seats/{seat.key}/", "/register/files/mandates.csv"
    assert [holder.get(private).status_code, holder.get(own).status_code] == [200, 200]
    assert "Persona de XA/alternate/MRE" in said(holder, private)
    at_now(NOW + SECOND)
    assert [holder.get(address).status_code for address in (private, own, "/network/")] == [404, 404, 404]
    refused = [
        holder.post(endings(cast, "XA/alternate/MRE")).status_code,
        holder.post("/members/XA/institutions/", HOUSE).status_code,
        holder.post("/register/", {}).status_code,
    ]
    assert refused == [404, 403, 404]
    assert not Institution.objects.filter(code="SAL").exists()


def test_who_has_not_just_shown_a_second_factor_is_asked_to_and_nothing_has_happened(cast):
    client = cast.client("XA/focal_point", fresh=False)
    answers = [
        client.post(endings(cast, "XA/representative/JUS")),
        client.post(appointments(cast, "XA/alternate/MRE"), PERSON),
    ]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert "/confirmations/" in answers[0].content.decode()
    assert not Letter.objects.exists()


def test_a_page_of_a_member_offers_to_keep_it_to_its_keepers_and_to_the_secretariat_while_nobody_acts(cast):
    offers = {
        who: "/members/XA/institutions/" in said(cast.client(who), "/members/XA/")
        for who in ("XA/focal_point", "XA/representative/JUS", SECRETARIAT, "XB/focal_point")
    }
    assert offers == {
        "XA/focal_point": True,
        "XA/representative/JUS": False,
        SECRETARIAT: False,
        "XB/focal_point": False,
    }
    assert "/members/XC/institutions/" in said(cast.client(SECRETARIAT), "/members/XC/")


@pytest.mark.parametrize(
    ("address", "sent", "said"),
    [
        ("/institutions/{house}/names/", {"name_es": "Nueva", "since": "", "source": "acta 7"}, "acta 7"),
        ("/institutions/{house}/names/", {"name_es": "Nueva", "since": "2999-01-01", "source": "acta 7"}, "acta 7"),
        ("/institutions/{house}/closings/", {"until": "", "source": "acta 8"}, "acta 8"),
        ("/institutions/{house}/closings/", {"until": "1900-01-01", "source": "acta 8"}, "acta 8"),
        ("/seats/{seat}/closings/", {"until": "2020-99-01"}, "2020-99-01"),
        ("/seats/{seat}/closings/", {"until": "2020-01-01"}, "2020-01-01"),
    ],
)
def test_what_was_typed_comes_back_with_what_is_wrong_in_its_own_form(cast, address, sent, said):
    house, seat = cast.institutions["XA/JUS"], cast.seats["XA/representative/JUS"]
    Institution.objects.filter(key=house.key).update(since=FOUNDED)
    client = cast.client("XA/focal_point")
    answer = client.post(address.format(house=house.key, seat=seat.key), sent)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert shown.count('<details class="panel" open>') == 1
    opened = shown.split('<details class="panel" open>')[1].split("</details>")[0]
    assert ['role="alert"' in opened, f'value="{said}"' in opened] == [True, True]
    ids = re.findall(r'\bid="([^"]+)"', shown)
    assert sorted(set(ids)) == sorted(ids), "every label has its own field"
    assert cast.client("XB/focal_point").post(address.format(house=house.key, seat=seat.key), sent).status_code == 403


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_no_clock_shows_is_asked_again(cast, day):
    client = cast.client("XA/focal_point")
    answer = client.post(f"/seats/{cast.seats['XA/representative/JUS'].key}/closings/", {"until": day})
    assert (answer.status_code, "between 1500 and 2199" in answer.content.decode()) == (422, True)
    mandate = cast.mandates["XA/representative/JUS"]
    sent = {"since": f"{day}T23:59", "until": "", "reason": "acta"}
    answer = client.post(f"/register/mandate/{mandate.key}/corrections/", sent)
    assert (answer.status_code, "between 1500 and 2199" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("institution", {"name_es": "x" * 121}),
        ("institution", {"name_es": " "}),
        ("institution", {"place": "XA-1234"}),
        ("institution", {"place": "XA-1"}),
        ("institution", {"place_name": "x" * 121}),
        ("member", {"name_es": "", "name_pt": "", "name_en": "", "name_fr": ""}),
        ("seat", {"title_es": ""}),
        ("seat", {"title_es": "x" * 121}),
        ("mandate", {"until": "2019-01-01T00:00"}),
    ],
)
def test_a_correction_that_cannot_be_comes_back_with_what_was_typed(cast, kind, wrong):
    rows = {
        "institution": cast.institutions["XA/JUS"],
        "member": cast.members["XA"],
        "seat": cast.seats["XA/representative/JUS"],
        "mandate": cast.mandates["XA/representative/JUS"],
    }
    client = cast.client(SECRETARIAT if kind == "member" else "XA/focal_point")
    address = f"/register/{kind}/{rows[kind].key}/corrections/"
    form = client.get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"reason": "acta 9"} | wrong
    if kind == "mandate":
        sent["since"] = sent["since"].strftime("%Y-%m-%dT%H:%M")
    answer = client.post(address, sent)
    assert (answer.status_code, "acta 9" in answer.content.decode()) == (422, True)
