"""Texts for the tests of this package: drawn by chance, and the Universal Declaration in five languages."""

from functools import cache
from itertools import count
from pathlib import Path

from hypothesis import strategies as st

from tejido.engine.document import Document, Kind, Passage

DECLARATION = Path(__file__).parents[2] / "change" / "tests" / "labelled"

FORMS = st.one_of(
    st.tuples(st.just(Kind.HEADING), st.integers(1, 6)),
    st.tuples(st.just(Kind.ITEM), st.integers(1, 4)),
    st.tuples(st.sampled_from(sorted(set(Kind) - {Kind.HEADING, Kind.ITEM})), st.just(0)),
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
TAGS = st.sampled_from(["es", "pt-BR", "en", "fr", "ar"])
ATTRIBUTES = st.dictionaries(st.sampled_from(["ordered", "start", "minutes", "method"]), WORDS, max_size=2)


@st.composite
def passages(draw: st.DrawFn, id: str = "p") -> Passage:
    kind, level = draw(FORMS)
    texts = draw(st.dictionaries(TAGS, WORDS, max_size=3))
    return Passage.of(id, kind, texts, level=level, attributes=draw(ATTRIBUTES))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    return Document.of([draw(passages(f"p{at}")) for at in range(draw(st.integers(0, 12)))])


def heading(id: str, level: int, text: str = "Título") -> Passage:
    return Passage.of(id, Kind.HEADING, {"es": text}, level=level)


def paragraph(id: str, text: str = "Párrafo.", language: str = "es") -> Passage:
    return Passage.of(id, Kind.PARAGRAPH, {language: text})


@cache
def declaration(language: str) -> Document:
    """The Universal Declaration in es, pt, en, fr or ar; ids are "es-0", "es-1" and so on, blocks as in Markdown."""
    blocks = (DECLARATION / f"udhr.{language}.md").read_text(encoding="utf-8").split("\n\n")
    numbers = count()
    return Document.of(_block(f"{language}-{next(numbers)}", language, block.strip()) for block in blocks)


def _block(id: str, language: str, block: str) -> Passage:
    mark, _, rest = block.partition(" ")
    if set(mark) == {"#"}:
        return Passage.of(id, Kind.HEADING, {language: rest}, level=len(mark))
    if mark == "-":
        return Passage.of(id, Kind.ITEM, {language: rest}, level=1)
    return Passage.of(id, Kind.PARAGRAPH, {language: block})
