"""Cookies: under https only, out of the reach of scripts where they open something, and never for other sites."""

import importlib.util
from typing import Any

import pytest

from .signing_in import PASSWORD, browser, open_for, sign_in

pytestmark = pytest.mark.django_db
ORIGIN = "https://tejido.example"
NAMES = ["SESSION_COOKIE_", "CSRF_COOKIE_", "LANGUAGE_COOKIE_", "CSRF_TRUSTED", "SECURE_", "ALLOWED_HOSTS"]


def settings_as_read() -> dict[str, Any]:
    spec = importlib.util.find_spec("tejido.config.settings")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return vars(module)


@pytest.fixture
def house(monkeypatch, settings):
    """The settings as they are read where the origin is an https address."""
    monkeypatch.setenv("TEJIDO_ORIGIN", ORIGIN)
    read = settings_as_read()
    for name, value in read.items():
        if name.startswith(tuple(NAMES)):
            setattr(settings, name, value)
    return read


def visit():
    """Every cookie that a person is given: at sign-in, with their language from either place, with a message."""
    open_for(password=PASSWORD)
    client = browser()
    client.defaults |= {"wsgi.url_scheme": "https", "HTTP_HOST": "tejido.example", "SERVER_PORT": "443"}
    sign_in(client)
    client.get("/preferences/")
    client.post("/preferences/", {"language": "pt", "zone": "UTC"})
    kept = dict(client.cookies)
    client.post("/language/", {"language": "fr", "next": "/"})
    return {**kept, "__Host-language again": client.cookies["__Host-language"]}


def test_every_cookie_is_for_https_and_for_this_site_alone(house):
    cookies = visit()
    assert {"__Host-session", "__Host-form", "__Host-language"} <= set(cookies)
    for name, cookie in cookies.items():
        assert (name, cookie["secure"], cookie["samesite"]) == (name, True, "Lax")
        assert (name.startswith("__Host-"), cookie["path"], cookie["domain"]) == (True, "/", ""), name


def test_no_script_can_read_the_session(house):
    assert visit()["__Host-session"]["httponly"]


def test_a_session_ends_with_the_day_s_work_at_the_latest(house):
    assert house["SESSION_COOKIE_AGE"] <= 12 * 3600


def test_browsers_are_told_to_stay_with_https(house):
    answer = browser().get("/members/", secure=True, headers={"host": "tejido.example"})
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]


def test_a_host_that_is_not_ours_is_not_answered(house):
    assert browser().get("/members/", headers={"host": "evil.example"}).status_code == 400


def test_without_https_no_cookie_is_lost_on_a_machine_of_one_s_own(monkeypatch):
    monkeypatch.setenv("TEJIDO_ORIGIN", "http://127.0.0.1:8000")
    read = settings_as_read()
    assert (read["SESSION_COOKIE_SECURE"], read["SECURE_HSTS_SECONDS"]) == (False, 0)
