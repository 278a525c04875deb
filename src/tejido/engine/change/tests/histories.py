"""Edit histories as people make them: a text, and what one or two sides made of it in a few steps."""

import re
from dataclasses import replace

from hypothesis import strategies as st

from tejido.engine.document import Document, Kind, Passage

LANGUAGES = ("es", "pt", "fr")
WORDS = st.lists(
    st.sampled_from(["ley", "Estado", "red", "señal", "aviso", "paz", "memoria", "niña", "juez", "voto"]),
    min_size=1,
    max_size=9,
)
SENTENCES = WORDS.map(" ".join)
FORMS = st.sampled_from([(Kind.PARAGRAPH, 0), (Kind.HEADING, 2), (Kind.HEADING, 3), (Kind.ITEM, 1), (Kind.ACTIVITY, 0)])


@st.composite
def passages(draw: st.DrawFn, id: str) -> Passage:
    kind, level = draw(FORMS)
    languages = draw(st.sets(st.sampled_from(LANGUAGES), min_size=1))
    attributes = draw(st.dictionaries(st.sampled_from(["minutes", "method"]), st.sampled_from("12"), max_size=2))
    return Passage.of(id, kind, {tag: draw(SENTENCES) for tag in sorted(languages)}, level=level, attributes=attributes)


@st.composite
def texts(draw: st.DrawFn) -> Document:
    return Document.of([draw(passages(f"b{at:02}")) for at in range(draw(st.integers(0, 9)))])


@st.composite
def edited(draw: st.DrawFn, base: Document, side: str) -> Document:
    """What a person makes of a text in up to six steps; ids of added passages tell the side."""
    found = list(base)
    for step in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(0, len(found) - 1)))
        act = draw(st.sampled_from(["reword", "word", "move", "insert", "delete", "language", "kind", "attribute"]))
        if act == "insert" or not found:
            found.insert(at, draw(passages(f"{side}{step}")))
        elif act == "move":
            block = found[at : at + draw(st.integers(1, 3))]
            del found[at : at + len(block)]
            to = draw(st.integers(0, len(found)))
            found[to:to] = block
        elif act == "delete":
            found.pop(at)
        else:
            found[at] = draw(_changed(found[at], act))
    return Document.of(found)


@st.composite
def _changed(draw: st.DrawFn, passage: Passage, act: str) -> Passage:
    language = draw(st.sampled_from(passage.languages or LANGUAGES))
    match act:
        case "reword":
            return passage.with_text(language, draw(SENTENCES))
        case "word":
            words = passage.text(language).split()
            at = draw(st.integers(0, len(words)))
            return passage.with_text(
                language, " ".join([*words[:at], draw(st.sampled_from(["uno", "dos"])), *words[at + 1 :]])
            )
        case "language":
            return passage.with_text(draw(st.sampled_from(LANGUAGES)), draw(st.just("") | SENTENCES))
        case "kind":
            kind, level = draw(FORMS)
            return replace(passage, kind=kind, level=level)
        case _:
            attributes = {
                **dict(passage.attributes),
                draw(st.sampled_from(["minutes", "place"])): draw(st.sampled_from("123")),
            }
            return replace(passage, attributes=tuple(sorted(attributes.items())))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    base = draw(texts())
    return base, draw(edited(base, "x"))


@st.composite
def triples(draw: st.DrawFn) -> tuple[Document, Document, Document]:
    base = draw(texts())
    return base, draw(edited(base, "x")), draw(edited(base, "y"))


def words_of(document: Document) -> set[str]:
    return {word for passage in document for _, text in passage.texts for word in re.findall(r"\w+", text)}
