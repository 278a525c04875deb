"""Codes and headings in words."""

from tejido.engine.document import Document, Passage, outline
from tejido.formats.markdown import plain

from .names import State

# A letter beside the colour, so that a cell reads without it.
LETTERS = {
    State.VERBATIM: "=",
    State.ADAPTED: "A",
    State.ADDED: "+",
    State.OMITTED: "×",
    State.REORDERED: "⇅",
    State.DEROGATED: "!",
    State.NONE: "·",
}


def titles_of(document: Document, language: str) -> dict[str, tuple[str, str]]:
    """The number and title of every section by the id of its heading."""
    return {
        section.heading.id: (section.number, heading_words(section.heading, language))
        for section in outline(document)
        if section.heading is not None
    }


def heading_words(heading: Passage, language: str) -> str:
    return plain(heading.text(language) or (heading.texts[0][1] if heading.texts else ""))
