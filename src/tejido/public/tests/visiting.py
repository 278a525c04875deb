"""Somebody outside, at the public pages, and the same for the machines that read them."""

import json
import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from lxml import etree

from cast import NOW, Cast, make_text
from tejido.curriculum.commands import seal_edition
from tejido.curriculum.models import Text
from tejido.curriculum.queries import latest_revision
from tejido.ledger.actors import CONSOLE
from tejido.registry.commands import enter_event, enter_member, enter_standing

LANGUAGES = ("es", "pt", "en", "fr")
PAGES = (
    "",
    "members/",
    "members/XA/",
    "texts/",
    "texts/texto/",
    "meetings/",
    "promotion/",
    "procedure/",
    "accessibility/",
)
FEEDS = ("everything", "texts", "meetings")


@pytest.fixture
def at_noon(at_now):
    at_now(NOW)


def get(address: str, **options: Any) -> HttpResponse:
    return Client().get(address, **options)


def read(address: str) -> str:
    answer = get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def parsed(address: str) -> etree._Element:
    answer = get(address)
    assert answer.status_code == 200
    return etree.fromstring(answer.content)


def told_to_machines(address: str) -> list[dict[str, Any]]:
    """What stands in the page's data for search engines."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', get(address).content.decode(), re.DOTALL)
    assert found, address
    data = json.loads(found[1])
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


def adopt(cast: Cast, slug: str = "texto") -> Text:
    """A text with one edition."""
    text = make_text(cast, slug=slug)
    seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=NOW)
    return text


def event(number: int = 1, **values: Any) -> None:
    said = {"title": {"es": f"Reunión {number}"}, "says": {"es": "Se habló."}, "place": {"es": "Quito"}}
    known = {"kind": "meeting", "since": f"2016-11-{number:02}", "source": "una nota", **said}
    enter_event(actor=CONSOLE, at=NOW, **{**known, **values})


def enter(code: str, *sources: dict[str, Any], name: str = "") -> None:
    """A State, and what sources say of it."""
    member = enter_member(
        actor=CONSOLE, code=code, name={"es": name or code}, languages=["es"], since=NOW.date(), at=NOW
    )
    for number, source in enumerate(sources, 1):
        known = {"since": NOW.date(), "says": {"es": f"Dicho {number}"}, "source": f"fuente {number}"}
        enter_standing(actor=CONSOLE, member=member, at=NOW, **{**known, **source})
