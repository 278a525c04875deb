"""Every page that shows a long text has a first load under 60 kB, at five hundred passages in two languages and with
120 comments; what is left follows in stretches of the same weight."""

import gzip
import html
import re

import pytest
from django.test import Client

from again import again
from cast import DEADLINE, NOW, ZONE
from tejido.curriculum.commands import Import, create_text, seal_edition
from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation.commands import open_round
from tejido.deliberation.tests.doings import answer, clear, release
from tejido.ledger.actors import CONSOLE
from tejido.web.stretches import LATER
from weighing import FIRST_LOAD, long_document, on_the_wire

WAY = re.compile(r'data-rest="([^"]+)"')
PASSAGE = re.compile(r'class="passage[^"]*" id="p-(\w+)"')
COMMENTS = 120
PAGES = {
    "text": ("network/secretariat", "/texts/largo/"),
    "edition": ("", "/texts/largo/editions/1/"),
    "reading": ("XA/focal_point", "/rounds/{round}/reading/"),
    "comments": ("XA/focal_point", "/rounds/{round}/comments/"),
    "changes": ("XA/focal_point", "/texts/largo/changes/?from=1&to=1&whole=1"),
    "translation": ("network/secretariat", "/texts/largo/translation/pt/"),
}


def _make(cast):
    text = create_text(
        actor=cast.secretariat, body=cast.body, title="Largo", source=Import(long_document()), reason="primera",
        at=NOW, slug="largo",
    )  # fmt: skip  # one row of a table, read as one
    revision = latest_revision(text)
    seal_edition(actor=CONSOLE, revision=revision, at=NOW)
    round_ = open_round(
        actor=cast.secretariat, text=text, revision=revision, local=DEADLINE, zone=ZONE, reply_days=21, invitation={},
        at=NOW,
    )  # fmt: skip  # the same
    document = document_of(revision)
    for passage in list(document)[: 2 * COMMENTS : 2]:
        words = passage.text("es") or passage.text("pt")
        answer(cast, round_, "XA/focal_point", passage=passage.id, wording=words[:300], reason=words[300:500] or "Sí.")
    clear(cast, round_, "XA")
    release(cast, round_, "XA/focal_point")
    return round_, [passage.id for passage in document]


@pytest.fixture
def long(cast):
    return again("long", lambda: _make(cast))


@pytest.mark.parametrize("name", PAGES)
def test_a_long_text_is_soon_there_and_nothing_of_it_is_left_out(cast, at_now, long, name) -> None:
    round_, ids = long
    office, path = PAGES[name]
    client = cast.client(office, language="es") if office else Client(headers={"accept-language": "es"})
    path = path.format(round=round_.key)
    page = client.get(path).content
    assert on_the_wire(page) < FIRST_LOAD
    parts = [page]
    while way := WAY.search(parts[-1].decode()):
        parts.append(client.get(path.split("?")[0] + html.unescape(way[1])).content)
        assert b"<html" not in parts[-1]
        assert len(gzip.compress(parts[-1], 6)) < LATER * 1.25
    assert len(parts) > 1
    everything = client.get(f"{path}{'&' if '?' in path else '?'}all=1").content
    assert not WAY.search(everything.decode())
    if name in {"changes", "translation"}:
        kind = b'class="kind"' if name == "changes" else b'<th scope="row"><a'
        assert sum(part.count(kind) for part in parts) == everything.count(kind) == len(ids)
    else:
        assert PASSAGE.findall(b"".join(parts).decode()) == PASSAGE.findall(everything.decode()) == ids
        assert on_the_wire(everything) > FIRST_LOAD  # it is large enough to say something
