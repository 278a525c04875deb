"""What a digest covers, and what a change of substance is."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tejido.engine.document import (
    Document,
    Kind,
    Passage,
    digest,
    digest_of_digests,
    passage_digest,
    section_digest,
    substance,
)

from .texts import documents, passages

HEADING = Passage.of("0000000000a1", Kind.HEADING, {"es": "Prevención", "pt": "Prevenção"}, level=2)
ITEM = Passage.of("0000000000b2", Kind.ITEM, {"es": "Escuchar"}, level=1, attributes={"ordered": "1", "start": "3"})
TEXT = Document.of([HEADING, ITEM])


def test_digests_are_what_anybody_computes_from_the_published_form() -> None:
    """The canonical bytes written out by hand: RFC 8785 sorts the keys and leaves letters as they are."""
    heading = (
        '{"attributes":{},"format":"tejido-passage-1","id":"0000000000a1","kind":"heading","level":2,'
        '"texts":{"es":"Prevención","pt":"Prevenção"}}'
    )
    item = (
        '{"attributes":{"ordered":"1","start":"3"},"format":"tejido-passage-1","id":"0000000000b2","kind":"item",'
        '"level":1,"texts":{"es":"Escuchar"}}'
    )
    parts = [hashlib.sha256(form.encode()).hexdigest() for form in (heading, item)]
    assert [passage_digest(p) for p in TEXT] == parts
    lists = {
        name: hashlib.sha256(f'{{"format":"{name}","passages":["{parts[0]}","{parts[1]}"]}}'.encode()).hexdigest()
        for name in ("tejido-text-1", "tejido-section-1")
    }
    assert digest(TEXT) == digest_of_digests(parts) == lists["tejido-text-1"]
    assert section_digest(TEXT) == lists["tejido-section-1"]


def test_digests_never_change_from_one_version_of_the_program_to_the_next() -> None:
    assert (passage_digest(HEADING), digest(TEXT), digest(Document())) == (
        "b6c281a74556a5c1bc58c78513f76fa6583ca45b801d5ce319d66b3eb2ba51f6",
        "18e0a39bad80628771459ba3b92cffc6572605e62a67bc32d54e680ab89be3a5",
        "53f3954ec9afdc4443b9679beeb7c06360c3bf1b67e2e425e47cb4206307987a",
    )
    assert substance(HEADING, ["pt", "es"]) == "35eb2c5988f316a88c2c0b013d87d8f0e3aeb01314e6a593afbb60f6d5722ced"


@given(passages(), st.data())
@settings(deadline=None)
def test_whatever_changes_in_a_passage_changes_its_digest(passage: Passage, data: st.DataObject) -> None:
    other = data.draw(passages("q") | passages("p"))
    assert (passage_digest(passage) == passage_digest(other)) == (passage == other)


@given(documents(), st.data())
@settings(deadline=None)
def test_whatever_changes_in_a_text_changes_its_digest(document: Document, data: st.DataObject) -> None:
    other = data.draw(st.permutations(document.passages).map(Document.of) | documents())
    assert (digest(document) == digest(other)) == (document == other)


def said(text: str, language: str = "es") -> Passage:
    return Passage.of("p", Kind.PARAGRAPH, {language: text})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("El Estado «previene».", 'El Estado "previene".'),
        ("l’État « prévient »", "l'État “prévient”"),
        ("« mot\u00a0»", "“mot”"),
        ("uno – dos — tres", "uno - dos - tres"),
        ("co‐operation", "co-operation"),
        ("uno  dos\n tres ", "uno dos tres"),
        ("n\u0303o", "ño"),
        ("la ﬁcha…", "la ficha..."),
        ("10\u202f000", "10 000"),
    ],
)
def test_typography_is_no_substance(one: str, other: str) -> None:
    assert substance(said(one), ["es"]) == substance(said(other), ["es"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10² personas", "102 personas"),
        ("½ hora", "1/2 hora"),
        ("Estado", "estado"),
        ("no previene", "noprevene"),
        ("el *Estado*", "el Estado"),
        ("1.º", "1.o"),
        ("previene.", "previene"),
        ("10.000", "10 000"),
    ],
)
def test_a_sign_that_can_change_the_sense_is_substance(one: str, other: str) -> None:
    assert substance(said(one), ["es"]) != substance(said(other), ["es"])


SAID = st.lists(
    st.sampled_from(["ley", "paz", '"', "«", "»", "’", "—", "-", " ", "\n", "…", "é", "²", "2"]), max_size=9
)


@given(SAID.map("".join), SAID.map("".join))
@settings(deadline=None)
def test_texts_of_the_same_substance_have_the_same_letters_and_figures(one: str, other: str) -> None:
    assume(one and other)
    same = substance(said(one), ["es"]) == substance(said(other), ["es"])
    if same:
        assert [c for c in one if c.isalnum()] == [c for c in other if c.isalnum()]
    if one.split() == other.split():
        assert same


@given(passages(), st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@settings(deadline=None)
def test_only_negotiated_languages_kind_and_attributes_are_substance(passage: Passage, text: str) -> None:
    other = replace(passage.with_text("qu", text), id="elsewhere")
    assert substance(passage, ["es", "pt-BR"]) == substance(other, ["pt-BR", "es"])
    assert substance(passage, ["es"]) != substance(replace(passage, attributes=(("new", "1"),)), ["es"])
    kinds = {substance(replace(passage, kind=kind), ["es"]) for kind in Kind}
    assert len(kinds) == len(Kind)
