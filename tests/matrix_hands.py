"""How the matrix is walked: everybody at a browser, what they are told, and what the tables of the database hold."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.shortcuts import resolve_url
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from django.urls import reverse
from django.utils.html import escape
from django.utils.http import urlencode

from cast import FIRST, Cast
from matrix_newer import NEWER
from matrix_requests import Ask, of_course
from matrix_rows import PERSONS, SEATLESS, Row, rows
from matrix_tables import NETWORK
from matrix_world import AT, CANARY, Course, World
from tejido.formats.bitext import read as read_bitext
from tejido.formats.markdown import read
from tejido.formats.word import Reading
from tejido.formats.word.answers.reading import read_answer
from tejido.formats.word.answers.values import Answer
from tejido.web.failures import Failures

UNKNOWN = {
    "slug": "no-hay-tal",
    "key": "000000000000",
    "space": "000000000000",
    "number": 999_999,
    "token": "no-hay-tal",
    "code": "ZZ",
    "pk": 0,
    "language": "zz",
    "name": "nada",
    "ending": "nada",
    "side": "nada",
    "place": "nada",
    "kind": "nada",
    "sequence": 999_999,
    "rest": "no/hay/tal",
}
OF_PROGRAMS = {"api:nowhere"}
HANDLERS = {csrf: ClientHandler(enforce_csrf_checks=csrf) for csrf in (False, True)}
Told = tuple[int, tuple[str, ...], str]
_TOKEN = re.compile(r'csrfmiddlewaretoken" value="[^"]*"|X-CSRFToken": "[^"]*"|X-CSRFToken&quot;: &quot;[^&]*&quot;')


class Browser(RequestFactory):
    """A client that remembers nothing of an answer, and spares the copies of every context that a page was made of."""

    def __init__(self, known: Client, *, csrf: bool = False) -> None:
        super().__init__(headers=known.headers)
        self.cookies, self.handler = deepcopy(known.cookies), HANDLERS[csrf]

    def request(self, **request: Any) -> Any:
        return self.handler(self._base_environ(**request))


def send(browser: Browser, row: Row, ask: Ask, method: str = "") -> Any:
    """What the browser is answered; 500 where the page breaks."""
    address = reverse(row.url, kwargs=ask.named)
    for value in ask.sent.values():
        if isinstance(value, BytesIO):
            value.seek(0)
    return browser.get(address, ask.query) if (method or row.method) == "GET" else browser.post(address, ask.sent)


class Hands:
    """Everybody at a browser."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._known = {(who, fresh): self._signed_in(who, fresh=fresh) for who in PERSONS for fresh in (True, False)}
        self._not_found: dict[tuple[str, str], Told] = {}

    def _signed_in(self, who: str, *, fresh: bool) -> Client:
        office = PERSONS[who]
        if office and office != SEATLESS:
            return self._at_work(who, self.world.cast.client(office, fresh=fresh))
        client = Client(headers={"accept-language": "en"})
        if office:
            client.force_login(self.world.seatless)
        return client

    def _at_work(self, who: str, client: Client) -> Client:
        """The browser as the apps leave it with somebody who has begun to work there."""
        for app in NEWER:
            if hasattr(app, "at_browser"):
                app.at_browser(self.world, who, client)
        return client

    def send(self, who: str, method: str, row: Row, ask: Ask, *, fresh: bool = True, csrf: bool = False) -> Any:
        return send(Browser(self._known[who, fresh], csrf=csrf), row, ask, method)

    def get(self, who: str, address: str) -> Any:
        """A page at its address, as a link of an answer leads there."""
        return Browser(self._known[who, True]).get(address)

    def nowhere(self, who: str, row: Row, ask: Ask) -> Told:
        """What the person is told at the same address with a key that nobody has."""
        first = next(iter(ask.named))
        unknown = replace(ask, named={**ask.named, first: UNKNOWN[first]})
        return told(self.send(who, row.method, row, unknown))

    def not_found(self, who: str, row: Row, ask: Ask) -> Told:
        """What the person is told where there is nothing; the same in all of an app, but for what programs are told."""
        app = row.url if row.url in OF_PROGRAMS else row.url.partition(":")[0]
        if (who, app) not in self._not_found:
            found = self.nowhere(who, row, ask) if ask.named else told(self.send(who, row.method, row, ask))
            self._not_found[who, app] = found
        return self._not_found[who, app]


