"""Reading a text: in the reader's language, with the way to edit for those who may, and out again as a file."""

import hashlib

import pytest
from django.test import Client
from django.utils import translation

from cast import DOCUMENT, FIRST, NOW, SECTION_A, SECTION_B, TITLE, make_text
from tejido.curriculum.commands import Import, create_text, save_revision
from tejido.curriculum.models import Picture, Text
from tejido.curriculum.queries import documents, latest_revision, latest_revisions, texts_for, texts_of
from tejido.curriculum.tabs import text_tabs
from tejido.curriculum.templatetags.texts import plain_in
from tejido.curriculum.words import kind_words
from tejido.engine.document import Document, Kind, Passage
from tejido.formats.word import Image
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.web.memory import Memory

from .writing import PIXEL, document, save, shown

pytestmark = pytest.mark.django_db
DIGEST = hashlib.sha256(PIXEL).hexdigest()


def read(cast, query: str = "", *, who: str = "XB/focal_point", language: str = "en") -> str:
    answer = cast.client(who, language=language).get(f"/texts/texto/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("query", "reader", "words"),
    [
        ("?language=pt", "es", "A memória do lugar."),
        ("", "pt", "A memória do lugar."),
        ("", "pt-br", "A memória do lugar."),
        ("", "en", "La memoria del lugar."),
        ("?language=xx", "pt", "A memória do lugar."),
        ("?language=xx", "fr", "La memoria del lugar."),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_reader_s_else_the_negotiated_one(cast, text, query, reader, words):
    assert words in read(cast, query, language=reader)


def test_every_passage_has_its_place_in_the_page(cast, text):
    told = read(cast)
    assert [passage.id for passage in DOCUMENT if f'id="p-{passage.id}"' not in told] == []


def test_who_may_write_finds_the_way_to_each_section_and_nobody_else_does(cast, text):
    told = read(cast, "?language=es", who="network/secretariat")
    assert [f"/sections/{id}/?language=es" in told for id in (TITLE, SECTION_A, SECTION_B)] == [True] * 3
    assert "/sections/start/" not in told
    for who in ("XB/focal_point", "network/chair", "network/observer"):
        assert "/sections/" not in read(cast, "?language=es", who=who)


def test_a_translator_finds_the_way_in_other_languages_than_the_negotiated_one(cast, text):
    ways = ["/sections/" in read(cast, f"?language={tag}", who="network/translator") for tag in ("es", "pt")]
    assert ways == [False, True]


def test_an_empty_text_is_a_page_too(cast, text, revision):
    save_revision(actor=cast.secretariat, text=text, document=Document(), base=revision, reason="", at=NOW)
    assert "/sections/" not in read(cast, who="network/secretariat")


@pytest.mark.parametrize("language", ["es", "pt"])
def test_a_text_goes_out_as_markdown_and_comes_back_as_it_was(cast, text, language):
    answer = cast.client("XB/focal_point").get(f"/texts/texto/files/{language}.md")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="texto.{language}.md"'
    written = answer.content.decode()
    save(cast, text, TITLE, written + "\nUna línea más.\n", language=language)
    now = document(text)
    assert [passage.id for passage in now if passage.id in DOCUMENT] == [passage.id for passage in DOCUMENT]
    assert [now.passage(p.id).text(language) for p in DOCUMENT] == [p.text(language) for p in DOCUMENT]


@pytest.mark.parametrize("language", ["xx", "..", "es%22", "ES"])
def test_a_language_that_a_text_does_not_have_goes_not_out(cast, text, language):
    assert cast.client("XB/focal_point").get(f"/texts/texto/files/{language}.md").status_code == 404


def test_the_list_has_the_texts_of_the_network_first_and_then_the_mechanism_s_own(cast, text, mechanism):
    own = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    other = make_text(cast, slug="otro")
    assert [line.text for line in texts_for(cast.actor("XA/focal_point"))] == [other, text, own]
    assert [line.text for line in texts_for(cast.actor("XB/focal_point"))] == [other, text]
    assert texts_for(PUBLIC) == []
    assert {line.revision.number for line in texts_for(CONSOLE)} == {1}
    assert (texts_of(mechanism), {t.slug for t in texts_of(cast.body)}) == ([own], {"texto", "otro"})


def test_the_list_knows_the_latest_revision_of_each_text(cast, text):
    other = make_text(cast, slug="otro")
    save(cast, text, SECTION_A, shown(text, SECTION_A).replace("nunca", "jamás"))
    found = latest_revisions([text, other])
    assert {key: revision.number for key, revision in found.items()} == {text.key: 2, other.key: 1}
    assert latest_revisions([]) == {}


def test_a_text_without_any_revision_is_not_found(cast, text):
    bare = Text.objects.create(body=cast.body, slug="nada", negotiated_language="es", created_at=NOW)
    with pytest.raises(type(latest_revision(text)).DoesNotExist):
        latest_revision(bare)
    assert cast.client("network/secretariat").get("/texts/nada/").status_code == 404


def test_documents_are_remembered_and_the_oldest_are_let_go(cast, text, monkeypatch):
    monkeypatch.setattr(documents, "memory", Memory(1))
    first = latest_revision(text)
    again = documents.document_of(first)
    assert documents.document_of(first) is again
    save(cast, text, SECTION_A, shown(text, SECTION_A).replace("nunca", "jamás"))
    document(text)
    assert len(documents.memory._kept) == 1
    assert documents.document_of(first) == again


@pytest.fixture
def pictured(cast):
    """A text of the network with a picture in it."""
    figure = Passage.of(FIRST, Kind.FIGURE, {"es": f"![Un punto]({DIGEST})"})
    source = Import({"es": Document.of([figure])}, [Image(DIGEST, "image/png", PIXEL)])
    return create_text(
        actor=cast.secretariat, body=cast.body, title="Con imagen", source=source, reason="", at=NOW, slug="imagen"
    )


def test_a_picture_is_seen_by_those_who_may_read_its_text_and_by_nobody_else(cast, pictured, mechanism):
    where = f"/texts/imagen/pictures/{DIGEST}/"
    answer = cast.client("XB/representative").get(where)
    assert (answer.content, answer.headers["Content-Type"]) == (PIXEL, "image/png")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert Client().get(where).status_code == 404
    Text.objects.update(body=mechanism)
    assert cast.client("XA/representative").get(where).status_code == 200
    assert [cast.client(who).get(where).status_code for who in ("XB/focal_point", "network/secretariat")] == [404, 404]


def test_a_picture_of_another_text_is_not_found_under_this_one(cast, pictured, text):
    client = cast.client("network/secretariat")
    assert client.get(f"/texts/texto/pictures/{DIGEST}/").status_code == 404
    assert client.get("/texts/imagen/pictures/unknown/").status_code == 404
    assert Picture.objects.count() == 1


def test_the_tab_of_the_page_that_is_open_is_the_current_one(text):
    tabs = text_tabs(text, "/texts/texto/history/")
    assert [tab.url for tab in tabs if tab.is_current] == ["/texts/texto/history/"]
    assert len(tabs) == 7


def test_a_passage_is_shortened_to_its_words_in_the_language_asked_for_or_in_any_it_has():
    passage = Passage.of(FIRST, Kind.PARAGRAPH, {"es": "**Así** es.", "pt": "Assim é."})
    assert [plain_in(passage, tag) for tag in ("es", "pt", "fr")] == ["Así es.", "Assim é.", "Así es."]
    assert plain_in(Passage(FIRST, Kind.PARAGRAPH), "es") == ""


def test_a_kind_of_declaration_that_is_not_known_is_told_by_its_own_name():
    with translation.override("en"):
        assert [kind_words(kind) for kind in ("reservation", "interpretative", "other")] == [
            "Reservation",
            "Interpretative declaration",
            "other",
        ]
