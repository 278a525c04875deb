"""A formal act asks for a second factor shown minutes ago. Nothing else makes a session fresh; ten minutes end it."""

import pytest

from tejido.people.commands import choose_seat
from tejido.people.freshness import SHOWN, is_fresh
from tejido.people.models import Account

from .signing_in import PASSWORD, SECOND_FACTOR, browser, code_of, set_up_app, sign_in
from .signing_in import is_fresh as acts_freshly

pytestmark = pytest.mark.django_db
OFFICE = "network/secretariat"
TEN_MINUTES = 600


@pytest.fixture
def person(cast):
    """The person of the secretariat, with a password of their own."""
    account = cast.account(OFFICE)
    account.set_password(PASSWORD)
    account.save()
    choose_seat(account=account, seat=cast.seats[cast.office(OFFICE)].key)
    return account


@pytest.fixture
def secret(person, client, clock):
    sign_in(client, person.email)
    secret = set_up_app(client)
    clock.pass_(30)
    return secret


def test_a_password_makes_nobody_fresh_neither_at_sign_in_nor_confirmed(person, client, clock):
    sign_in(client, person.email)
    assert not acts_freshly(client)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert not acts_freshly(client)


def test_setting_up_an_app_makes_nobody_fresh(secret, client):
    assert not acts_freshly(client)


def test_a_code_shown_again_makes_the_session_fresh_for_ten_minutes(secret, client, clock):
    client.post("/accounts/2fa/reauthenticate/", {"code": code_of(secret)})
    clock.pass_(TEN_MINUTES - 1)
    assert acts_freshly(client)
    clock.pass_(1)
    assert not acts_freshly(client)


def test_a_wrong_code_makes_nobody_fresh(secret, client):
    client.post("/accounts/2fa/reauthenticate/", {"code": "000000" if code_of(secret) != "000000" else "000001"})
    assert not acts_freshly(client)


def test_whoever_signs_in_with_a_second_factor_is_fresh(secret, person, clock):
    client = browser()
    sign_in(client, person.email)
    client.post(SECOND_FACTOR, {"code": code_of(secret)})
    assert acts_freshly(client)


def test_one_session_is_fresh_and_the_other_of_the_same_person_is_not(secret, client, person, clock):
    other = browser()
    other.force_login(person)
    client.post("/accounts/2fa/reauthenticate/", {"code": code_of(secret)})
    assert (acts_freshly(client), acts_freshly(other)) == (True, False)


def test_signing_out_ends_freshness(secret, client, person):
    client.post("/accounts/2fa/reauthenticate/", {"code": code_of(secret)})
    client.post("/accounts/logout/")
    client.force_login(person)
    assert not acts_freshly(client)


def test_what_another_account_showed_in_a_session_counts_for_nobody_else(cast, person, client, clock):
    client.force_login(person)
    session = client.session
    session[SHOWN] = [str(cast.account("XA/focal_point").pk), clock()]
    session.save()
    assert not acts_freshly(client)


def test_a_demonstration_account_has_nothing_to_show(client, person):
    client.force_login(person)
    assert not is_fresh(client.get("/members/").wsgi_request)
    Account.objects.filter(pk=person.pk).update(is_demonstration=True)
    assert acts_freshly(client)
