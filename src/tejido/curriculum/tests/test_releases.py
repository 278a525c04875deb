"""A mechanism opens one adopted edition to others: that edition, its pictures and, if it says so, its record. Nothing
else of its space."""

import hashlib

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cast import FIRST, NOW, make_text
from tejido.curriculum.commands import keep_record, release_edition, save_revision, seal_edition, withdraw_edition
from tejido.curriculum.models import EditionRelease, Picture
from tejido.curriculum.names import Act, No, Readers
from tejido.curriculum.queries import document_of, latest_revision, released_editions
from tejido.engine.document import Document
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused

pytestmark = pytest.mark.django_db
SHOWN, HIDDEN = (hashlib.sha256(data).hexdigest() for data in (b"shown", b"hidden"))
PAGE = "/texts/propio/editions/1/"
FOCAL_POINT, OTHER = "XA/focal_point", "XB/focal_point"


def revise(cast, text, words):
    base = latest_revision(text)
    passages = [p.with_text("es", words) if p.id == FIRST else p for p in document_of(base)]
    return save_revision(
        actor=cast.actor(FOCAL_POINT), text=text, document=Document.of(passages), base=base, reason="Sí", at=NOW
    )


@pytest.fixture
def edition(cast, mechanism):
    """An adopted edition with one picture; a later revision has another picture and a canary."""
    text = make_text(cast, mechanism, by=FOCAL_POINT, slug="propio")
    for digest, data in ((SHOWN, b"shown"), (HIDDEN, b"hidden")):
        Picture.objects.create(text=text, digest=digest, media_type="image/png", data=data)
    adopted = revise(cast, text, f"Adoptado. ![Mapa]({SHOWN})")
    row = seal_edition(actor=cast.actor(FOCAL_POINT), revision=adopted, at=NOW)
    keep_record(edition=row, record_file=b'{"reservations": []}')
    revise(cast, text, f"CANARY después. ![Otro]({HIDDEN})")
    row.refresh_from_db()
    return row


def open_to(cast, edition, readers, *, with_record=False, who=FOCAL_POINT, fresh=True):
    return release_edition(
        actor=cast.actor(who, fresh=fresh), edition=edition, readers=readers, with_record=with_record, at=NOW
    )


def withdraw(cast, edition, who=FOCAL_POINT, fresh=True):
    withdraw_edition(actor=cast.actor(who, fresh=fresh), edition=edition, at=NOW)


def statuses(cast, address):
    others = [cast.client(who) for who in (OTHER, "network/secretariat", "network/observer")]
    return [client.get(address).status_code for client in (*others, Client())]


def refused(call):
    with pytest.raises(Refused) as said:
        call()
    return said.value.refusal.code


def test_others_open_it_from_the_release_to_the_withdrawal(cast, edition):
    assert statuses(cast, PAGE) == [404] * 4
    made = open_to(cast, edition, Readers.NETWORK)
    assert statuses(cast, PAGE) == [200, 200, 200, 404]
    open_to(cast, edition, Readers.PUBLIC)
    assert statuses(cast, PAGE) == [200] * 4
    withdraw(cast, edition)
    assert statuses(cast, PAGE) == [404] * 4
    kept = EditionRelease.objects.get(key=made.key)
    assert (kept.digest, kept.withdrawn_at) == (edition.revision.digest, NOW)
    told = Line.objects.filter(act__in=[Act.EDITION_RELEASED, Act.EDITION_RELEASE_WITHDRAWN])
    assert {(line.tree_id, line.facts["digest"]) for line in told} == {("network", edition.revision.digest)}


def test_nothing_else_of_the_space_opens_with_it(cast, edition):
    open_to(cast, edition, Readers.PUBLIC, with_record=True)
    for address in ("", "history/", "changes/", "languages/", "course/", "files/es.md", "editions/2/"):
        assert statuses(cast, f"/texts/propio/{address}") == [404] * 4, address
    for client in (cast.client(OTHER), Client()):
        for address in (PAGE, "/texts/", f"{PAGE}text.json", "/mechanisms/XA/"):
            assert "CANARY" not in client.get(address).content.decode()


