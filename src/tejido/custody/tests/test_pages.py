"""The pages on which two persons erase a third one."""

from datetime import timedelta

import pytest

from cast import NOW, Cast
from counting import queries_of
from tejido.custody.models import Erasing
from tejido.custody.queries import formers
from tejido.people.models import Account
from tejido.registry.models import Mandate

pytestmark = pytest.mark.django_db


def former(cast: Cast, number: int = 1) -> Account:
    account = Account.objects.create_user(f"former{number}@example.org", name=f"Former Person {number}")
    seat = cast.seats[cast.office("XA/representative/DEF")]
    Mandate.objects.create(seat=seat, account=account, since=NOW - timedelta(days=9), until=NOW - timedelta(days=1))
    return account


def test_two_persons_erase_a_third_one_on_the_pages(cast, at_now):
    at_now(NOW)
    account = former(cast)
    asking, agreeing = cast.client("XA/focal_point"), cast.client("XA/alternate")
    assert "Former Person 1" in asking.get("/persons/").content.decode()
    assert asking.get(f"/persons/{account.pk.hex}/").status_code == 200
    answer = asking.post(f"/persons/{account.pk.hex}/")
    row = Erasing.objects.get()
    assert answer["Location"] == f"/erasings/{row.key}/"
    assert "Withdraw the request" in asking.get(answer["Location"]).content.decode()
    assert "Former Person 1" in agreeing.get("/persons/").content.decode()
    assert "Agree, and erase" in agreeing.get(answer["Location"]).content.decode()
    assert agreeing.post(f"/erasings/{row.key}/agreements/").status_code == 302
    assert "Everybody who ever held a seat here still holds one." in agreeing.get("/persons/").content.decode()
    assert asking.get(answer["Location"]).status_code == 404


def test_a_request_is_withdrawn_on_its_page(cast, at_now):
    at_now(NOW)
    account, client = former(cast), cast.client("XA/focal_point")
    client.post(f"/persons/{account.pk.hex}/")
    row = Erasing.objects.get()
    assert "A request waits for a second person already." in client.get(f"/persons/{account.pk.hex}/").content.decode()
    assert client.post(f"/erasings/{row.key}/withdrawals/").status_code == 302
    row.refresh_from_db()
    assert row.withdrawn_at is not None


def test_of_who_serves_the_page_says_that_mandates_have_to_end_first(cast):
    serving = cast.account("XA/representative/JUS")
    page = cast.client("XA/focal_point").get(f"/persons/{serving.pk.hex}/").content.decode()
    assert "Their mandates have to end first." in page


def test_the_list_costs_the_same_however_long_it_is(cast):
    former(cast)
    actor = cast.actor("XA/focal_point")
    first = queries_of(lambda: formers(actor, NOW))
    for number in (2, 3, 4):
        former(cast, number)
    assert len(formers(actor, NOW)) == 4
    assert queries_of(lambda: formers(actor, NOW)) == first
