"""Codes and headings in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.engine.document import Document, Passage, outline
from tejido.formats.markdown import plain

from .names import State
from .queries import Newer

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


def unshown_words() -> str:
    """Of what the reader's own seats see, and nobody else."""
    return _("not shown to others yet")


def offer_words(newer: Newer) -> str:
    """What is on offer to a version."""
    if newer.is_edition:
        return _("Edition %(number)s is offered to your version") % {"number": newer.number}
    return _("The text that your version comes from has changed")


def approval_words(count: int) -> str:
    words = ngettext(
        "%(count)s departure waits for your approval", "%(count)s departures wait for your approval", count
    )
    return words % {"count": count}
