"""Editions: sealed once, public for the network's texts, and proved by their two files."""

import json

import pytest
from django.test import Client

from cast import FIRST, NOW, SECTION_A, make_text
from tejido.curriculum.commands import keep_record, seal_edition
from tejido.curriculum.models import Edition, Picture
from tejido.curriculum.names import Act
from tejido.curriculum.queries import (
    canonical_file,
    edition_of,
    editions_of,
    latest_revision,
    public_edition,
    public_text,
    public_texts,
    record_of,
)
from tejido.engine.document import digest, document_from_data
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line

from .writing import PIXEL, document, save, shown

pytestmark = pytest.mark.django_db
RECORD = {"reservations": [{"member": "XB", "kind": "reservation", "passage": FIRST, "texts": {"es": "Con reserva."}}]}
ANYBODY = ("", "record.json", "text.json")


def seal(text, record: dict | None = RECORD) -> Edition:
    edition = seal_edition(actor=CONSOLE, revision=latest_revision(text), at=NOW)
    if record is not None:
        keep_record(edition=edition, record_file=json.dumps(record).encode())
    return edition


def public(address: str):
    return Client(headers={"accept-language": "en"}).get(address)


def test_an_edition_is_the_revision_that_was_adopted_and_is_numbered_from_one(cast, text):
    first = seal(text)
    save(cast, text, SECTION_A, shown(text, SECTION_A).replace("nunca", "jamás"))
    second = seal(text)
    assert [(e.number, e.revision.number) for e in editions_of(text)] == [(1, 1), (2, 2)]
    assert "nunca" in str(document_from_data(json.loads(canonical_file(edition_of(text, 1).revision))))
    assert [first.text_id, second.text_id] == [text.key, text.key]


def test_sealing_is_a_line_with_the_digest_of_the_text(text):
    edition = seal(text)
    line = Line.objects.get(act=Act.EDITION_SEALED)
    assert (line.object, line.facts["digest"]) == (edition.key, digest(document(text)))


def test_anybody_reads_an_edition_of_the_network_s_text_with_its_reservations(text):
    seal(text)
    told = public("/texts/texto/editions/1/").content.decode()
    assert "La memoria del lugar." in told
    assert "Con reserva." in told
    assert "Reservation" in told
    assert f'href="#p-{FIRST}"' in told
    assert "/sections/" not in told


@pytest.mark.parametrize(("language", "words"), [("pt", "A memória do lugar."), ("xx", "La memoria del lugar.")])
def test_an_edition_is_read_in_each_of_its_languages(text, language, words):
    seal(text)
    assert words in public(f"/texts/texto/editions/1/?language={language}").content.decode()


def test_anybody_has_the_two_files_that_prove_an_edition(text):
    seal(text)
    record, canonical = (public(f"/texts/texto/editions/1/{name}.json") for name in ("record", "text"))
    assert json.loads(record.content) == RECORD
    assert digest(document_from_data(json.loads(canonical.content))) == latest_revision(text).digest
    names = [answer.headers["Content-Disposition"] for answer in (record, canonical)]
    assert names == [f'attachment; filename="texto-1.{name}.json"' for name in ("record", "text")]


@pytest.mark.parametrize("address", ["editions/2/", "editions/1/other.json", "editions/0/", "editions/1/x%22y.json"])
def test_an_edition_or_a_file_that_is_not_there_is_not_found(text, address):
    seal(text)
    assert public(f"/texts/texto/{address}").status_code == 404


def test_the_drafts_of_a_text_with_an_edition_stay_closed_to_the_public(cast, text):
    seal(text)
    save(cast, text, SECTION_A, shown(text, SECTION_A).replace("nunca", "CANARIO"))
    pages = ["", "history/", "changes/", "languages/", f"sections/{SECTION_A}/", "files/es.md", "?revision=1"]
    assert {public(f"/texts/texto/{page}").status_code for page in pages} == {404}
    assert "CANARIO" not in public("/texts/texto/editions/1/").content.decode()


def test_the_public_list_has_the_network_s_texts_with_an_edition_and_no_other(cast, text, mechanism):
    own, other = make_text(cast, mechanism, by="XA/focal_point", slug="politica"), make_text(cast, slug="otro")
    seal(text)
    seal(own)
    assert [line.text for line in public_texts()] == [text]
    told = public("/texts/").content.decode()
    assert [f"/texts/{t.slug}/editions/1/" in told for t in (text, own, other)] == [True, False, False]


def test_only_texts_with_an_edition_are_public(cast, text, mechanism):
    own = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    seal(own)
    for slug in ("texto", "politica", "unknown"):
        with pytest.raises(type(text).DoesNotExist):
            public_text(slug)
    seal(text)
    assert public_text("texto") == text


def test_an_edition_of_a_mechanism_is_read_in_the_house_of_its_member_and_nowhere_else(cast, mechanism):
    own = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    seal(own)
    with pytest.raises(Edition.DoesNotExist):
        public_edition("politica", 1)
    for name in ANYBODY:
        where = f"/texts/politica/editions/1/{name}"
        assert cast.client("XA/representative").get(where).status_code == 200
        others = ("XB/focal_point", "network/secretariat", "network/chair")
        assert {public(where).status_code, *(cast.client(who).get(where).status_code for who in others)} == {404}


def test_a_record_without_reservations_is_a_page_without_them(text):
    seal(text, {})
    assert "Reservations and declarations" not in public("/texts/texto/editions/1/").content.decode()


def test_while_an_edition_is_being_sealed_it_has_no_record_yet(text):
    assert record_of(seal(text, None)) == {}


def test_a_picture_of_a_text_with_an_edition_is_public(cast, text):
    Picture.objects.create(text=text, digest="d" * 64, media_type="image/png", data=PIXEL)
    where = f"/texts/texto/pictures/{'d' * 64}/"
    assert public(where).status_code == 404
    seal(text)
    assert public(where).content == PIXEL
