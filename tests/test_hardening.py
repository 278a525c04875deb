"""What holds for every answer of the house, whoever asks and whatever comes of it: headers, methods, where one is led,
and that no way around a second factor leads in."""

import re

import pytest
from django.test import Client

from cast import make_text
from tejido.people.tests.signing_in import (
    EMAIL,
    PASSWORD,
    SECOND_FACTOR,
    browser,
    is_fresh,
    is_in,
    link_for,
    open_for,
    set_up_app,
    sign_in,
)

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}
ASKED = [
    ("get", "/members/", 200),
    ("get", "/texts/curriculo/", 200),
    ("get", "/preferences/", 200),
    ("get", "/nowhere/", 404),
    ("put", "/members/", 405),
    ("post", "/links/unknown/", 409),
    ("get", "/feeds/texts.xml", None),
    ("get", "/sitemap.xml", None),
]


@pytest.mark.parametrize(("method", "path", "status"), ASKED)
def test_every_answer_has_the_headers_whatever_comes_of_it(cast, method, path, status):
    make_text(cast, slug="curriculo")
    answer = getattr(cast.client("XA/focal_point"), method)(path)
    assert status in {None, answer.status_code}
    found = {part.strip() for part in answer["Content-Security-Policy"].split(";")}
    assert found >= POLICY
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"
    kind = answer.get("Content-Type", "")
    assert "charset=utf-8" in kind.lower() or not re.match(r"text/|.*xml", kind), kind


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND", "X-OURS"])
def test_a_method_that_nobody_needs_does_nothing(cast, method):
    answer = cast.client("XA/focal_point").generic(method, "/members/")
    assert (answer.status_code, b"Cookie" in answer.content) == (405, False)


ELSEWHERE = ["https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)"]


@pytest.mark.parametrize("place", ELSEWHERE)
def test_nobody_is_led_to_another_house(place):
    open_for(password=PASSWORD)
    client = browser()
    answers = [
        client.post("/accounts/login/", {"login": EMAIL, "password": PASSWORD, "next": place}),
        client.post("/language/", {"language": "fr", "next": place}),
        client.get("/confirmations/", {"next": place}),
        client.post("/accounts/logout/", {"next": place}),
    ]
    for answer in answers:
        leads = answer.headers.get("location", "")
        assert "evil" not in leads.partition("?")[0], leads
        assert not leads.startswith("javascript:")


@pytest.fixture
def ana(clock):
    """Ana, who has set up an app, and is signed out again."""
    ana, client = open_for(password=PASSWORD), browser()
    sign_in(client)
    set_up_app(client)
    client.post("/accounts/logout/")
    return ana


@pytest.fixture
def clock(monkeypatch):
    from tejido.people.tests.conftest import Clock

    clock = Clock()
    monkeypatch.setattr("time.time", clock)
    return clock


def test_a_forgotten_password_does_not_lead_around_the_second_factor(ana, mailoutbox):
    client = browser()
    client.post("/accounts/password/reset/", {"email": EMAIL})
    link = next(word for word in mailoutbox[0].body.split() if "/accounts/password/reset/key/" in word)
    page = client.get(link.partition("testserver")[2] or link, follow=True)
    new = "otra frase larga y propia"
    client.post(page.redirect_chain[-1][0], {"password1": new, "password2": new})
    assert not is_in(client)
    elsewhere = browser()
    assert sign_in(elsewhere, EMAIL, new).headers["location"] == SECOND_FACTOR
    assert not is_in(elsewhere)


def test_a_link_of_the_operator_shows_no_second_factor_and_takes_none_away(ana):
    client = browser()
    client.post(link_for(ana))
    assert is_in(client)
    assert not is_fresh(client)
    ana.refresh_from_db()
    assert ana.has_usable_password()
    assert sign_in(browser()).headers["location"] == SECOND_FACTOR


CHANGES = ["/accounts/2fa/totp/deactivate/", "/accounts/2fa/recovery-codes/generate/", "/accounts/2fa/webauthn/add/"]


@pytest.mark.parametrize("page", CHANGES)
def test_who_came_in_by_a_link_changes_no_factor_without_showing_one(ana, page):
    client = browser()
    client.post(link_for(ana))
    for method in ("get", "post"):
        answer = getattr(client, method)(page)
        assert answer.status_code == 302
        assert "reauthenticate" in answer.headers["location"]


def test_nobody_has_a_page_on_which_to_take_away_somebody_else_s_factor(ana):
    """The pages about factors name nobody: each acts on whoever is signed in, and on nobody as the public."""
    stranger = Client()
    for page in CHANGES:
        assert "/accounts/login/" in stranger.get(page).headers["location"]
        assert "<" not in page
