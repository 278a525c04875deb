"""Versions of real texts: the Universal Declaration in three languages and the demonstration curriculum, and what two
sides made of a stretch of them."""

from functools import cache
from itertools import count
from pathlib import Path

from hypothesis import strategies as st

from tejido.engine.adaptation import Choice, How, Way, offer
from tejido.engine.change.tests.histories import edited
from tejido.engine.document import Document, Kind, Passage
from tejido.engine.document.tests.texts import declaration

CURRICULUM = Path(__file__).parents[3] / "demonstration" / "curriculum"
STRETCH = 9  # passages: what a person has in front of them, and quick to merge thousands of times


@cache
def rights() -> Document:
    """The Declaration, with the passages of its languages joined where their blocks stand at the same place."""
    by_language = {language: list(declaration(language)) for language in ("es", "pt", "fr")}
    size = min(map(len, by_language.values()))
    return Document.of(
        Passage.of(
            f"u{at:03}",
            by_language["es"][at].kind,
            {language: passages[at].text(language) for language, passages in by_language.items()},
            level=by_language["es"][at].level,
        )
        for at in range(size)
    )


@cache
def curriculum() -> Document:
    """The demonstration curriculum in Spanish, block by block."""
    numbers = count()
    said = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(CURRICULUM.glob("*.es.md")))
    return Document.of(_passage(f"c{next(numbers):03}", block.strip()) for block in said.split("\n\n") if block.strip())


def _passage(id: str, block: str) -> Passage:
    mark, _, rest = block.partition(" ")
    if set(mark) == {"#"}:
        return Passage.of(id, Kind.HEADING, {"es": rest}, level=len(mark))
    return Passage.of(id, Kind.PARAGRAPH, {"es": block})


@st.composite
def stretches(draw: st.DrawFn) -> Document:
    """Some passages in a row of one of the two texts."""
    text = draw(st.sampled_from([rights(), curriculum()]))
    start = draw(st.integers(0, len(text) - STRETCH))
    return Document.of(text.passages[start : start + draw(st.integers(1, STRETCH))])


@st.composite
def histories(draw: st.DrawFn) -> tuple[Document, Document, Document]:
    """A text as it was taken up, what the version made of it, and the next edition."""
    base = draw(stretches())
    return base, draw(edited(base, "ours")), draw(edited(base, "new"))


@st.composite
def choices(draw: st.DrawFn, base: Document, ours: Document, theirs: Document) -> dict[str, Choice]:
    """What a person says to each offered change; to some of them nothing."""
    found = {}
    for change in offer(base, ours, theirs).changes:
        if draw(st.integers(0, 3)):
            hows = {clash.key: draw(st.sampled_from(How)) for clash in change.clashes if draw(st.integers(0, 4))}
            texts = dict.fromkeys(("es", "pt", "fr"), draw(st.sampled_from(["", "Juntas."])))
            found[change.id] = Choice(draw(st.sampled_from(Way)), hows, texts)
    return found
