"""How the matrix is read and walked: rows of a table, browsers of persons, and what the tables of the database hold."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import reverse

from matrix_requests import Ask
from matrix_world import SEATLESS, World

PERSONS = {
    "pub": "",
    "fp": "XA/focal_point",
    "alt": "XA/alternate",
    "va": "XA/validating_authority",
    "jus": "XA/representative/JUS",
    "XB": "XB/focal_point",
    "sec": "network/secretariat",
    "chr": "network/chair",
    "trn": "network/translator",
    "obs": "network/observer",
    "non": SEATLESS,
}
DONE = {"200", "302"}
UNKNOWN = {"slug": "no-hay-tal", "key": "000000000000", "token": "no-hay-tal", "code": "ZZ"}
_TOKEN = re.compile(r'csrfmiddlewaretoken" value="[^"]*"|X-CSRFToken": "[^"]*"|X-CSRFToken&quot;: &quot;[^&]*&quot;')


@dataclass(frozen=True)
class Row:
    """One line of a table: what each person is answered by this method at this address."""

    method: str
    name: str
    expected: Mapping[str, str]

    @property
    def url(self) -> str:
        return self.name.partition("#")[0]

    def accepted(self) -> list[str]:
        return [who for who, cell in self.expected.items() if cell in DONE]


def rows(table: str) -> list[Row]:
    """A table as rows, the column `all` spread over everybody whom the header does not name."""
    header, *lines = (line.split() for line in table.splitlines() if line.strip())
    rest = [who for who in PERSONS if who not in header]
    found = []
    for method, name, *cells in lines:
        expected = dict(zip(header, cells, strict=True))
        expected |= dict.fromkeys(rest, expected.pop("all")) if "all" in expected else {}
        found.append(Row(method, name, expected))
    return found


class Hands:
    """Everybody at a browser. Each request is sent from a copy, so that none remembers the one before."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._browsers = {(who, fresh): self._browser(who, fresh=fresh) for who in PERSONS for fresh in (True, False)}

    def _browser(self, who: str, *, fresh: bool) -> Client:
        office = PERSONS[who]
        if office and office != SEATLESS:
            return self.world.cast.client(office, fresh=fresh)
        browser = Client(headers={"accept-language": "en"})
        if office:
            browser.force_login(self.world.seatless)
        return browser

    def send(self, who: str, method: str, row: Row, ask: Ask, *, fresh: bool = True, csrf: bool = False) -> Any:
        """The answer; 500 where the page breaks."""
        known = self._browsers[who, fresh]
        browser = Client(headers=known.headers, enforce_csrf_checks=csrf, raise_request_exception=False)
        browser.cookies = deepcopy(known.cookies)
        address = reverse(row.url, kwargs=ask.named)
        for value in ask.sent.values():
            if isinstance(value, BytesIO):
                value.seek(0)
        return browser.get(address, ask.query) if method == "GET" else browser.post(address, ask.sent)

    def is_hidden(self, who: str, row: Row, ask: Ask, answer: HttpResponse) -> bool:
        """Whether the answer is the one for an address that leads nowhere, to the letter."""
        first = next(iter(ask.named), "")
        if not first:
            return True
        nowhere = replace(ask, named={**ask.named, first: UNKNOWN[first]})
        hidden, unknown = str(ask.named[first]), UNKNOWN[first]
        return told(answer, hidden) == told(self.send(who, row.method, row, nowhere), unknown)


def outcome(answer: HttpResponse) -> str:
    """The cell of the table: the status, or `in` where the person is sent to sign in."""
    sign_in = resolve_url(settings.LOGIN_URL)
    return "in" if answer.status_code == 302 and answer["Location"].startswith(sign_in) else str(answer.status_code)


def told(answer: HttpResponse, *names: str) -> tuple[int, list[str], str]:
    """Status, names of the headers and page, without the tokens of its forms and the names that were asked for."""
    page = bare(answer.content.decode())
    for name in names:
        page = page.replace(name, "…")
    return answer.status_code, sorted(answer.headers), page


def bare(page: str) -> str:
    """The page without what is new each time it is made."""
    return _TOKEN.sub("", page)


def tables(*, leaving_out: str = "") -> dict[str, str]:
    """A digest of all rows of each table of the database."""
    names = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} - {leaving_out}
    found = {}
    with connection.cursor() as cursor:
        for name in sorted(names):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # noqa: S608  # a name of our own
            found[name] = hashlib.sha256(repr(sorted(map(repr, cursor.fetchall()))).encode()).hexdigest()
    return found


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return [name for name, digest in after.items() if before[name] != digest]


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
