"""A report on paper, in one language: every chapter on a page of its own, charts as drawings, sources as notes."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tejido.formats.chart import Bar, Bars, Look, Square, Tiles, svg
from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Grid, Heading, Manner, NewPage, Paper, Picture, Prose, Words
from tejido.formats.word.values import Image
from tejido.web.languages import base, in_my_language, say

from .names import ChapterKind, Stand
from .terms import Say, Text, days
from .terms import say as saying
from .words import pieces, plain
from .words.blocks import bars_of, legend_of, notice_of, places_of, years_beside, years_of

_LOOKS: Mapping[str, Look] = {
    Stand.OF_RECORD: Look.FULL,
    Stand.DISPUTED: Look.HATCHED,
    Stand.OBSERVER: Look.OPEN,
    Stand.PARTNER: Look.DASHED,
}
# A chapter that is long by itself begins a page; the others follow one another.
_ON_NEW_PAGE = frozenset({ChapterKind.COMPOSITION, ChapterKind.SEMINARS, ChapterKind.INITIATIVES})


def report_paper(
    data: Mapping[str, Any], language: str, at: datetime, *, number: int = 0, digest: str = "", has_notice: bool = False
) -> Paper:
    """`has_notice`: it says itself what readers are told of a demonstration, for a file of a kind that has no other
    place for it. `number` and `digest` are those of the issue; without them it is a report in preparation.
    `at` is when it was issued, or is looked at."""
    with override(base(language)):
        setting = _Setting(language)
        report = data["report"]
        title = in_my_language(report["title"])
        years = years_beside(title, years_of(report))
        blocks = [block for chapter in data["chapters"] for block in setting.chapter(chapter)]
        issue = (
            _("Issue %(number)s") % {"number": number} if number else _("In preparation: nothing here is issued yet")
        )
        return Paper(
            title=title,
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=tuple(blocks),
            network=in_my_language(report["network"]),
            subtitle=years,
            facts=_facts(data, issue, at, digest, notice_of(report) if has_notice else ""),
            head=" · ".join(filter(None, (title, years))),
            foot=" · ".join(filter(None, (issue, digest[:16]))),
            has_contents=True,
            contents_depth=1,  # the chapters
            images=setting.images,
            at=at,
        )


def _facts(data: Mapping[str, Any], issue: str, at: datetime, digest: str, notice: str) -> tuple[tuple[str, str], ...]:
    found = [
        (pgettext("a copy of a report", "Note"), notice),
        (pgettext("a copy of a report", "Issue"), issue),
        (_("Date"), plain(days(at.date().isoformat()))),
        (_("Corrects"), in_my_language(data.get("reason") or {})),
        (_("Digest"), digest),
    ]
    return tuple((name, escape(value)) for name, value in found if value)


class _Setting:
    """What is gathered while a report is set: its drawings."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.images: dict[str, Image] = {}

    def chapter(self, data: Mapping[str, Any]) -> Iterator[Block]:
        if data["kind"] in _ON_NEW_PAGE:
            yield NewPage()
        yield Heading(str(ChapterKind(data["kind"]).label))
        yield from self._own_words(data["introduction"])
        for block in data["blocks"]:
            yield from self.block(block)
        for page in data.get("pages", ()):
            yield from self._page(page)

    def _own_words(self, texts: Mapping[str, str]) -> Iterator[Block]:
        """In the language of the paper where they are written in it; otherwise in another one, marked so."""
        said = say(texts, self.language)
        if said.text:
            yield Prose(said.text, language=said.language if said.is_other else "")

    def _page(self, data: Mapping[str, Any]) -> Iterator[Block]:
        yield Heading(escape(in_my_language(data["name"])), 2)
        if data["approved"]:
            yield Prose(escape(plain(saying(Say.APPROVED_ON, day=days(data["approved"])))), Manner.SMALL)
        else:
            yield Prose(escape(plain(saying(Say.NOT_APPROVED))), Manner.SMALL)
        yield from self._own_words(data["words"])
        for block in data["blocks"]:
            yield from self.block(block)

    def block(self, block: Mapping[str, Any]) -> Iterator[Block]:
        match block["t"]:
            case "heading":
                yield Heading(_line(block["text"]), 2)
            case "prose":
                yield Prose(_line(block["text"]))
            case "item":
                yield Prose(_line(block["text"]), Manner.ITEM)
            case "small":
                yield Prose(_line(block["text"]), Manner.SMALL)
            case "gap":
                yield Prose(_line(block["text"]), Manner.QUOTATION)
            case "grid":
                yield _grid(block)
            case "bars":
                yield from self._bars(block)
            case "tiles":
                yield self._drawn(_tiles(block), block)

    def _bars(self, block: Mapping[str, Any]) -> Iterator[Block]:
        """The drawing, and the table that says the same."""
        rows = bars_of(block)
        values = [row[1] for row in block["rows"]]
        drawn = [Bar(row.label, value, row.said) for row, value in zip(rows, values, strict=True)]
        yield self._drawn(Bars(tuple(drawn)), block)
        head = tuple(escape(plain(cell)) for cell in block["head"])
        yield Grid(head, tuple((escape(row.label), escape(row.said)) for row in rows), shares=(3, 1))

    def _drawn(self, chart: Bars | Tiles, block: Mapping[str, Any]) -> Picture:
        data = svg(chart).encode()
        digest = hashlib.sha256(data).hexdigest()
        self.images[digest] = Image(digest, "image/svg+xml", data)
        caption = plain(block["caption"])
        return Picture(digest, f"{caption}. {_said_of(block)}", caption)


def _said_of(block: Mapping[str, Any]) -> str:
    """What a chart shows, for those who do not see it."""
    if block["t"] == "bars":
        return "; ".join(f"{row.label}: {row.said}" for row in bars_of(block)) + "."
    return "; ".join(f"{words}: {count}" for _stand, words, count in legend_of(block)) + "."


def _tiles(block: Mapping[str, Any]) -> Tiles:
    places = places_of(block)
    squares = [Square(code, *places[code], _LOOKS.get(stand, Look.FAINT)) for code, _name, stand in block["states"]]
    legend = {_LOOKS.get(stand, Look.FAINT): f"{words}: {count}" for stand, words, count in legend_of(block)}
    return Tiles(tuple(squares), legend)


def _grid(block: Mapping[str, Any]) -> Grid:
    rows = tuple(tuple(_line(cell) for cell in row) for row in block["rows"])
    head = tuple(escape(plain(cell)) for cell in block["head"])
    return Grid(head, rows, plain(block["caption"]), tuple(block["shares"]))


def _line(text: Text) -> str:
    """Words with their notes, as inline Markdown."""
    said, words = "", ""
    for piece in pieces(text):
        words += piece.words
        if piece.note:
            said, words = f"{said}{escape(words)}^[{escape(piece.note)}]", ""
    return said + escape(words)