def browser_of(cast: Cast, who: str) -> Browser:
    return Browser(cast.client(who) if who else Client(headers={"accept-language": "en"}))


def addresses_of(course: Course) -> list[str]:
    """Every address to read of the matrix, and those of the other rounds and procedures."""
    asks = of_course(course)
    asked = [(row.url, asks[row.name]) for row in rows(NETWORK) if row.method == "GET"]
    found = [f"{reverse(url, kwargs=ask.named)}?{urlencode(ask.query)}" for url, ask in asked]
    for step in ("cleared", "done"):
        pages = ("", "position/", "comments/", f"comments/{FIRST}/", "reading/")
        found += [f"/rounds/{course.rounds[step].key}/{page}" for page in pages]
    return [*found, *(f"/procedures/{course.procedures[step].key}/" for step in ("objected", "meeting", "adopted"))]


def outcome(answer: HttpResponse) -> str:
    """The cell of the table: the status, or `in` where the person is sent to sign in."""
    sign_in = resolve_url(settings.LOGIN_URL)
    return "in" if answer.status_code == 302 and answer["Location"].startswith(sign_in) else str(answer.status_code)


def said_in(content: bytes) -> str:
    """The words of an answer. Of a file that is an archive, every part is looked into; of others, what can be read."""
    if not content.startswith(b"PK\x03\x04"):
        return content.decode(errors="replace")
    with ZipFile(BytesIO(content)) as archive:
        return " ".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


def told(answer: Any) -> Told:
    """The answer as the person is told it, without the tokens of its forms and the address that was asked for."""
    page = bare(said_in(answer.getvalue())).replace(escape(answer.wsgi_request.get_full_path()), "…")
    return answer.status_code, tuple(sorted(answer.headers)), page


def leaks(answer: Any) -> bool:
    """Whether there is anything in the answer that only Aldea may read. The address was asked for and tells nothing."""
    return CANARY.lower() in f"{told(answer)[2]}{answer.headers}{answer.cookies}".lower()


def bare(page: str) -> str:
    """The page without what is new each time it is made."""
    return _TOKEN.sub("", page)


def tables(*, leaving_out: str = "") -> dict[str, str]:
    """A digest of all rows of each table of the database."""
    return dict(_digests(leaving_out))


def _digests(leaving_out: str = "") -> Iterator[tuple[str, str]]:
    """Table by table, the ledger first: nearly every act is told by it alone."""
    names = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} - {leaving_out}
    with connection.cursor() as cursor:
        for name in sorted(names, key=lambda name: (name != "ledger_line", name)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # noqa: S608  # a name of our own
            yield name, hashlib.sha256(repr(sorted(map(repr, cursor.fetchall()))).encode()).hexdigest()


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return [name for name, digest in after.items() if before[name] != digest]


def is_changed(before: Mapping[str, str]) -> bool:
    """Whether any of these tables holds other rows than before. It looks no further than the first that does."""
    return any(before[name] != digest for name, digest in _digests() if name in before)


def writes() -> int:
    """How many rows were written on this connection, also those that were taken back. While the number stays, no table
    needs to be looked at."""
    connection.ensure_connection()
    return int(connection.connection.total_changes)


@contextmanager
def for_a_module(blocker: Any) -> Iterator[None]:
    """The database for all tests of a module, at an instant in which everything runs, and as it was afterwards. Files
    are read in this process: starting another for each would take as long as all the rest."""
    with blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr("tejido.config.middleware.timezone.now", lambda: AT)
        patch.setattr("tejido.curriculum.imports.parse", _read_here)
        patch.setattr("tejido.deliberation.imports.word.parse_answer", _answer_here)
        patch.setattr(Failures, "are_too_many", lambda *_asked: False)  # whoever knocks here does nothing but fail
        patch.setattr("tejido.translation.imports.parse_bitext", lambda raw, **_name: read_bitext(raw))
        yield
        transaction.set_rollback(True)


def _read_here(_format: str, raw: bytes, language: str, *, mint: Callable[[], str], name: str) -> Reading:
    return Reading(read(raw.decode(), language, mint))


def _answer_here(raw: bytes, **_name: str) -> Answer:
    return read_answer(raw)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
