"""Coming in by password and second factor, from the first link to a formal act, and what ends a session."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core import mail

from tejido.people.freshness import SHOWN
from tejido.people.models import Account

from .signing_in import (
    EMAIL,
    LOGIN,
    PASSWORD,
    SECOND_FACTOR,
    SESSION,
    browser,
    code_of,
    is_in,
    link_for,
    open_for,
    set_up_app,
    sign_in,
)

pytestmark = pytest.mark.django_db
OTHER_PASSWORD = "otra frase larga y propia"


@pytest.fixture
def ana():
    return open_for(password=PASSWORD)


@pytest.fixture
def secret(ana, client, clock):
    """The secret of the app that Ana has set up; `client` is signed out again, and a new code is shown."""
    sign_in(client)
    secret = set_up_app(client)
    client.post("/accounts/logout/")
    clock.pass_(30)
    return secret


def test_from_the_first_link_to_the_second_factor(client, clock):
    client.post(link_for(open_for()))
    assert client.get("/accounts/password/set/").status_code == 200
    client.post("/accounts/password/set/", {"password1": PASSWORD, "password2": PASSWORD})
    assert is_in(client)  # whoever has just chosen the first password goes on from here
    secret = set_up_app(client)
    assert SHOWN not in client.session
    clock.pass_(30)
    assert client.get("/confirmations/?next=/members/").headers["location"].startswith("/accounts/2fa/reauthenticate/")
    answer = client.post("/accounts/2fa/reauthenticate/?next=/members/", {"code": code_of(secret)})
    assert answer.headers["location"] == "/members/"
    assert SHOWN in client.session


def test_the_password_alone_lets_nobody_in_who_has_a_second_factor(client, secret):
    assert sign_in(client).headers["location"] == SECOND_FACTOR
    assert not is_in(client)
    assert client.post(SECOND_FACTOR, {"code": code_of(secret)}).status_code == 302
    assert is_in(client)


def test_a_wrong_code_lets_nobody_in(client, secret):
    sign_in(client)
    wrong = f"{(int(code_of(secret)) + 1) % 1_000_000:06}"
    assert client.post(SECOND_FACTOR, {"code": wrong}).status_code == 200
    assert not is_in(client)


def test_a_code_cannot_be_used_twice(client, secret):
    code, watcher = code_of(secret), browser()
    for person in (client, watcher):
        sign_in(person)
        person.post(SECOND_FACTOR, {"code": code})
    assert (is_in(client), is_in(watcher)) == (True, False)


def test_an_old_code_does_not_work(client, secret, clock):
    code = code_of(secret)
    clock.pass_(60)
    sign_in(client)
    client.post(SECOND_FACTOR, {"code": code})
    assert not is_in(client)


def test_nobody_comes_to_the_second_factor_without_the_password(client, secret):
    assert client.get(SECOND_FACTOR).headers["location"] == LOGIN
    assert client.post(SECOND_FACTOR, {"code": code_of(secret)}).headers["location"] == LOGIN
    assert not is_in(client)


def test_a_recovery_code_replaces_the_app_once(client, secret):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    codes = RecoveryCodes(Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES)).get_unused_codes()
    other = browser()
    for person in (client, other):
        sign_in(person)
        person.post(SECOND_FACTOR, {"code": codes[0]})
    assert (is_in(client), is_in(other)) == (True, False)


def test_nobody_signs_up_by_themselves(client):
    answer = client.post("/accounts/signup/", {"email": EMAIL, "password1": PASSWORD, "password2": PASSWORD})
    assert answer.status_code in {200, 403}
    assert not Account.objects.exists()


def test_a_password_is_long_and_not_one_of_the_common_ones(client):
    client.post(link_for(open_for()))
    for weak in ("short", "password1234", "ana@example.org"):
        client.post("/accounts/password/set/", {"password1": weak, "password2": weak})
        assert not Account.objects.get().has_usable_password(), weak


def test_the_session_after_signing_in_is_not_the_one_before(client, secret):
    sign_in(client)
    before = client.session.session_key
    client.post(SECOND_FACTOR, {"code": code_of(secret)})
    assert client.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


def test_signing_out_ends_the_session_and_its_cookie_opens_nothing_any_more(ana, client):
    sign_in(client)
    cookie = client.cookies[SESSION].value
    client.post("/accounts/logout/")
    thief = browser()
    thief.cookies[SESSION] = cookie
    assert [is_in(client), is_in(thief)] == [False, False]


def test_looking_at_the_page_to_sign_out_signs_nobody_out(ana, client):
    sign_in(client)
    client.get("/accounts/logout/")
    assert is_in(client)


def test_changing_the_password_ends_every_other_session(ana, client):
    elsewhere = browser()
    for person in (client, elsewhere):
        sign_in(person)
    values = {"oldpassword": PASSWORD, "password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD}
    client.post("/accounts/password/change/", values)
    assert [is_in(client), is_in(elsewhere)] == [True, False]
    sign_in(elsewhere, password=OTHER_PASSWORD)
    assert is_in(elsewhere)


def test_a_forgotten_password_is_replaced_by_mail_and_ends_every_session(ana, client):
    sign_in(client)
    elsewhere = browser()
    elsewhere.post("/accounts/password/reset/", {"email": EMAIL})
    link = next(word for word in mail.outbox[0].body.split() if "/accounts/password/reset/key/" in word)
    path = elsewhere.get(link.split("testserver")[1]).headers["location"]
    elsewhere.post(path, {"password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD})
    assert not is_in(client)
    sign_in(client, password=OTHER_PASSWORD)
    assert is_in(client)
    assert elsewhere.get(link.split("testserver")[1]).status_code == 200  # used up: it leads to no form any more


def test_a_closed_account_is_out_on_the_very_next_request(ana, client):
    sign_in(client)
    Account.objects.update(is_active=False)
    assert not is_in(client)
    sign_in(client)
    assert not is_in(client)


def _told(answer) -> tuple[int, str, str]:
    """What a stranger learns from an answer: status, where it leads, and its page without tokens and addresses."""
    page = answer.content.decode()
    for varying in (str(answer.context["csrf_token"]) if answer.context else "", EMAIL, "nobody@example.org"):
        page = page.replace(varying, "…") if varying else page
    return answer.status_code, answer.headers.get("location", ""), page


def test_signing_in_answers_the_same_for_who_has_an_account_and_who_has_none(ana):
    open_for("unset@example.org")
    known = sign_in(browser(), EMAIL, "wrong wrong wrong")
    unknown = sign_in(browser(), "nobody@example.org", "wrong wrong wrong")
    unset = sign_in(browser(), "unset@example.org", "wrong wrong wrong")
    assert _told(known) == _told(unknown)
    assert _told(unset)[0] == _told(known)[0]
    assert "not correct" in known.content.decode()


def test_asking_for_a_new_password_answers_the_same_for_who_has_an_account_and_who_has_none(ana):
    answers = [
        browser().post("/accounts/password/reset/", {"email": email}, follow=True)
        for email in (EMAIL, "nobody@example.org")
    ]
    assert answers[0].redirect_chain == answers[1].redirect_chain
    assert _told(answers[0]) == _told(answers[1])
    assert [message.to for message in mail.outbox] == [[EMAIL], ["nobody@example.org"]]


def test_somebody_who_tries_passwords_is_slowed_down(ana, client):
    for _ in range(5):
        sign_in(client, password="wrong wrong wrong")
    assert "Too many" in sign_in(client).content.decode()
    assert not is_in(client)
