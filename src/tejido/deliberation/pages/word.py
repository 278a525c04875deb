"""The preview of a Word file that came back: each passage with what it would become, and everything accounted for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tejido.engine.change import Span, diff_words
from tejido.engine.document import Document
from tejido.formats.markdown import plain, render
from tejido.web.languages import direction
from tejido.web.reading import Reading

from ..imports.word import Found, FoundAll, LooseEnd, place_words


@dataclass(frozen=True, slots=True)
class WordRow:
    """One remark to be: the passage on the left, what is said of it on the right. `spans` show the words that change,
    `new` are words that the text does not have."""

    item: Found
    address: str
    passage: SafeString | str
    label: str
    spans: tuple[Span, ...]
    direction: str
    after: str = ""

    @property
    def new(self) -> str:
        return self.item.wording if self.item.what == "add" else ""


@dataclass(frozen=True, slots=True)
class LooseRow:
    """What has no passage, with where it stood and where it may go."""

    item: LooseEnd
    label: str
    above: str
    below: str
    field: Any  # of the form: where it goes


def word_rows(found: FoundAll, document: Document, read: Reading) -> list[WordRow]:
    shown = {passage.id: passage for passage in read.passages}
    rows = []
    for item in found.remarks:
        passage = shown.get(item.passage)
        # Rendered anew, in the language of what is said and not of the page.
        html = render(passage.passage, item.language) if passage else ""
        after = place_words(document, item.after) if item.after else ""
        spans = tuple(diff_words(plain(item.before), plain(item.wording))) if item.what == "amend" else ()
        address = str(passage.address) if passage else ""
        shown_as = mark_safe(html)  # noqa: S308 - cleaned by nh3
        rows.append(WordRow(item, address, shown_as, _label(item), spans, direction(item.language), after))
    return rows


def _label(item: Found) -> str:
    words = {
        "comment": _("Comment"),
        "amend": _("New wording"),
        "delete": _("To be deleted"),
        "add": _("New words after this passage") if item.passage else _("New words at the beginning"),
        "move": _("To be moved"),
    }
    return words[item.what]


def loose_rows(found: FoundAll, document: Document, form: BaseForm) -> list[LooseRow]:
    labels = {"comment": _("Comment"), "change": _("Tracked change"), "words": _("Words that are new")}
    return [
        LooseRow(
            item,
            labels[item.kind],
            place_words(document, item.above) if item.above else "",
            place_words(document, item.below) if item.below else "",
            form[item.key],
        )
        for item in found.loose
    ]


def account_lines(found: FoundAll) -> Sequence[tuple[str, int, int, int]]:
    """Comments and tracked changes: how many there are, placed, and to be placed by hand."""
    a = found.account
    form = a["changes_of_form"]
    return (
        (_("Comments and replies"), a["comments"], a["comments_placed"], a["comments"] - a["comments_placed"]),
        (_("Tracked changes"), a["changes"] - form, a["changes_placed"], a["changes"] - form - a["changes_placed"]),
    )
