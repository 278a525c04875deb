"""XLIFF and TMX: out with every id, and in by way of a preview."""

import re
from io import BytesIO

import pytest

from cast import FIRST, SECOND, SECTION_A, TITLE
from tejido.curriculum.queries import latest_revision
from tejido.engine.translation import State
from tejido.formats.bitext import Bitext, Unit, read, write_tmx, write_xliff
from tejido.translation.imports import opened, read_translations
from tejido.translation.models import TranslationMark
from tejido.translation.queries import desk_of

from .doings import MEMBER, SECRETARIAT, TRANSLATOR, document, states, translate, write_source
from .test_glossary import entered

pytestmark = pytest.mark.django_db
VERSION = "/texts/texto/translation/pt/"


@pytest.fixture(autouse=True)
def here(monkeypatch, request):
    """Files are read in this process, but for the test that is about the other one."""
    if "limited" not in request.node.name:
        monkeypatch.setattr("tejido.translation.imports.parse_bitext", lambda raw, **_name: read(raw))


def taken(cast, text, ending="xlf"):
    answer = cast.client(MEMBER).get(f"{VERSION}files/{ending}")
    assert answer.status_code == 200
    return answer.content


def bring(client, raw, name="texto.xlf", version=VERSION):
    file = BytesIO(raw)
    file.name = name
    return client.post(f"{version}imports/", {"file": file}, follow=True)


def land(client, page, **more):
    field = re.search(r'name="sealed" value="([^"]+)"', page)[1]
    return client.post(f"{VERSION}landings/", {"sealed": field, **more})


def changed(raw, old, new):
    assert old.encode() in raw
    return raw.replace(old.encode(), new.encode())


@pytest.mark.parametrize("ending", ["xlf", "tmx"])
def test_what_goes_out_bears_every_id_and_comes_back_without_a_difference(cast, text, ending):
    raw = taken(cast, text, ending)
    assert [unit.id for unit in read(raw).units] == [passage.id for passage in document(text)]
    page = bring(cast.client(TRANSLATOR), raw).content.decode()
    assert "Nothing in the file differs" in page
    assert "<dd>10</dd>" in page


def test_a_format_of_nobody_leads_nowhere(cast, text):
    assert cast.client(MEMBER).get(f"{VERSION}files/exe").status_code == 404


@pytest.mark.parametrize("ending", ["xlf", "tmx"])
def test_only_what_differs_lands_as_a_human_draft(cast, text, ending):
    raw = changed(taken(cast, text, ending), "A prevenção começa", "A prevenção vem")
    client = cast.client(TRANSLATOR)
    page = bring(client, raw, f"texto.{ending}").content.decode()
    assert "1 passage differs" in page
    assert "<ins>" in page
    before = latest_revision(text).number
    assert land(client, page).url == VERSION
    assert document(text).passage(FIRST).text("pt") == "A prevenção vem antes da violência."
    assert latest_revision(text).number == before + 1
    assert [(row.passage, row.state) for row in TranslationMark.objects.all()] == [(FIRST, "human")]


def test_what_is_left_out_is_left_out_and_nothing_is_refused(cast, text):
    raw = changed(taken(cast, text), "A prevenção começa", "A prevenção vem")
    client = cast.client(TRANSLATOR)
    page = bring(client, raw).content.decode()
    answer = land(client, page, leave=[FIRST])
    assert answer.status_code == 409
    assert TranslationMark.objects.count() == 0


def test_a_machine_s_words_land_as_such(cast, text):
    raw = changed(taken(cast, text), "A prevenção começa", "A prevenção vem")
    client = cast.client(TRANSLATOR)
    land(client, bring(client, raw).content.decode(), by_machine="on")
    assert states(text)[FIRST] is State.MACHINE


def test_a_file_of_an_earlier_revision_is_made_on_what_it_said(cast, text):
    raw = changed(taken(cast, text), "A prevenção começa", "A prevenção vem")
    write_source(cast, text, FIRST, "Otra cosa.")
    client = cast.client(TRANSLATOR)
    page = bring(client, raw).content.decode()
    assert "made on other words of the source" in page
    land(client, page)
    assert states(text)[FIRST] is State.STALE


def test_words_that_came_in_meanwhile_are_shown_and_given_up_only_where_one_says_so(cast, text):
    raw = changed(taken(cast, text), "A prevenção começa", "A prevenção vem")
    translate(cast, text, {FIRST: "Entretanto outra."})
    client = cast.client(TRANSLATOR)
    page = bring(client, raw).content.decode()
    assert "changed here since" in page
    assert land(client, page).status_code == 409
    assert land(client, page, take=[FIRST]).status_code == 302
    assert document(text).passage(FIRST).text("pt") == "A prevenção vem antes da violência."


