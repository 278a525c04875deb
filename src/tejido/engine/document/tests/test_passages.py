"""What a passage and a document hold, whoever builds them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document import Document, Kind, Passage

from .texts import TAGS, WORDS, documents, paragraph, passages


@given(st.dictionaries(TAGS, WORDS | st.just("")), st.dictionaries(WORDS, WORDS, max_size=3))
@settings(deadline=None)
def test_a_passage_does_not_depend_on_the_order_in_which_it_was_filled(
    texts: dict[str, str], attributes: dict[str, str]
) -> None:
    backwards = [dict(reversed(mapping.items())) for mapping in (texts, attributes)]
    one = Passage.of("p", Kind.PARAGRAPH, texts, attributes=attributes)
    assert one == Passage.of("p", Kind.PARAGRAPH, backwards[0], attributes=backwards[1])
    assert list(one.languages) == sorted(tag for tag, text in texts.items() if text)


@given(passages(), TAGS, WORDS)
@settings(deadline=None)
def test_setting_one_language_leaves_all_else(passage: Passage, language: str, text: str) -> None:
    found = passage.with_text(language, text)
    assert found.text(language) == text
    assert found.with_text(language, passage.text(language)) == passage
    assert {**dict(found.texts), language: ""} == {**dict(passage.texts), language: ""}


def test_an_empty_text_is_no_text() -> None:
    passage = paragraph("p").with_text("pt", "Parágrafo.")
    assert passage.with_text("es", "").languages == ("pt",)
    assert passage.with_text("es", "").text("es") == ""


def test_an_attribute_that_is_not_there_is_what_the_caller_says() -> None:
    activity = Passage.of("p", Kind.ACTIVITY, {"es": "Debate."}, attributes={"minutes": "90"})
    assert (activity.attribute("minutes"), activity.attribute("method"), activity.attribute("method", "libre")) == (
        "90",
        "",
        "libre",
    )


def test_another_id_is_another_passage_with_the_same_words() -> None:
    assert paragraph("p").with_id("q") == paragraph("q")


def test_the_first_id_that_occurs_twice_is_named() -> None:
    with pytest.raises(ValueError, match="the passage id b occurs twice"):
        Document.of([paragraph("a"), paragraph("b"), paragraph("c"), paragraph("b"), paragraph("a")])


@given(documents())
@settings(deadline=None)
def test_every_passage_is_found_by_its_id_and_in_order(document: Document) -> None:
    assert [document.passage(p.id) for p in document] == list(document.passages)
    assert [document.index[p.id] for p in document] == list(range(len(document)))
    assert all(p.id in document for p in document)
    assert "nobody" not in document
    assert set(document.languages) == {tag for p in document for tag in p.languages}


def test_a_passage_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        Document.of([paragraph("a")]).passage("b")
