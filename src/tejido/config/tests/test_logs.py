"""The log names addresses by their pattern: of what was asked for only the kind is written down."""

import json
import logging
import sqlite3
from io import StringIO

import pytest
from django.db import OperationalError
from django.test import Client

from tejido.config.logs import Json, Plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def log(monkeypatch):
    """The stream that the house writes to."""
    handler = next(handler for handler in logging.getLogger().handlers if type(handler) is logging.StreamHandler)
    monkeypatch.setattr(handler, "stream", StringIO())
    return handler.stream


@pytest.mark.parametrize(
    ("method", "address", "line"),
    [
        ("get", "/texts/politica-secreta/", "Not Found: /texts/<slug:slug>/"),
        ("post", "/links/a-token-that-was-used/", "Conflict: /links/<str:token>/"),
        ("post", "/texts/politica-secreta/history/", "Method Not Allowed (POST): /texts/<slug:slug>/history/"),
        ("get", "/politica-secreta/", "Not Found: (no address of this house)"),
    ],
)
def test_a_line_says_the_kind_of_address_and_not_what_stands_in_it(log, method, address, line):
    getattr(Client(), method)(address)
    assert log.getvalue().endswith(f"WARNING django.request {line}\n")
    assert "secreta" not in log.getvalue()
    assert "token-that" not in log.getvalue()


def test_of_a_host_that_is_none_of_ours_the_kind_alone_is_written(log):
    Client().get("/", headers={"host": "canario-77.example"})
    assert "ERROR django.security.DisallowedHost DisallowedHost\n" in log.getvalue()
    assert "canario" not in log.getvalue()


def test_what_is_not_about_an_address_is_written_as_it_is(log):
    logging.getLogger("tejido").warning("%s of %s", 1, "/texts/")
    assert log.getvalue().endswith("WARNING tejido 1 of /texts/\n")


def test_a_failure_is_told_by_its_kind_and_its_places_and_not_by_what_it_says(log):
    try:
        try:
            sqlite3.connect(":memory:").execute("SELECT 'ana@example.org' FROM nowhere")
        except sqlite3.Error as problem:
            raise OperationalError("Key (email)=(ana@example.org) exists") from problem
    except OperationalError:
        logging.getLogger("tejido").exception("Not done")
    said = log.getvalue()
    assert "OperationalError (SQLITE_ERROR) at" in said
    assert f"{__file__}:" in said
    assert "ana@" not in said
    assert "nowhere" not in said


@pytest.fixture
def json_log(log, monkeypatch):
    handler = next(handler for handler in logging.getLogger().handlers if handler.stream is log)
    monkeypatch.setattr(handler, "formatter", Json())
    return log


def test_as_json_each_line_is_one_object(json_log, caplog):
    caplog.set_level(logging.INFO, logger="tejido.requests")
    Client(raise_request_exception=False).get("/texts/politica-secreta/?q=palabra-secreta")
    try:
        raise KeyError("secreta")
    except KeyError:
        logging.getLogger("tejido").exception("Not done\nin two lines")
    lines = [json.loads(line) for line in json_log.getvalue().splitlines()]
    assert [line["level"] for line in lines] == ["INFO", "WARNING", "ERROR"]
    request = lines[0]
    assert (request["method"], request["pattern"], request["status"]) == ("GET", "/texts/<slug:slug>/", 404)
    assert lines[1]["status"] == 404
    assert lines[2]["failure"][0]["kind"] == "KeyError"
    assert "secreta" not in json_log.getvalue()


PLACES = ["/texts/{}/", "/links/{}/", "/search/?q={}", "/accounts/login/?next=/{}/", "/{}", "/institutions/?member={}"]


@pytest.mark.parametrize("form", [Plain, Json])
def test_no_canary_in_an_address_a_query_a_form_or_a_header_gets_into_the_log(cast, log, monkeypatch, caplog, form):
    """At the most talkative level that is meant for servers, signed in and not, and where something breaks."""
    handler = next(handler for handler in logging.getLogger().handlers if handler.stream is log)
    monkeypatch.setattr(handler, "formatter", form())
    caplog.set_level(logging.INFO)
    account = cast.account("XA/focal_point")
    for client in (Client(raise_request_exception=False), cast.client("XA/focal_point")):
        client.raise_request_exception = False
        for place in PLACES:
            client.get(place.format("canario-77"), headers={"referer": "https://canario-77.example/"})
            client.post(place.format("canario-77"), {"login": "canario-77@example.org", "password": "canario-77"})
        with monkeypatch.context() as broken:
            broken.setattr("tejido.registry.queries.network", lambda: 1 / 0)
            broken.setattr("tejido.config.frame.network", lambda: {}[f"canario-77 {account.email}"])
            client.get("/members/?canario-77=1")
    said = log.getvalue()
    assert said.count("\n") > 2 * len(PLACES)
    assert "not signed in (account unknown)" in said
    for secret in ("canario", account.email, account.name):
        assert secret not in said, secret


def test_who_came_in_and_went_is_told_by_the_id_of_the_account(cast, log, caplog):
    caplog.set_level(logging.INFO)
    account = cast.account("XA/focal_point")
    client = Client()
    client.force_login(account)
    client.post("/accounts/logout/")
    for words in ("signed in", "signed out"):
        assert f"{words} (account {account.pk.hex})" in log.getvalue()
    assert account.email not in log.getvalue()
