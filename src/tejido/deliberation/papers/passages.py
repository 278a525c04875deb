"""What the papers of a round have in common: its facts, and a passage with what is said of it."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.utils.translation import gettext as _

from tejido.curriculum.queries import document_of
from tejido.engine.document import Document, Passage, addresses
from tejido.formats.markdown import escape, plain
from tejido.formats.paper import Block, Heading, Manner, Prose, Words
from tejido.web.languages import say

from ..models import Answer, Comment
from ..queries.rounds import RoundContext

Row = TypeVar("Row", Answer, Comment)
Facts = tuple[tuple[str, str], ...]


def words() -> Words:
    return Words(_("Contents"), _("Page {page} of {pages}"))


def round_facts(context: RoundContext) -> Facts:
    """Which text was commented on, in which revision."""
    revision = context.round.revision
    return (
        (_("Round"), str(context.round.number)),
        (_("Base of the comments"), _("Revision %(number)s") % {"number": revision.number}),
        (_("Digest of the whole text"), revision.digest),
    )


def title_in(context: RoundContext, language: str) -> str:
    return say(context.text.title, language).text


def in_order(context: RoundContext, rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """The places that something is said of, the text as a whole first, then as the text is read."""
    for place in ("", *(passage.id for passage in document_of(context.round.revision))):
        if found := [row for row in rows if row.passage == place]:
            yield place, found


def passage_blocks(document: Document, place: str, language: str, spoken: Sequence[str]) -> Iterator[Block]:
    """The address and the text commented on, also in each other language in which somebody says something of it."""
    if not place:
        yield Heading(escape(_("The text as a whole")))
        return
    passage = document.passage(place)
    yield Heading(escape(_("Passage %(address)s") % {"address": addresses(document)[place]}))
    for tag in dict.fromkeys([_shown_in(passage, language), *(tag for tag in spoken if passage.text(tag))]):
        yield Prose(escape(plain(passage.text(tag))), Manner.QUOTATION, tag)


def _shown_in(passage: Passage, language: str) -> str:
    return say(dict(passage.texts), language).language


def said_blocks(row: Answer | Comment) -> Iterator[Block]:
    """The proposed wording and the reason, each marked as being in its language."""
    if row.wording:
        yield _label(_("Proposed wording"))
        yield Prose(escape(plain(row.wording)), Manner.QUOTATION, row.language)
    if row.reason:
        yield _label(_("Reason"))
        yield Prose(escape(row.reason), Manner.PLAIN, row.language)


def _label(words: str) -> Prose:
    return Prose(f"**{escape(words)}**")


def kinds_of(row: Answer | Comment) -> str:
    """Stance and type; whether a whole section is meant."""
    kinds = [str(row.get_stance_display()), str(row.get_type_display())]
    return " · ".join([*kinds, *([_("whole section")] if row.covers_section else [])])