def test_only_the_pictures_of_the_edition_open_with_it(cast, edition):
    address = "/texts/propio/pictures/{}/"
    assert statuses(cast, address.format(SHOWN)) == [404] * 4
    open_to(cast, edition, Readers.NETWORK)
    assert statuses(cast, address.format(SHOWN)) == [200, 200, 200, 404]
    assert statuses(cast, address.format(HIDDEN)) == [404] * 4


def test_the_record_is_shown_only_where_it_was_released_with_it(cast, edition):
    open_to(cast, edition, Readers.NETWORK)
    assert statuses(cast, f"{PAGE}text.json") == [200, 200, 200, 404]
    assert statuses(cast, f"{PAGE}record.json") == [404] * 4
    assert "The adoption record was not released with it." in cast.client(OTHER).get(PAGE).content.decode()
    open_to(cast, edition, Readers.NETWORK, with_record=True)
    assert statuses(cast, f"{PAGE}record.json") == [200, 200, 200, 404]


def test_released_editions_are_found_on_the_page_of_the_mechanism(cast, edition, mechanism):
    assert released_editions(cast.actor(OTHER), mechanism) == []
    open_to(cast, edition, Readers.NETWORK)
    assert [row.key for row in released_editions(cast.actor(OTHER), mechanism)] == [edition.key]
    assert PAGE in cast.client(OTHER).get("/mechanisms/XA/").content.decode()
    assert PAGE not in Client().get("/mechanisms/XA/").content.decode()


@pytest.mark.parametrize("who", [OTHER, "network/secretariat", "XA/representative/JUS"])
def test_only_the_members_keepers_open_it(cast, edition, who):
    assert refused(lambda: open_to(cast, edition, Readers.NETWORK, who=who)) == Shared.NOT_YOURS
    open_to(cast, edition, Readers.NETWORK)
    assert refused(lambda: withdraw(cast, edition, who)) == Shared.NOT_YOURS


def test_both_acts_ask_for_a_fresh_second_factor_and_for_something_to_do(cast, edition):
    assert refused(lambda: open_to(cast, edition, Readers.NETWORK, fresh=False)) == Shared.NOT_FRESH
    assert refused(lambda: withdraw(cast, edition)) == No.NOT_RELEASED
    open_to(cast, edition, Readers.NETWORK)
    assert refused(lambda: open_to(cast, edition, Readers.NETWORK)) == No.RELEASED_ALREADY
    assert refused(lambda: withdraw(cast, edition, fresh=False)) == Shared.NOT_FRESH


def test_an_edition_of_the_network_is_not_released(cast, text):
    row = seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=NOW)
    assert refused(lambda: open_to(cast, row, Readers.PUBLIC)) == No.ONLY_MECHANISMS


def test_it_is_released_and_withdrawn_on_its_page(cast, edition):
    client = cast.client(FOCAL_POINT)
    assert client.post(f"{PAGE}releases/", {}).status_code == 409
    assert client.post(f"{PAGE}releases/", {"readers": "network", "with_record": "on"}).status_code == 302
    html = client.get(PAGE).content.decode()
    assert "Withdraw the release" in html
    assert client.post(f"{PAGE}withdrawals/").status_code == 302
    assert "ended" in client.get(PAGE).content.decode()
    assert statuses(cast, PAGE) == [404] * 4


def test_the_edition_is_locked_and_read_in_one_query(cast, edition):
    with CaptureQueriesContext(connection) as made:
        open_to(cast, edition, Readers.NETWORK)
    reading = [query["sql"] for query in made if query["sql"].startswith('SELECT "curriculum_edition"."key"')]
    assert len(reading) == 1
    assert not any("manifest" in sql or '"record"' in sql for sql in reading)
