"""A text comes in from files in one or several languages, or not at all."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cast import NOW
from tejido.curriculum.commands import Import, create_text
from tejido.curriculum.imports import UnknownFile, language_in, read_files
from tejido.curriculum.models import PassageContent, Picture, Revision, Text
from tejido.curriculum.names import Act
from tejido.curriculum.names import No as Why
from tejido.curriculum.queries import latest_revision
from tejido.engine.document import Document, Kind, Passage, digest
from tejido.formats import BadFile
from tejido.ledger.models import Line
from tejido.ledger.refusals import No, Refused
from tejido.registry.names import Role

from .writing import ES, PIXEL, PT, document, word_file

pytestmark = pytest.mark.django_db
NAMES = {
    "es.md": "es",
    "curso.pt-BR.docx": "pt-BR",
    "curso-final.es.txt": "es",
    "curso_es.md": "es",
    "curso.quz.md": "quz",
    "curso.ES.md": "",
    "curso.md": "",
    "ley.md": "",
    "formación para la paz.docx": "",
    "resumen v2.docx": "",
}


def bring_in(cast, documents: dict[str, Document], *, by: str = "network/secretariat", body=None, **values) -> Text:
    given = {"title": "Curso", "reason": "Import", "at": NOW, **values}
    return create_text(actor=cast.actor(by), body=body or cast.body, source=Import(documents), **given)


def paragraphs(language: str, *words: str) -> Document:
    ids = (f"00000000{language}{number:02}" for number in range(99))
    return Document.of(Passage.of(next(ids), Kind.PARAGRAPH, {language: text}) for text in words)


def refusal_of(*args, **values):
    with pytest.raises(Refused) as refused:
        bring_in(*args, **values)
    return refused.value.refusal


def upload(cast, *files: tuple[str, bytes], who: str = "network/secretariat", **values):
    client = cast.client(who)
    values = {"title": "Curso", "negotiated": "es", "body": cast.body.key, **values}
    kept = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post("/texts/new/", {**values, "files": kept})


@pytest.mark.parametrize("name", NAMES)
def test_the_language_of_a_file_is_the_tag_at_the_end_of_its_name(name):
    assert language_in(name) == NAMES[name]


def test_a_text_in_one_language_is_negotiated_in_it(cast):
    assert upload(cast, ("curso.md", ES)).headers["location"] == "/texts/curso/"
    text = Text.objects.get()
    assert (text.title, text.negotiated_language, text.body) == ({"es": "Curso"}, "es", cast.body)
    assert [passage.text("es") for passage in document(text)][:2] == ["Curso", "La prevención empieza antes."]


def test_several_languages_are_joined_passage_by_passage(cast):
    upload(cast, ("es.md", ES), ("pt.md", PT))
    revision = Revision.objects.get()
    assert revision.languages == ["es", "pt"]
    assert {passage.languages for passage in document(revision.text)} == {("es", "pt")}


def test_the_language_asked_for_leads_even_where_its_file_comes_last(cast):
    source, _ = read_files([("pt.md", PT), ("es.md", ES)], "es")
    assert list(source.documents) == ["es", "pt"]


def test_several_files_in_one_language_are_one_text_in_their_order():
    source, _ = read_files([("1.es.md", ES), ("2.es.md", b"# Anexo\n")], "es")
    assert [p.text("es") for p in source.documents["es"]][::4] == ["Curso", "Anexo"]


def test_a_language_that_is_said_aloud_wins_over_the_name_of_the_file():
    source, _ = read_files([("curso.en.md", ES)], "es", force=True)
    assert list(source.documents) == ["es"]


def test_a_word_file_comes_in_with_its_picture_which_is_kept_once(cast):
    upload(cast, ("uno.es.docx", word_file(picture=True)), ("dos.es.docx", word_file(picture=True)))
    picture = Picture.objects.get()
    assert (picture.media_type, bytes(picture.data)[:8]) == ("image/png", PIXEL[:8])
    assert Kind.FIGURE in {passage.kind for passage in document(Text.objects.get())}


def test_what_was_simplified_is_told(cast):
    answer = upload(cast, ("es.docx", word_file(struck=True)))
    client = cast.client("network/secretariat")
    client.cookies = answer.client.cookies
    assert "1 thing in the file was simplified." in client.get(answer.headers["location"]).content.decode()


BAD = {
    "an ending that is none of ours": (
        "plan.pdf",
        b"%PDF-1.7",
        "nor Word (.docx) nor Akoma Ntoso (.xml)",
    ),
    "no ending": ("plan", ES, "nor Word (.docx) nor Akoma Ntoso (.xml)"),
    "a Word file that is none": ("plan.docx", b"PK\x03\x04 nothing", "plan.docx"),
    "a cut Word file": ("plan.docx", word_file()[:900], "plan.docx"),
    "another encoding": ("plan.md", "Prevención".encode("latin-1"), "UTF-8"),
    "bytes": ("plan.md", b"a\x00b", "plan.md"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_wrong_file_is_named_in_one_sentence_and_nothing_is_made(cast, name):
    file, content, words = BAD[name]
    answer = upload(cast, ("es.md", ES), (file, content))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert (Text.objects.count(), PassageContent.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "values", [{"title": ""}, {"negotiated": 'e"s'}, {"negotiated": "español"}, {"negotiated": "es\n"}, {"body": "x"}]
)
def test_what_cannot_be_is_asked_again(cast, values):
    answer = upload(cast, ("curso.md", ES), **values)
    assert (answer.status_code, Text.objects.exists()) == (422, False)


def test_no_file_and_a_file_that_is_too_large_are_asked_again(cast, settings):
    assert "Choose at least one file." in upload(cast).content.decode()
    settings.MAX_UPLOAD = len(ES) - 1
    assert "larger than" in upload(cast, ("es.md", ES)).content.decode()
    assert not Text.objects.exists()


def test_an_empty_file_makes_no_text(cast):
    answer = upload(cast, ("es.docx", _empty_word_file()))
    assert answer.status_code in {409, 422}
    assert refusal_of(cast, {"es": Document()}).code == Why.EMPTY
    assert not Text.objects.exists()


def _empty_word_file() -> bytes:
    from io import BytesIO

    from docx import Document as WordDocument

    kept = BytesIO()
    WordDocument().save(kept)
    return kept.getvalue()


def test_a_title_whose_address_is_taken_is_refused_and_the_text_that_has_it_stays_as_it_is(cast, text):
    assert upload(cast, ("es.md", ES), title="Texto").status_code == 409
    refusal = refusal_of(cast, {"es": paragraphs("es", "Otro.")}, title="¡Texto!")
    assert (refusal.code, refusal.values) == (Why.SLUG_TAKEN, {"slug": "texto"})
    assert Text.objects.count() == 1
    assert latest_revision(text).number == 1


def test_no_text_takes_the_address_of_the_page_that_brings_texts_in(cast):
    assert refusal_of(cast, {"en": paragraphs("en", "New.")}, title="New").code == Why.SLUG_TAKEN


@pytest.mark.parametrize("title", ["测试", "¡!", "  "])
def test_a_title_without_a_letter_for_an_address_gets_one_by_chance(cast, title):
    slug = bring_in(cast, {"es": paragraphs("es", "Uno.")}, title=title).slug
    assert len(slug) == 12


def test_a_long_title_gets_a_shorter_address(cast):
    assert bring_in(cast, {"es": paragraphs("es", "Uno.")}, title="muy largo " * 19).slug.startswith("muy-largo-muy")


def test_a_member_cannot_find_out_by_trying_which_titles_another_member_has_taken(cast, mechanism):
    bring_in(cast, {"es": paragraphs("es", "Nuestro.")}, by="XA/focal_point", body=mechanism, title="Plan nacional")
    for _ in range(2):
        bring_in(cast, {"es": paragraphs("es", "Otro.")}, by="XA/focal_point", body=mechanism, title="Plan nacional")
    assert bring_in(cast, {"es": paragraphs("es", "De todos.")}, title="Plan nacional").slug == "plan-nacional"
    assert len(set(Text.objects.values_list("slug", flat=True))) == 4


@pytest.mark.parametrize(
    "who", ["XA/focal_point", "XA/representative/JUS", "network/chair", "network/translator", "network/observer"]
)
def test_only_who_facilitates_a_body_brings_a_text_in(cast, who):
    refusal = refusal_of(cast, {"es": paragraphs("es", "Uno.")}, by=who)
    assert (refusal.code, refusal.values["who"]) == (No.NOT_YOURS, Role.SECRETARIAT.label)
    if who != "XA/focal_point":
        assert cast.client(who).get("/texts/new/").status_code == 404


def test_the_secretariat_brings_nothing_into_a_mechanism_and_a_focal_point_does(cast, mechanism):
    refusal = refusal_of(cast, {"es": paragraphs("es", "Uno.")}, body=mechanism)
    assert (refusal.code, refusal.values["who"]) == (No.NOT_YOURS, Role.FOCAL_POINT.label)
    assert upload(cast, ("es.md", ES), body=mechanism.key).status_code == 422
    assert upload(cast, ("es.md", ES), who="XA/focal_point", body=mechanism.key).status_code == 302
    assert Text.objects.get().body == mechanism


def test_bringing_a_text_in_is_two_lines_of_the_ledger_of_its_body(cast):
    text = bring_in(cast, {"es": paragraphs("es", "La prevención.")}, title="Un título")
    created, saved = Line.objects.filter(act__in=[Act.TEXT_CREATED, Act.REVISION_SAVED]).order_by("place")
    assert (created.object, created.office, created.tree_id) == (text.key, "network/secretariat/SEC", "network")
    assert saved.facts == {"text": text.key, "number": 1, "digest": digest(document(text)), "parent": ""}
    told = bytes(created.canonical + saved.canonical).decode()
    assert [word for word in ("titulo", "título", "prevención", "Import") if word in told] == []


def test_a_bad_file_is_named_also_where_several_are_read():
    with pytest.raises(BadFile) as problem:
        read_files([("es.md", ES), ("pt.docx", b"none")], "es")
    assert problem.value.name == "pt.docx"
    with pytest.raises(UnknownFile, match=r"plan\.odt"):
        read_files([("plan.odt", b"")], "es")
