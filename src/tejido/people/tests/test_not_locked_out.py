"""Attempts are slowed down, and nobody is locked out by the attempts of others: a member can always come in.

Somebody who knows an address can make its password useless for five minutes. Its holder comes in by passkey meanwhile,
stays in where they are, and is let in by the password afterwards; nobody else's account notices.
"""

import statistics
import time

import pytest

from .passkey import Passkey
from .signing_in import EMAIL, LOGIN, PASSWORD, browser, is_in, link_for, open_for, sign_in

pytestmark = pytest.mark.django_db
TRIES = 8


def spray(*emails: str) -> None:
    """Somebody elsewhere tries passwords."""
    for number in range(TRIES):
        for email in emails:
            stranger = browser()
            stranger.defaults["REMOTE_ADDR"] = f"192.0.2.{number % 250 + 1}"
            sign_in(stranger, email, f"wrong wrong {number}")


@pytest.fixture
def key(client):
    open_for(password=PASSWORD)
    sign_in(client)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    key = Passkey()
    assert key.set_up(client).status_code == 302
    return key


def test_who_is_sprayed_comes_in_by_passkey_and_stays_in_where_they_are(key, client):
    spray(EMAIL)
    assert "Too many" in sign_in(browser()).content.decode(), "the password waits"
    assert is_in(client), "the session goes on"
    elsewhere = browser()
    key.sign_in(elsewhere)
    assert is_in(elsewhere)


def test_who_is_sprayed_comes_in_by_a_link_of_the_operator():
    ana = open_for(password=PASSWORD)
    spray(EMAIL)
    elsewhere = browser()
    elsewhere.post(link_for(ana))
    assert is_in(elsewhere)


def test_the_password_works_again_after_five_minutes(clock):
    open_for(password=PASSWORD)
    spray(EMAIL)
    clock.pass_(301)
    again = browser()
    again.defaults["REMOTE_ADDR"] = "198.51.100.7"
    sign_in(again)
    assert is_in(again)


def test_a_spray_over_all_addresses_of_a_member_keeps_no_other_member_out():
    emails = [f"{name}@xa.example" for name in "abc"]
    for email in (*emails, "eva@xb.example"):
        open_for(email, PASSWORD)
    spray(*emails)
    eva = browser()
    eva.defaults["REMOTE_ADDR"] = "198.51.100.8"
    sign_in(eva, "eva@xb.example")
    assert is_in(eva)


@pytest.mark.thorough
@pytest.mark.anywhere
def test_the_processor_works_as_long_for_an_address_that_is_known_as_for_one_that_is_not(settings, monkeypatch):
    """Two hundred of each, in turn, with the hash of a real house; the medians differ by less than a twentieth."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    settings.ACCOUNT_RATE_LIMITS = {}
    monkeypatch.setattr("django.contrib.auth.hashers.PBKDF2PasswordHasher.iterations", 30_000)
    open_for(password=PASSWORD)
    taken: dict[str, list[float]] = {EMAIL: [], "nobody@example.org": []}
    for number in range(200):
        for email, times in taken.items():
            client = browser()
            client.get(LOGIN)
            began = time.thread_time()
            sign_in(client, email, f"wrong wrong {number}")
            times.append(time.thread_time() - began)
    known, unknown = (statistics.median(times) for times in taken.values())
    assert abs(known - unknown) / max(known, unknown) < 0.05, (known, unknown)
