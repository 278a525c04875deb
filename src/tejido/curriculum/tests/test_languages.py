"""What two languages do not share is shown, for a person to join; nothing is guessed."""

import pytest

from cast import NOW
from tejido.curriculum.commands import Import, create_text, join_passages
from tejido.curriculum.names import Act, No
from tejido.curriculum.queries import latest_revision, unjoined
from tejido.engine.document import Document, Kind, Passage
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused

from .writing import document

pytestmark = pytest.mark.django_db
BOTH, SPANISH, PORTUGUESE, LATE = "0000000000b0", "0000000000e0", "0000000000p0", "0000000000p1"
PASSAGES = (
    Passage.of(BOTH, Kind.HEADING, {"es": "Curso", "pt": "Curso"}, level=1),
    Passage.of(SPANISH, Kind.PARAGRAPH, {"es": "Solo aquí."}),
    Passage.of(PORTUGUESE, Kind.PARAGRAPH, {"pt": "Só aqui."}),
    Passage.of(LATE, Kind.PARAGRAPH, {"pt": "Também só aqui."}),
)


@pytest.fixture
def apart(cast):
    """A text in which one sentence stands in each language without the other."""
    source = Import({"es": Document.of(PASSAGES)})
    return create_text(
        actor=cast.secretariat, body=cast.body, title="Aparte", source=source, reason="", at=NOW, slug="aparte"
    )


def join(cast, text, keep: str, take: str, by: str = "network/secretariat"):
    return join_passages(actor=cast.actor(by), text=text, keep=keep, take=take, at=NOW)


def refusal_of(*args, **values):
    with pytest.raises(Refused) as refused:
        join(*args, **values)
    return refused.value.refusal


def test_what_lacks_a_language_is_listed_by_language(apart):
    missing = unjoined(document(apart), ("es", "pt"))
    assert {tag: [p.id for p in found] for tag, found in missing.items()} == {
        "es": [PORTUGUESE, LATE],
        "pt": [SPANISH],
    }


@pytest.mark.parametrize("by", ["network/secretariat", "network/translator"])
def test_two_passages_that_say_the_same_become_one_under_the_id_that_stays(cast, apart, by):
    revision = join(cast, apart, SPANISH, PORTUGUESE, by)
    assert (revision.number, revision.office) == (2, cast.office(by))
    now = document(apart)
    assert now.passage(SPANISH).texts == (("es", "Solo aquí."), ("pt", "Só aqui."))
    assert PORTUGUESE not in now
    assert Line.objects.get(object=revision.key).act == Act.LANGUAGES_JOINED


@pytest.mark.parametrize(("keep", "take"), [(BOTH, PORTUGUESE), (LATE, PORTUGUESE), (SPANISH, SPANISH)])
def test_two_passages_with_a_text_in_one_language_are_never_joined(cast, apart, keep, take):
    assert refusal_of(cast, apart, keep, take).code == No.NOT_JOINABLE
    assert latest_revision(apart).number == 1


@pytest.mark.parametrize(("keep", "take"), [(SPANISH, "000000000000"), ("000000000000", PORTUGUESE)])
def test_a_passage_that_is_gone_is_not_joined(cast, apart, keep, take):
    assert refusal_of(cast, apart, keep, take).code == No.NO_SECTION


@pytest.mark.parametrize("by", ["XA/focal_point", "network/chair", "network/observer"])
def test_nobody_else_joins_languages(cast, apart, by):
    assert refusal_of(cast, apart, SPANISH, PORTUGUESE, by=by).code == Shared.NOT_YOURS


def page(cast, by: str = "network/secretariat", query: str = "", language: str = "en"):
    answer = cast.client(by, language=language).get(f"/texts/aparte/languages/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_shows_what_is_apart_and_offers_to_join_it(cast, apart):
    told = page(cast)
    assert "Passages that exist only in Portuguese" in told
    assert told.count("Também só aqui.") == 1
    assert f'<option value="{SPANISH}">' in told


def test_the_page_joins_and_says_so(cast, apart):
    client = cast.client("network/secretariat")
    answer = client.post("/texts/aparte/languages/", {"keep": SPANISH, "take": PORTUGUESE}, follow=True)
    assert "The two passages are one now." in answer.content.decode()
    refused = client.post("/texts/aparte/languages/", {"keep": SPANISH}, follow=True).content.decode()
    assert "This field is required." in refused
    assert latest_revision(apart).number == 2


def test_the_page_says_what_is_not_yet_translated_and_when_nothing_is_missing(cast, apart):
    for take in (PORTUGUESE, LATE):
        save_without(cast, apart, take)
    assert "Not yet in Portuguese" in page(cast)
    save_without(cast, apart, SPANISH)
    assert "Every passage is there in Portuguese." in page(cast)


def save_without(cast, text, id: str) -> None:
    from tejido.curriculum.commands import save_revision

    kept = Document.of(passage for passage in document(text) if passage.id != id)
    base = latest_revision(text)
    save_revision(actor=cast.secretariat, text=text, document=kept, base=base, reason="", at=NOW)


@pytest.mark.parametrize("language", ["es", "en", "pt"])
def test_a_translator_is_offered_to_join_whatever_language_they_read_the_page_in(cast, apart, language):
    assert "<select" in page(cast, "network/translator", language=language)


@pytest.mark.parametrize("by", ["XA/focal_point", "network/observer"])
def test_who_may_not_join_is_not_offered_to(cast, apart, by):
    assert "<select" not in page(cast, by)


@pytest.mark.parametrize("query", ["?other=xx", "?other=es", "?other=%3Cscript%3E", "?other=", "?other=pt"])
def test_a_language_that_the_text_does_not_have_is_not_said_to_be_complete(cast, apart, query):
    told = page(cast, query=query)
    assert "Passages that exist only in Portuguese" in told
    assert "Every passage is there" not in told


@pytest.mark.parametrize("tag", ["gn", "quz", "pt-BR"])
def test_a_language_of_the_region_has_its_pages_also_where_the_interface_does_not_know_its_name(cast, tag):
    words = Document.of([Passage.of(BOTH, Kind.HEADING, {"es": "Curso", tag: "…"}, level=1)])
    source = Import({"es": words})
    create_text(actor=cast.secretariat, body=cast.body, title="Aparte", source=source, reason="", at=NOW, slug="aparte")
    assert f"?other={tag}" in page(cast)
    client = cast.client("network/secretariat")
    for address in ("", f"sections/{BOTH}/", "changes/", "history/"):
        assert client.get(f"/texts/aparte/{address}?language={tag}").status_code == 200


def test_a_text_in_one_language_has_nothing_to_join(cast):
    source = Import({"es": Document.of(PASSAGES[1:2])})
    create_text(actor=cast.secretariat, body=cast.body, title="Aparte", source=source, reason="", at=NOW, slug="aparte")
    told = page(cast)
    assert "Passages that exist only in" not in told
    assert "negotiated" in told
