"""A passkey lets its holder in alone and makes the session fresh; a stolen or replayed answer does neither."""

import pytest

from tejido.people.freshness import SHOWN
from tejido.people.models import Account

from .passkey import CONFIRM, SIGN_IN, Passkey
from .signing_in import EMAIL, PASSWORD, browser, is_in, open_for, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def key(client):
    """Ana's passkey; she is signed in with it set up."""
    open_for(password=PASSWORD)
    sign_in(client)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    key = Passkey()
    assert key.set_up(client).status_code == 302
    return key


def has_shown(client) -> bool:
    return SHOWN in client.session


def test_setting_up_a_passkey_makes_nobody_fresh(key, client):
    assert not has_shown(client)


def test_a_passkey_alone_lets_its_holder_in_and_makes_the_session_fresh(key):
    elsewhere = browser()
    key.sign_in(elsewhere)
    assert elsewhere.get("/members/").wsgi_request.user.email == EMAIL
    assert has_shown(elsewhere)


def test_a_passkey_shown_again_makes_the_session_fresh(key, client):
    key.confirm(client)
    assert has_shown(client)


def test_the_password_no_longer_suffices_once_there_is_a_passkey(key):
    elsewhere = browser()
    assert sign_in(elsewhere).headers["location"] == "/accounts/2fa/authenticate/"
    assert not is_in(elsewhere)


def test_another_key_lets_nobody_in_under_a_name_that_is_not_its_own(key):
    thief = Passkey()
    thief.id, thief.owner = key.id, key.owner
    elsewhere = browser()
    thief.sign_in(elsewhere)
    assert not is_in(elsewhere)


def test_an_answer_that_was_overheard_opens_nothing_a_second_time(key):
    elsewhere, thief = browser(), browser()
    options = elsewhere.get(SIGN_IN, headers={"x-requested-with": "XMLHttpRequest"}).json()
    answer = key.signed(options)
    elsewhere.post(SIGN_IN, {"credential": answer})
    thief.get(SIGN_IN, headers={"x-requested-with": "XMLHttpRequest"})
    thief.post(SIGN_IN, {"credential": answer})
    assert (is_in(elsewhere), is_in(thief)) == (True, False)


def test_a_passkey_of_somebody_else_makes_nobody_s_session_fresh(key, client):
    other = browser()
    other.force_login(open_for("eva@example.org", PASSWORD))
    other.post("/accounts/reauthenticate/", {"password": PASSWORD})
    own = Passkey()
    own.set_up(other)
    options = other.get(CONFIRM)
    assert options.status_code == 200
    key.confirm(other)
    assert not has_shown(other)
    own.confirm(other)
    assert has_shown(other)


def test_a_passkey_to_an_account_that_was_closed_lets_nobody_in(key):
    Account.objects.update(is_active=False)
    elsewhere = browser()
    key.sign_in(elsewhere)
    assert not is_in(elsewhere)
