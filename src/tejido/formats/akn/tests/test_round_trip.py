"""A text goes out as Akoma Ntoso and comes back the same."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document import Document, Kind, Passage, join_languages, passage_id
from tejido.formats import BadFile, Code
from tejido.formats.akn import About, read, write
from tejido.formats.markdown import read as read_markdown
from tejido.formats.markdown.tests.sources import hostile, minter

ABOUT = About("acuerdo", "Acuerdo", "Red", "edition-1", "0" * 64, date(2026, 3, 12), "https://a.example/")


def alone(document: Document, language: str) -> Document:
    return Document.of(
        Passage.of(p.id, p.kind, {language: p.text(language)}, level=p.level, attributes=dict(p.attributes))
        for p in document
        if p.text(language)
    )


def again(document: Document, language: str) -> Document:
    return read(write(document, language, ABOUT), language, minter("z"))


SOURCE = """# Título *con* énfasis

Un párrafo con **negrita _y cursiva_**, `código`, una [ley](https://a.example/x "Título"), <https://b.example/>
y una nota.^[La *nota*.]

## Sección

- uno

  segundo párrafo
    - hondo
1. primero
2. segundo

7. séptimo

> Cita

| a | b |
| :-- | --: |
| 1 | *dos* |

![alt](media:%s "Pie")

::: activity minutes=20 method=case
Lean el caso.

- un paso
- otro

### Título interior
:::

#### Salta un nivel

Fin\\
de línea
""" % ("0123456789abcdef" * 4)


def test_every_kind_comes_back() -> None:
    document = read_markdown(SOURCE, "es", minter())
    assert {p.kind for p in document} == set(Kind)
    assert again(document, "es") == document


def test_its_structure_is_akoma_ntosos() -> None:
    written = write(read_markdown(SOURCE, "es", minter()), "es", ABOUT).decode()
    for piece in ("<section ", "<heading", "<blockList", "<tblock ", "<authorialNote", "<table", 'wId="m00000000000"'):
        assert piece in written
    assert '<FRBRlanguage language="spa"/>' in written
    assert "sha-256:000" in written
    assert "tejido:source" not in written.replace('tejido:source="', "", 1)  # at most the short link needs it


@given(hostile)
@settings(max_examples=120)
def test_whatever_markdown_says_comes_back(source: str) -> None:
    try:
        document = read_markdown(source, "es", minter())
    except BadFile:
        return
    assert again(document, "es") == document


def test_words_behind_a_picture_make_a_paragraph_of_it() -> None:
    document = read_markdown(f"![alt](media:{'0123456789abcdef' * 4})a", "es", minter())
    assert [p.kind for p in document] == [Kind.PARAGRAPH]
    assert again(document, "es") == document


@st.composite
def documents(draw: st.DrawFn) -> Document:
    words = st.sampled_from(["uno", "dos *tres*", "Artículo 4", "a **b**", "véase [x](https://a.example/)"])
    passages = []
    for number in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from([Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTATION]))
        level = draw(st.integers(1, 6)) if kind in {Kind.HEADING, Kind.ITEM} else 0
        texts = draw(st.dictionaries(st.sampled_from(["es", "pt", "en"]), words, min_size=1))
        passages.append(Passage.of(f"{number:012d}", kind, {**texts, "es": "siempre"}, level=level))
    return Document.of(passages)


@given(documents())
def test_languages_are_expressions_that_join_again(document: Document) -> None:
    """Where the leading language has every passage, nothing is lost at all."""
    read_again = {tag: again(document, tag) for tag in ("es", "pt", "en")}
    for tag, found in read_again.items():
        assert found == alone(document, tag)
    assert join_languages(read_again).document == document


def test_an_edited_element_wins_over_the_source_kept_beside_it() -> None:
    document = read_markdown("Véase <https://b.example/> ahora.", "es", minter())
    written = write(document, "es", ABOUT)
    assert b"tejido:source" in written
    edited = written.replace(b"> ahora.<", b"> luego.<")
    assert edited != written
    assert "luego" in read(edited, "es", minter("z")).passages[0].text("es")


FOREIGN = b"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/>
<preface><p>Ley 1</p></preface>
<body><article eId="art_1"><num>Art. 1</num><heading>Objeto</heading><paragraph><content><p>El <b>Estado</b>.</p>
</content></paragraph><paragraph><list><intro><p>Comprende:</p></intro><point><num>a)</num><content><p>uno</p></content>
</point></list></paragraph></article></body></act></akomaNtoso>"""


def test_files_of_others_are_read_as_far_as_passages_go() -> None:
    found = [(p.kind.value, p.text("es")) for p in read(FOREIGN, "es", minter())]
    assert found == [
        ("paragraph", "Ley 1"),
        ("heading", "Art. 1 Objeto"),
        ("paragraph", "El **Estado**."),
        ("paragraph", "Comprende:"),
        ("item", "uno"),
    ]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", Code.BROKEN_XML),
        (b"hola", Code.BROKEN_XML),
        (b"<a/>", Code.NOT_AKN),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', Code.NOT_AKN),
        (b"<a>" * 400 + b"</a>" * 400, Code.TOO_DEEP),
        (FOREIGN[:200], Code.BROKEN_XML),
    ],
)
def test_what_is_no_akoma_ntoso_is_refused(raw: bytes, code: Code) -> None:
    with pytest.raises(BadFile) as caught:
        read(raw, "es", minter())
    assert caught.value.code is code


def test_an_id_that_occurs_twice_is_given_once() -> None:
    document = Document.of([Passage.of(passage_id(b"12345678"), Kind.PARAGRAPH, {"es": "a"})])
    written = write(document, "es", ABOUT)
    start, end = written.index(b"<p "), written.index(b"</p>") + 4
    doubled = written[:end] + written[start:end] + written[end:]
    ids = [p.id for p in read(doubled, "es", minter("z"))]
    assert ids == [document.passages[0].id, "z00000000000"]


def test_a_level_of_thousands_of_digits_is_the_level_of_its_place() -> None:
    document = read_markdown("# Uno\n\n- inciso\n", "es", minter())
    written = write(document, "es", ABOUT).decode()
    assert written.count('tejido:level="1"') == 2
    assert read(written.replace('level="1"', f'level="{"9" * 5000}"').encode(), "es", minter("z")) == document
