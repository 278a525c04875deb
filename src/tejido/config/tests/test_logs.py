"""The log names addresses by their pattern: of what was asked for only the kind is written down."""

import logging
from io import StringIO

import pytest
from django.test import Client

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


def test_what_is_not_about_an_address_is_written_as_it_is(log):
    logging.getLogger("tejido").warning("%s of %s", 1, "/texts/")
    assert log.getvalue().endswith("WARNING tejido 1 of /texts/\n")