def test_words_that_came_in_after_the_preview_are_not_overwritten(cast, text):
    raw = changed(taken(cast, text), "A prevenção começa", "A prevenção vem")
    client = cast.client(TRANSLATOR)
    page = bring(client, raw).content.decode()
    translate(cast, text, {FIRST: "Entretanto algo bem diferente."}, by=SECRETARIAT)
    assert land(client, page).status_code == 409
    assert document(text).passage(FIRST).text("pt") == "Entretanto algo bem diferente."


def test_a_file_of_another_program_finds_its_passages_by_their_words(cast, text):
    units = (
        Unit("", (("es", "Los factores se  estudian en conjunto, nunca uno solo."), ("pt-BR", "Novo."))),
        Unit("", (("es", "De ninguna parte."), ("pt-BR", "De lugar nenhum."))),
        Unit("", (("es", "De ninguna parte."),)),
        Unit(TITLE, (("es", "Algo nuevo"), ("pt-BR", " "))),
        Unit(SECTION_A, (("pt-BR", "Fatores"),)),
        Unit(SECTION_A, (("pt-BR", "Outra vez"),)),
    )
    desk = desk_of(text, latest_revision(text))
    found = read_translations(write_tmx(Bitext("es", ("pt-BR",), units)), "a.tmx", desk, "pt")
    assert {row.passage: row.words for row in found.rows} == {SECOND: "Novo.", SECTION_A: "Fatores"}
    assert (found.unknown, found.unfit) == (1, 1)


def test_passages_that_say_the_same_are_not_told_apart_by_words(cast, text):
    write_source(cast, text, FIRST, "Los factores se estudian en conjunto, nunca uno solo.")
    unit = Unit("", (("es", "Los factores se estudian en conjunto, nunca uno solo."), ("pt", "Novo.")))
    found = read_translations(
        write_tmx(Bitext("es", ("pt",), (unit,))), "a.tmx", desk_of(text, latest_revision(text)), "pt"
    )
    assert found.unknown == 1


def test_a_source_that_was_never_here_leaves_the_translation_stale(cast, text):
    unit = Unit(FIRST, (("es", "De otra red."), ("pt", "De outra rede.")))
    client = cast.client(TRANSLATOR)
    land(client, bring(client, write_xliff(Bitext("es", ("pt",), (unit,)))).content.decode())
    assert states(text)[FIRST] is State.STALE


def test_what_cannot_be_read_or_is_in_another_language_is_one_sentence(cast, text):
    client = cast.client(TRANSLATOR)
    french = write_xliff(Bitext("es", ("fr",), (Unit(FIRST, (("es", "a"), ("fr", "b"))),)))
    assert "The file is neither XLIFF 2 nor TMX" in bring(client, b"<a/>").content.decode()
    assert "no words in português. It has: es, fr." in bring(client, french).content.decode()
    assert "File:" in client.post(f"{VERSION}imports/", {}, follow=True).content.decode()


def test_a_file_that_is_too_large_is_not_read(cast, text, settings):
    settings.MAX_UPLOAD = 10
    assert "larger than 0 MB" in bring(cast.client(TRANSLATOR), b"<a/>" * 10).content.decode()


def test_the_glossary_speaks_in_the_preview(cast, text):
    entered(cast)
    raw = changed(taken(cast, text), "A prevenção começa", "O prevenimento começa")
    client = cast.client(TRANSLATOR)
    page = bring(client, raw).content.decode()
    assert "glossary: not “prevenimento”" in page
    assert land(client, page).status_code == 302


def test_a_field_that_is_not_ours_is_refused(cast, text):
    client = cast.client(TRANSLATOR)
    assert client.post(f"{VERSION}landings/", {"sealed": "x"}).status_code == 409
    raw = changed(taken(cast, text), "A prevenção começa", "A prevenção vem")
    page = bring(client, raw).content.decode()
    field = re.search(r'name="sealed" value="([^"]+)"', page)[1]
    for where in (("other", "pt"), (text.key, "fr")):
        with pytest.raises(ValueError, match="of another text"):
            opened(field, *where, [], [])


def test_a_hostile_file_ends_in_the_limited_process(cast, text):
    bomb = b'<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tmx>&b;</tmx>'
    page = bring(cast.client(TRANSLATOR), bomb, "texto.tmx").content.decode()
    assert "texto.tmx: The file declares a document type or entities of its own." in page
