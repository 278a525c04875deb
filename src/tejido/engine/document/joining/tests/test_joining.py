"""The laws of joining languages, over texts and translations made by chance."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document import Document, Joined, Kind, Passage, join_languages
from tejido.engine.document.joining.rows import _woven

from ...tests.texts import declaration, heading, paragraph

FORMS = st.sampled_from([(Kind.PARAGRAPH, 0), (Kind.HEADING, 2), (Kind.HEADING, 3), (Kind.ITEM, 1), (Kind.TABLE, 0)])
WORDS = st.lists(
    st.sampled_from(["ley", "Estado", "red", "12", "2024", "aviso", "paz", "[a](b)", "niña", "juez"]),
    min_size=1,
    max_size=9,
)


@st.composite
def documents(draw: st.DrawFn, tag: str) -> Document:
    forms = draw(st.lists(FORMS, max_size=9))
    return Document.of(
        Passage.of(f"{tag}{at}", kind, {tag: " ".join(draw(WORDS))}, level=level)
        for at, (kind, level) in enumerate(forms)
    )


@st.composite
def languages(draw: st.DrawFn) -> dict[str, Document]:
    tags = draw(st.lists(st.sampled_from(["es", "pt", "en", "fr"]), min_size=1, max_size=4, unique=True))
    return {tag: draw(documents(tag)) for tag in tags}


def in_language(joined: Joined, tag: str) -> list[str]:
    return [row.text(tag) for row in joined.document if row.text(tag)]


@given(languages())
@settings(deadline=None)
def test_no_text_is_lost_or_changed_and_each_language_keeps_its_order(texts: Mapping[str, Document]) -> None:
    joined = join_languages(texts)
    for tag, document in texts.items():
        assert in_language(joined, tag) == [p.text(tag) for p in document]


@given(languages())
@settings(deadline=None)
def test_a_passage_is_that_of_the_first_language_that_has_it(texts: Mapping[str, Document]) -> None:
    originals = {p.id: p for document in texts.values() for p in document}
    for row in join_languages(texts).document:
        first = next(tag for tag in texts if tag in row.languages)
        assert row.id in texts[first]
        assert row.with_texts({first: row.text(first)}) == originals[row.id]


@given(languages())
@settings(deadline=None)
def test_a_heading_is_never_joined_with_running_text(texts: Mapping[str, Document]) -> None:
    kinds = {(tag, p.text(tag)): set[bool]() for tag, document in texts.items() for p in document}
    for tag, document in texts.items():
        for p in document:
            kinds[tag, p.text(tag)].add(p.kind is Kind.HEADING)
    for row in join_languages(texts).document:
        assert all((row.kind is Kind.HEADING) in kinds[pair] for pair in row.texts)


@given(languages())
@settings(deadline=None)
def test_what_is_unjoined_is_named_in_order(texts: Mapping[str, Document]) -> None:
    joined = join_languages(texts)
    assert list(joined.unjoined) == list(texts)
    for tag, ids in joined.unjoined.items():
        assert list(ids) == [row.id for row in joined.document if not row.text(tag)]


@given(languages())
@settings(deadline=None)
def test_joining_does_not_depend_on_chance(texts: Mapping[str, Document]) -> None:
    assert join_languages(texts) == join_languages({tag: Document.of(list(d)) for tag, d in texts.items()})


def copied(document: Document, language: str, tag: str) -> Document:
    return Document.of(p.with_id(f"{tag}-{p.id}").with_texts({tag: p.text(language)}) for p in document)


@given(documents("es"))
@settings(deadline=None)
def test_ids_that_are_shared_say_what_belongs_together(document: Document) -> None:
    shuffled = Document.of(p.with_texts({"pt": "Outra coisa."}) for p in reversed(document.passages))
    joined = join_languages({"es": document, "pt": shuffled})
    assert [(row.id, row.languages) for row in joined.document] == [(p.id, ("es", "pt")) for p in document]


def test_beside_shared_ids_new_passages_find_their_place() -> None:
    lead = Document.of([heading("h", 2), paragraph("a"), paragraph("b"), paragraph("c")])
    other = Document.of(
        [
            heading("h", 2).with_texts({"pt": "Título"}),
            paragraph("c", "Terceiro.", "pt"),
            paragraph("new", "Novo, que só existe aqui e é bem mais longo do que os outros parágrafos do texto.", "pt"),
            paragraph("a", "Primeiro.", "pt"),
        ]
    )
    joined = join_languages({"es": lead, "pt": other})
    assert [row.id for row in joined.document] == ["h", "a", "b", "c", "new"]
    assert joined.unjoined == {"es": ("new",), "pt": ("b",)}


def test_a_shared_id_counts_for_more_than_any_likeness() -> None:
    """What is a heading here was made a paragraph there, and the two headings left over look alike."""
    lead = Document.of([heading("a", 2, "Artículo 12"), paragraph("b", "Artículo 13")])
    other = Document.of(
        [Passage.of("b", Kind.HEADING, {"pt": "Artigo 12"}, level=2), paragraph("c", "Artigo 13", "pt")]
    )
    joined = join_languages({"es": lead, "pt": other})
    assert dict(joined.document.passage("b").texts) == {"es": "Artículo 13", "pt": "Artigo 12"}
    assert in_language(joined, "pt") == ["Artigo 12", "Artigo 13"]


@pytest.mark.parametrize("language", ["es", "ar"])
def test_identical_texts_are_joined_throughout(language: str) -> None:
    document = declaration(language)
    joined = join_languages({language: document, "x": copied(document, language, "x")})
    assert joined.unjoined == {language: (), "x": ()}
    assert [dict(row.texts) for row in joined.document] == [
        {language: p.text(language), "x": p.text(language)} for p in document
    ]


def test_one_language_alone_is_joined_as_it_is() -> None:
    assert join_languages({"es": declaration("es")}) == Joined(declaration("es"), {"es": ()})


def test_empty_documents_are_joined_to_what_there_is() -> None:
    assert join_languages({}) == Joined(Document(), {})
    assert not len(join_languages({"es": Document(), "pt": Document()}).document)
    text = declaration("pt")
    ids = tuple(p.id for p in text)
    assert join_languages({"es": Document(), "pt": text}) == Joined(text, {"es": ids, "pt": ()})
    assert join_languages({"pt": text, "es": Document()}) == Joined(text, {"pt": (), "es": ids})


def test_what_only_one_language_has_stays_in_its_section() -> None:
    """Between two pairs each language has a passage more, and then a section that the other has not."""
    h1, a, h2, b, last = rows = [heading("h1", 2), paragraph("a"), heading("h2", 2), paragraph("b"), paragraph("last")]
    extra = [paragraph("x", language="pt"), heading("h3", 3), paragraph("y", language="pt")]
    others = [h1.with_id("o1"), *extra, last.with_id("o2")]
    assert list(_woven(rows, others, {0: 0, 4: 4})) == [h1, a, extra[0], h2, b, extra[1], extra[2], last]
    assert list(_woven([h2, b], extra, {})) == [extra[0], h2, b, extra[1], extra[2]]


def translated(length: int, seed: int) -> tuple[list[Passage], list[Passage]]:
    """A text and a word-by-word translation into an invented language, a third of whose words are translated freely."""
    chance = Random(seed)
    vocabulary = sorted({word for p in declaration("es") for word in p.text("es").split()})
    meaning = {word: "".join(chance.choices("bdfgklmnprst", k=chance.randint(3, 8))) for word in vocabulary}
    ones, others = [], []
    for at in range(length):
        is_heading = at % 10 == 0
        words = chance.choices(vocabulary, k=3 if is_heading else chance.randint(6, 40))
        free = [meaning[word if chance.random() < 0.67 else chance.choice(vocabulary)] for word in words]
        form = heading(f"a{at}", 2) if is_heading else paragraph(f"a{at}")
        ones.append(form.with_texts({"es": " ".join(words)}))
        others.append(form.with_id(f"b{at}").with_texts({"x": " ".join(free)}))
    return ones, others


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("missing", [(12, 0), (0, 12), (12, 12)])
def test_removed_passages_are_the_ones_that_stay_alone(missing: tuple[int, int], seed: int) -> None:
    ones, others = translated(240, seed)
    chance = Random(seed)
    gone, other_gone = (set(chance.sample(range(240), count)) for count in missing)
    joined = join_languages(
        {
            "es": Document.of(p for at, p in enumerate(ones) if at not in gone),
            "x": Document.of(p for at, p in enumerate(others) if at not in other_gone),
        }
    )
    place = {p.text("es"): at for at, p in enumerate(ones)} | {p.text("x"): at for at, p in enumerate(others)}
    rows = [{place[text] for _, text in row.texts} for row in joined.document]
    wrong = [places for places in rows if len(places) == 2]
    assert len(wrong) <= 1
    alone = {min(places) for places, row in zip(rows, joined.document, strict=True) if len(row.texts) == 1}
    assert len((gone ^ other_gone) - alone) <= 2 * len(wrong)
    assert len(alone - (gone | other_gone)) <= 2


@pytest.mark.parametrize(("language", "other"), [("es", "pt"), ("es", "en"), ("fr", "es"), ("en", "ar")])
def test_a_real_translation_with_gaps_is_hardly_ever_joined_wrong(language: str, other: str) -> None:
    """Six passages gone from either side of the Declaration, ten times. At most one pair in a hundred is wrong, and
    nearly all that has a partner is joined."""
    numbers = {tag: _numbers(tag) for tag in (language, other)}
    chance = Random(5)
    right = wrong = possible = 0
    for _ in range(10):
        kept = {}
        for tag in (language, other):
            gone = set(chance.sample(range(len(declaration(tag))), 6))
            kept[tag] = Document.of(p for at, p in enumerate(declaration(tag)) if at not in gone)
        for row in join_languages(kept).document:
            found = {numbers[tag][text] for tag, text in row.texts}
            right += len(row.texts) == 2 and len(found) == 1
            wrong += len(found) == 2
        held = [{numbers[tag][p.text(tag)] for p in kept[tag]} for tag in kept]
        possible += len(held[0] & held[1])
    assert wrong <= possible / 100
    assert right >= possible * 0.95


def _numbers(language: str) -> dict[str, int]:
    """The place of each text in the complete Declaration: French lacks the place 9, Arabic 5."""
    gap = {"fr": 9, "ar": 5}.get(language, 99)
    return {p.text(language): at + (at >= gap) for at, p in enumerate(declaration(language))}


def test_two_texts_that_have_nothing_in_common_are_not_joined() -> None:
    ones, _ = translated(120, 1)
    others = [p.with_id(f"x{p.id}").with_texts({"x": p.text("x")}) for p in translated(120, 2)[1]]
    chance = Random(3)
    chance.shuffle(others)
    joined = join_languages({"es": Document.of(ones), "x": Document.of(others)})
    assert sum(len(row.texts) == 2 for row in joined.document) <= 12
