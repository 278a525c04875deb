"""The body of a paper, block after block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tejido.engine.document import Document, Kind, Passage

from ...escaping import quoted
from ...markdown.cleaning import collapse
from ...markdown.words import plain, split_paragraphs
from ...paper import Block, Facts, Grid, Heading, Manner, NewPage, Paper, Picture, Prose, Strip, Text, is_short
from .contents import contents
from .elements import TABLE_CLOSING, WIDE, WIDTH, Form, Frame, fitted, marked, paragraph, row, table_opening, widths
from .lists import BULLET_LIST
from .names import digest_mark
from .passages import Column, Setting, is_numbered
from .runs import Look, plain_run, runs
from .sheet import TWENTIETH, Sheet

_STYLES = {Manner.PLAIN: "BodyText", Manner.ITEM: "ListParagraph", Manner.QUOTATION: "Quote", Manner.SMALL: "Small"}
_NARROW = 28  # of a hundred, for the names of facts
_MANY = 120  # passages of one table of two columns, after which the next heading opens another


def body(paper: Paper, sheet: Sheet) -> Iterator[str]:
    """Everything between the body's tags but the last section's properties."""
    writer = _Body(paper, sheet)
    yield from writer.front()
    for block in paper.blocks:
        yield from writer.block(block)


def title_of_text(paper: Paper) -> Passage | None:
    """The heading that says the paper's title, where the first text begins with it: it is not set twice."""
    text = next((block for block in paper.blocks if isinstance(block, Text)), None)
    if text is None or len(text.languages) != 1 or not text.document.passages:
        return None
    first = text.document.passages[0]
    is_title = first.kind is Kind.HEADING and plain(first.text(text.languages[0])) == collapse(paper.title).strip()
    return first if is_title else None


