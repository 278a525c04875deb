"""Papers as pages of XHTML, cut where a chapter begins: those of an e-book, and of the packages that learning systems
take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tejido.engine.document import Kind, Passage, addresses, heading_depths, item_numbers

from ..escaping import quoted as escape
from ..markdown import plain, render, split_paragraphs
from ..paper import Block, Facts, Grid, Heading, Manner, NewPage, Paper, Prose, Strip, Text, languages_shown
from ..pdf.values import Book, Seal, Statement
from ..word.writing.tongues import is_from_the_right

MAX_COLUMNS = 64
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
_CUT = 2  # headings down to this level begin a page of their own


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: where it leads, and how deep it stands."""

    title: str
    anchor: str
    level: int


@dataclass(slots=True)
class Page:
    """One file of the book; `body` is XHTML in pieces. `passages` are the ids of those of a text that stand in it."""

    body: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    passages: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.entries[0].title if self.entries else ""


def picture_files(paper: Paper) -> dict[str, str]:
    """The name of the file of each picture that such pages can show, by its digest."""
    kept = {digest: _ENDINGS.get(image.media_type) for digest, image in paper.images.items()}
    return {digest: f"{digest}.{ending}" for digest, ending in kept.items() if ending}


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in a page: whether a new one begins with it, its line in the contents, the passage that it is."""

    html: str
    cuts: bool = False
    entry: Entry | None = None
    passage: str = ""


def pages(book: Book, pictures: Mapping[str, str], text_depth: int = _CUT) -> list[Page]:
    """The pages in reading order. `pictures` names the file of each picture by digest; headings of a text down to
    `text_depth` begin a page, those of the paper itself always do down to the second level."""
    found = [Page()]
    for piece in _pieces(book, pictures, text_depth):
        if piece.cuts and found[-1].body:
            found.append(Page())
        page = found[-1]
        page.body += [piece.html] if piece.html else []
        page.entries += [piece.entry] if piece.entry else []
        page.passages += [piece.passage] if piece.passage else []
    return [page for page in found if page.body]


def _pieces(book: Book, pictures: Mapping[str, str], text_depth: int) -> Iterator[Piece]:
    beside: dict[str, list[Statement]] = {}
    for statement in book.annex.statements if book.annex else ():
        beside.setdefault(statement.passage, []).append(statement)
    for place, block in enumerate(book.paper.blocks):
        match block:
            case Text():
                yield from _text(block, pictures, beside, text_depth)
            case Heading():
                anchor = f"h-{block.key or place}"
                html = _tagged(f"h{block.level}", _line(block.text), block.language, anchor)
                yield Piece(html, block.level <= _CUT, Entry(plain(block.text), anchor, block.level))
            case NewPage():
                yield Piece("", True)
            case _:
                yield Piece(_block(block))
    if book.annex and book.annex.statements:
        title = book.annex.title
        yield Piece(f'<h1 id="annex">{escape(title)}</h1>', True, Entry(title, "annex", 1))
        yield from (Piece(_statement(statement)) for statement in book.annex.statements)


def front(book: Book) -> str:
    """What a title page says: whose the book is, which version, and how somebody finds out whether it is true."""
    paper = book.paper
    shown = [f'<p class="network">{escape(paper.network)}</p>', f"<h1>{escape(paper.title)}</h1>"]
    shown += [f"<p>{escape(paper.subtitle)}</p>"] if paper.subtitle else []
    shown += [f'<p class="notice">{escape(book.notice)}</p>'] if book.notice else []
    listed = facts_list(paper.facts) + (_seal(book.seal) if book.seal else "")
    return "".join(shown) + (f"<dl>{listed}</dl>" if listed else "")


def _seal(seal: Seal) -> str:
    return (
        f"<dt>{escape(seal.digest_word)}</dt><dd><code>{escape(seal.digest)}</code></dd>"
        f"<dt>{escape(seal.address_word)}</dt>"
        f'<dd><a href="{escape(seal.address)}">{escape(seal.address)}</a></dd>'
    )


def _statement(s: Statement) -> str:
    head = " · ".join(filter(None, (s.number, s.kind, s.party, s.place)))
    words = _tagged("div", _paras(s.text), s.language)
    return f'<section class="statement" id="s-{escape(s.number)}"><p class="facts">{escape(head)}</p>{words}</section>'


## A text


def _text(
    text: Text, pictures: Mapping[str, str], beside: Mapping[str, list[Statement]], depth: int
) -> Iterator[Piece]:
    whole = text.whole or text.document
    where, numbers, levels = addresses(whole), item_numbers(whole), heading_depths(whole)
    for passage in text.document:
        shown = [tag for tag in languages_shown(passage, text.languages) if tag]
        if not shown:
            continue
        other = "".join(f" · {tag}" for tag in shown if tag not in text.languages)
        level = levels.get(passage.id, 0)
        said = "".join(_passage(passage, tag, level, numbers.get(passage.id), text, pictures) for tag in shown)
        links = "".join(_beside(s) for s in beside.get(passage.id, ()))
        address = f'<span class="address">{escape(str(where[passage.id]) + other)}</span>'
        html = f'<div class="passage {passage.kind.value}" id="p-{passage.id}">{address}{said}{links}</div>'
        title = plain(passage.text(shown[0]))
        entry = Entry(title, f"p-{passage.id}", level) if passage.kind is Kind.HEADING else None
        yield Piece(html, 0 < level <= depth, entry, passage.id)


def _beside(s: Statement) -> str:
    words = escape(f"{s.number} {s.kind}: {s.party}")
    return f'<p class="facts"><a href="annex:{escape(s.number)}">{words}</a></p>'


def _passage(
    passage: Passage, tag: str, level: int, number: int | None, text: Text, pictures: Mapping[str, str]
) -> str:
    inner = xhtml(render(passage, tag, lambda digest: pictures.get(digest, "")))
    match passage.kind:
        case Kind.HEADING:
            return _tagged(f"h{level}", inner, tag)
        case Kind.ITEM:
            depth = min(passage.level, 6)
            item = f"<li>{inner}</li>"
            around = f"<ul>{item}</ul>" if number is None else f'<ol start="{number}">{item}</ol>'
            return _tagged("div", around, tag, kind=f"depth-{depth}")
        case Kind.QUOTATION:
            return _tagged("blockquote", inner, tag)
        case Kind.ACTIVITY:
            facts = text.activities.get((passage.id, tag), "")
            shown = f'<p class="facts">{escape(facts)}</p>' if facts else ""
            return _tagged("section", shown + inner, tag, kind="activity")
        case Kind.PARAGRAPH:
            return _tagged("p", inner, tag)
        case _:
            return _tagged("div", inner, tag)


def _tagged(name: str, inner: str, language: str, id: str = "", *, kind: str = "") -> str:
    way = "rtl" if is_from_the_right(language) else ""
    attributes = {"id": id, "class": kind, "xml:lang": language, "lang": language, "dir": way}
    shown = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{shown}>{inner}</{name}>"


## The blocks of a paper


def _block(block: Block) -> str:
    match block:
        case Prose():
            return _prose(block)
        case Facts():
            return _tagged("dl", facts_list(block.pairs), block.language)
        case Grid():
            return _grid(block)
        case Strip():
            return _strip(block)
        case _:
            return ""


def facts_list(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f"<dt>{escape(name)}</dt><dd>{_line(value)}</dd>" for name, value in pairs)


def _prose(block: Prose) -> str:
    match block.manner:
        case Manner.ITEM:
            return _tagged("ul", f"<li>{_paras(block.text)}</li>", block.language)
        case Manner.QUOTATION:
            return _tagged("blockquote", _paras(block.text), block.language)
        case Manner.SMALL:
            return _tagged("div", _paras(block.text), block.language, kind="small")
        case _:
            return _tagged("div", _paras(block.text), block.language)


def _grid(grid: Grid) -> str:
    caption = f"<caption>{escape(grid.caption)}</caption>" if grid.caption else ""
    head = "".join(f'<th scope="col">{_line(cell)}</th>' for cell in grid.head)
    rows = "".join(f"<tr>{_cells(row, grid.languages)}</tr>" for row in grid.rows)
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(row: Iterable[str], languages: Sequence[str]) -> str:
    tongues = [*languages, *[""] * MAX_COLUMNS]
    return "".join(_tagged("td", _paras(cell), tongue) for cell, tongue in zip(row, tongues, strict=False))


def _strip(strip: Strip) -> str:
    caption = f"<p><strong>{escape(strip.caption)}</strong></p>" if strip.caption else ""
    items = "".join(
        f"<li><strong>{escape(party)}</strong> {escape(' · '.join(filter(None, (act, at))))}</li>"
        for party, act, at in strip.entries
    )
    return _tagged("div", f'{caption}<ul class="strip">{items}</ul>', strip.language)


def _line(text: str) -> str:
    return xhtml(render(Passage.of("x", Kind.PARAGRAPH, {"x": text}), "x"))


def _paras(text: str) -> str:
    return "".join(f"<p>{_line(part)}</p>" for part in split_paragraphs(text) if part)


def xhtml(html: str) -> str:
    """HTML as the stricter XML of e-books, without what only a page of the web has a use for."""
    if "<" not in html and "&" not in html:
        return html
    from lxml import etree
    from lxml import html as parser

    whole = parser.fragment_fromstring(html, create_parent="div")
    for element in whole.iter():
        for name in ("loading", "tabindex", "role", "aria-label"):
            element.attrib.pop(name, None)
    written = etree.tostring(whole, encoding="unicode", method="xml")
    return written[written.index(">") + 1 : written.rindex("<")] if "</div>" in written[-6:] else ""
