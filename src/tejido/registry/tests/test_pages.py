"""The register as pages: public in what sources say, silent about persons, and the choice of a seat."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from cast import NOW, SOURCE
from counting import queries_of
from tejido.ledger.actors import CONSOLE
from tejido.people.commands import open_account
from tejido.people.models import Account
from tejido.registry.commands import (
    begin_mandate,
    create_seat,
    enter_institution,
    enter_member,
    enter_standing,
    found_network,
)
from tejido.registry.models import Institution, InstitutionName, Mandate, Member, Network, Standing
from tejido.registry.names import Status
from tejido.registry.queries import demonstration_seats

pytestmark = pytest.mark.django_db
HOLDER = "Persona de XA/focal_point/MRE"
TITLE = "focal_point MRE XA"
FOUNDED_AT = datetime(2020, 1, 1, tzinfo=UTC)


def public() -> Client:
    return Client(headers={"accept-language": "en"})


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_anybody_reads_what_the_sources_say_of_each_member(cast):
    told = page(public(), "/members/")
    assert [name in told for name in ("Aldea", "Brisa", "Cumbre", SOURCE)] == [True] * 4
    assert "Member of record today" in page(public(), "/members/XA/")


def test_a_disputed_status_is_shown_as_such_and_nobody_decides_it(cast, at_now):
    enter_standing(
        actor=CONSOLE, member=cast.members["XC"], at=NOW, status=Status.MEMBER, since=NOW.date(), is_disputed=True,
        says={"es": "…"}, source=SOURCE,
    )  # fmt: skip
    assert "The sources disagree" in page(public(), "/members/XC/")
    Standing.objects.filter(member=cast.members["XC"]).update(status=Status.OBSERVER, is_disputed=False)
    assert "Not a member of record" in page(public(), "/members/XC/")


@pytest.mark.parametrize("code", ["ZZ", "xa", "XA%00", "../XA"])
def test_a_member_that_is_not_there_is_not_found(cast, code):
    assert public().get(f"/members/{code}/").status_code == 404


def test_the_public_sees_neither_seats_nor_holders(cast):
    told = page(public(), "/members/XA/")
    assert "MRE de XA" in told
    assert TITLE not in told
    assert HOLDER not in told


@pytest.mark.parametrize("who", ["XB/focal_point", "network/secretariat", "network/chair", "network/observer"])
def test_another_member_and_the_network_s_own_seats_see_the_seats_and_no_names(cast, who):
    told = page(cast.client(who), "/members/XA/")
    assert TITLE in told
    assert HOLDER not in told


@pytest.mark.parametrize("who", ["XA/focal_point", "XA/representative/JUS"])
def test_the_seats_of_a_member_know_who_holds_the_others(cast, who):
    assert HOLDER in page(cast.client(who), "/members/XA/")


def test_a_vacant_seat_is_shown_as_vacant(cast):
    told = page(cast.client("XB/focal_point"), "/members/XC/")
    assert told.count('<span class="badge waiting">vacant</span>') == 4  # who speaks for it, and its house


def test_a_network_without_members_says_what_to_do_next(db):
    assert "No members yet" in page(public(), "/members/")


def enter(code: str, at=NOW) -> Mandate:
    """A member of whom a source speaks, and in the house of Y1 one institution more with a seat that somebody holds."""
    said = {"status": "member", "since": NOW.date(), "says": {"es": "…"}, "source": SOURCE}
    member = enter_member(actor=CONSOLE, code=code, name={"es": code}, languages=["es"], since=NOW.date(), at=at)
    enter_standing(actor=CONSOLE, member=member, at=at, **said)
    house = {"name": {"es": code}, "branch": "executive", "member": Member.objects.get(code="Y1")}
    institution = enter_institution(actor=CONSOLE, code=code, at=at, **house)
    seat = create_seat(actor=CONSOLE, institution=institution, role="focal_point", title={"es": code}, at=at)
    email = f"{code}@example.org"
    account = open_account(actor=CONSOLE, email=email, name=code, language="es", zone="UTC", at=at)
    return begin_mandate(actor=CONSOLE, seat=seat, account=account, since=FOUNDED_AT, at=at)


@pytest.mark.parametrize("address", ["/members/", "/members/Y1/"])
def test_a_longer_register_costs_no_more_queries(db, address):
    found_network(actor=CONSOLE, name={"es": "Red"}, languages=["es"], zone="UTC", at=NOW)
    client = public()
    client.force_login(enter("Y1").account)
    page(client, address)
    of_one = queries_of(lambda: page(client, address))
    for code in ("Y2", "Y3"):
        enter(code)
    assert page(client, address).count("Y3")
    assert queries_of(lambda: page(client, address)) == of_one
    assert of_one <= 14


@pytest.mark.parametrize(
    "address",
    [
        "/institutions/",
        f"/institutions/?on=2026-06-01&words=y&page={'9' * 5000}",
        "/institutions/{house}/",
        "/institutions/{house}/?on=2026-06-01",
        "/seats/{seat}/",
    ],
)
def test_a_longer_history_costs_no_more_queries(db, address):
    found_network(actor=CONSOLE, name={"es": "Red"}, languages=["es"], zone="UTC", at=NOW)
    client, mandate = public(), enter("Y1")
    client.force_login(mandate.account)
    seat = mandate.seat
    address = address.format(house=seat.institution_id, seat=seat.key)
    page(client, address)
    of_one = queries_of(lambda: page(client, address))
    for number, code in enumerate(("Y2", "Y3")):
        account = enter(code).account
        past = FOUNDED_AT - timedelta(days=400 * (number + 1))
        Mandate.objects.create(seat=seat, account=account, since=past, until=past + timedelta(days=100))
        heir = Institution.objects.get(code=code)
        InstitutionName.objects.create(institution=seat.institution, name={"es": code}, since=past.date())
        create_seat(actor=CONSOLE, institution=seat.institution, role="representative", title={"es": code}, at=NOW)
        Institution.objects.filter(key=heir.key).update(successor=seat.institution_id)
    page(client, address)
    assert queries_of(lambda: page(client, address)) == of_one


def test_a_person_acts_from_the_seat_they_chose_among_those_they_hold(cast, at_now):
    client = cast.client("XA/focal_point")
    seat = cast.seats["XC/focal_point/MRE"]
    begin_mandate(actor=CONSOLE, seat=seat, account=cast.account("XA/focal_point"), since=NOW, at=NOW)
    assert "Act from another seat" in page(client, "/members/")
    answer = client.post("/seats/", {"seat": seat.key})
    assert answer.headers["location"] == "/"
    assert client.get("/members/").wsgi_request.actor.office == seat.office


@pytest.mark.parametrize("wanted", ["XB/focal_point/MRE", "network/secretariat/SEC", "XC/focal_point/MRE", None])
def test_nobody_takes_a_seat_that_they_do_not_hold(cast, wanted):
    client = cast.client("XA/focal_point")
    answer = client.post("/seats/", {"seat": cast.seats[wanted].key if wanted else ""})
    assert answer.status_code == 409
    assert "You do not hold this seat now." in answer.content.decode()
    assert client.get("/members/").wsgi_request.actor.office == "XA/focal_point/MRE"


def test_a_stranger_takes_no_seat_and_an_address_alone_chooses_none(cast):
    assert public().post("/seats/", {"seat": cast.seats["XA/focal_point/MRE"].key}).status_code == 409
    assert cast.client("XA/focal_point").get("/seats/").status_code == 405


@pytest.fixture
def on_trial(cast):
    """A demonstration account in a vacant seat; gives the address of the one click into it."""
    account = open_account(
        actor=CONSOLE, email="demo@example.org", name="Demo", language="es", zone="UTC", at=NOW, is_demonstration=True
    )
    seat = cast.seats["XC/focal_point/MRE"]
    begin_mandate(actor=CONSOLE, seat=seat, account=account, since=NOW, at=NOW)
    return f"/trials/{seat.key}/"


def make_demonstration() -> None:
    Network.objects.update(is_demonstration=True)


def test_one_click_leads_into_a_seat_of_a_demonstration_network(cast, on_trial, at_now):
    make_demonstration()
    client = public()
    assert client.post(on_trial).headers["location"] == "/"
    actor = client.get("/members/").wsgi_request.actor
    assert (actor.office, actor.is_fresh) == ("XC/focal_point/MRE", True)
    assert [seat.office for seat in demonstration_seats(NOW)] == ["XC/focal_point/MRE"]


def test_outside_a_demonstration_there_is_no_such_click_not_even_for_a_demonstration_account(cast, on_trial, at_now):
    client = public()
    assert client.post(on_trial).status_code == 404
    assert not client.get("/members/").wsgi_request.user.is_authenticated
    assert demonstration_seats(NOW) == []
    signed_in = public()
    signed_in.force_login(Account.objects.get(email="demo@example.org"))
    assert signed_in.post(on_trial).status_code == 404


def test_in_a_demonstration_the_click_opens_no_seat_of_a_real_person(cast, on_trial, at_now):
    make_demonstration()
    for seat in cast.seats.values():
        answer = public().post(f"/trials/{seat.key}/")
        assert answer.status_code == (302 if seat.office == "XC/focal_point/MRE" else 404)
    assert public().post("/trials/unknown/").status_code == 404


def test_the_click_is_a_click_and_leads_nowhere_before_the_mandate_begins(cast, on_trial, at_now):
    make_demonstration()
    assert public().get(on_trial).status_code == 405
    at_now(NOW - timedelta(seconds=1))
    assert public().post(on_trial).status_code == 404


def test_without_a_network_there_is_nothing_to_try(db):
    assert public().post("/trials/unknown/").status_code == 404
    assert demonstration_seats(NOW) == []


def test_the_click_asks_for_its_form(cast, on_trial, at_now):
    make_demonstration()
    careful = Client(enforce_csrf_checks=True)
    assert careful.post(on_trial).status_code == 403