class _Body:
    def __init__(self, paper: Paper, sheet: Sheet) -> None:
        self._paper = paper
        self._sheet = sheet
        self._title = title_of_text(paper)
        self._is_on_new_page = False
        self._width = WIDE if paper.is_wide else WIDTH

    def front(self) -> Iterator[str]:
        """Network, title, what is to be known of the paper, and its contents."""
        paper = self._paper
        if paper.network:
            yield self._plainly("Network", paper.network)
        yield self._titled()
        if paper.subtitle:
            yield self._plainly("Subtitle", paper.subtitle)
        if paper.facts:
            yield from self.block(Facts(paper.facts))
        if paper.has_contents:
            yield from contents(paper, self._title)
            self._is_on_new_page = True

    def _titled(self) -> str:
        """The title, with the bookmark that names the revision."""
        names = (digest_mark(self._paper.identity.digest),) if self._paper.identity else ()
        opening = marked("", names, self._sheet.next_id())
        if self._title is not None:
            set_ = Column(Setting(self._sheet), self._paper.language).titled(self._title)
            return set_.replace("</w:pPr>", f"</w:pPr>{opening}", 1)
        inner = plain_run(self._paper.title, Look(self._paper.language))
        return paragraph(Form("Title", self._paper.language), opening + inner)

    def _line(self, style: str, text: str, language: str = "") -> str:
        language = language or self._paper.language
        return paragraph(self._form(style, language), runs(text, language, self._sheet))

    def _plainly(self, style: str, text: str, language: str = "") -> str:
        """Words that are no Markdown: whatever signs they hold are only signs."""
        language = language or self._paper.language
        return paragraph(self._form(style, language), plain_run(text, Look(language)))

    def _above_table(self, caption: str, language: str = "") -> str:
        """A caption, on the page of the rows that it names."""
        language = language or self._paper.language
        return paragraph(self._form("Caption", language, is_kept=True), plain_run(caption, Look(language)))

    def _form(self, style: str, language: str, list: int = 0, *, is_kept: bool = False) -> Form:
        form = Form(style, language, list=list, is_on_new_page=self._is_on_new_page, is_kept=is_kept)
        self._is_on_new_page = False
        return form

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(text, level, language):
                yield self._line(f"Heading{min(max(level, 1), 6)}", text, language)
            case Prose():
                yield from self._prose(block)
            case Facts(pairs, language):
                yield from self._facts(pairs, language or self._paper.language)
            case Grid():
                yield from self._grid(block)
            case Strip():
                yield from self._strip(block)
            case Picture():
                yield from self._picture(block)
            case Text():
                yield from self._text(block)
            case NewPage():
                self._is_on_new_page = True

    def _prose(self, prose: Prose) -> Iterator[str]:
        language = prose.language or self._paper.language
        list = BULLET_LIST if prose.manner is Manner.ITEM else 0
        for piece in split_paragraphs(prose.text):
            yield paragraph(self._form(_STYLES[prose.manner], language, list), runs(piece, language, self._sheet))

    def _before_table(self) -> Iterator[str]:
        """A table cannot begin a page by itself, nor stand right below another one."""
        yield paragraph(self._form("Spacer", "", is_kept=True), "")

    def _facts(self, pairs: Iterable[tuple[str, str]], language: str) -> Iterator[str]:
        look = Frame("TableNormal", widths((_NARROW, 100 - _NARROW), self._width), has_head=False)
        yield from self._before_table()
        yield table_opening(look)
        for name, value in pairs:
            yield row([_plain_cell(name, language, "TableHead"), self._cell(value, language)], look)
        yield TABLE_CLOSING + paragraph(Form("Spacer"), "")

    def _cell(self, text: str, language: str, style: str = "TableText") -> str:
        pieces = split_paragraphs(text) or [""]
        return "".join(paragraph(Form(style, language), runs(piece, language, self._sheet)) for piece in pieces)

    def _grid(self, grid: Grid) -> Iterator[str]:
        words = [[plain(cell) for cell in cells] for cells in (grid.head, *grid.rows)]
        shares = widths(grid.shares, self._width) if grid.shares else fitted(words, self._width)
        look = Frame("Ruled", shares, True, quoted(grid.caption or ", ".join(words[0])))
        languages = grid.languages or (self._paper.language,) * len(grid.head)
        yield self._above_table(grid.caption) if grid.caption else next(self._before_table())
        yield table_opening(look)
        own = self._paper.language
        yield row([self._cell(cell, own, "TableHead") for cell in grid.head], look, is_head=True)
        for cells in grid.rows:
            said = (self._cell(cell, language or own) for cell, language in zip(cells, languages, strict=True))
            yield row(said, look, is_whole=is_short(cells))
        yield TABLE_CLOSING + paragraph(Form("Spacer"), "")

    def _strip(self, strip: Strip) -> Iterator[str]:
        """One row a party, all alike: nobody stands first but by the alphabet."""
        look = Frame("Ruled", widths((40, 32, 28)), has_head=False, caption=quoted(plain(strip.caption)))
        language = strip.language or self._paper.language
        yield self._above_table(strip.caption, language) if strip.caption else next(self._before_table())
        yield table_opening(look)
        for party, act, at in strip.entries:
            said = (_plain_cell(words, language) for words in (act, at))
            yield row([_plain_cell(party, language, "TableHead"), *said], look)
        yield TABLE_CLOSING + paragraph(Form("Spacer"), "")

    def _picture(self, picture: Picture) -> Iterator[str]:
        """Across the page; where there is none that Word can show, what it says."""
        self._sheet.width = WIDTH * TWENTIETH
        drawn = self._sheet.drawing(f"media:{picture.digest}", picture.said, picture.caption)
        inner = drawn or plain_run(picture.said, Look(self._paper.language))
        yield paragraph(self._form("Figure" if drawn else "BodyText", self._paper.language), inner)
        if picture.caption:
            yield self._plainly("Caption", picture.caption)

    def _text(self, text: Text) -> Iterator[str]:
        raised = 1 if self._title is not None else 0
        setting = Setting(self._sheet, text, raised, is_numbered(text.document, raised))
        if self._is_on_new_page:
            yield paragraph(self._form("Spacer", ""), "")
        if len(text.languages) == 1:
            column = Column(setting, text.languages[0])
            for passage in text.document:
                if passage is not self._title:
                    yield from column.set(passage)
        else:
            yield from self._columns(text, setting)

    def _columns(self, text: Text, setting: Setting) -> Iterator[str]:
        """A row a passage. A very long table is slow in every program, so headings now and then open another."""
        look = Frame("SideBySide", widths((1,) * len(text.languages)), has_head=bool(text.heads))
        pairs = zip(text.languages, look.widths, strict=True)
        columns = [Column(setting, tag, place, width) for place, (tag, width) in enumerate(pairs)]
        for group in _groups(text.document):
            yield from self._before_table()
            yield table_opening(look)
            yield self._heads(text, look)
            for passage in group:
                cells = ["".join(column.set(passage)) for column in columns]
                yield row((cell or paragraph(Form("Spacer"), "") for cell in cells), look, is_whole=False)
            yield TABLE_CLOSING
        yield paragraph(Form("Spacer"), "")

    def _heads(self, text: Text, look: Frame) -> str:
        if not text.heads:
            return ""
        cells = [_plain_cell(head, tag, "TableHead") for head, tag in zip(text.heads, text.languages, strict=True)]
        return row(cells, look, is_head=True)


def _plain_cell(words: str, language: str, style: str = "TableText") -> str:
    return paragraph(Form(style, language), plain_run(words, Look(language)))


def _groups(document: Document) -> Iterator[list[Passage]]:
    """The passages of one table after the other; each but the first begins with a heading."""
    group: list[Passage] = []
    for passage in document:
        if len(group) >= _MANY and passage.kind is Kind.HEADING:
            yield group
            group = []
        group.append(passage)
    if group:
        yield group
