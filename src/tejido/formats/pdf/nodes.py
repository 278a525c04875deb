"""A book as plain data for the templates. Words are data there and never run: nothing in them is markup any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import sqrt

from tejido.engine.document import Kind, Passage, addresses, heading_depths, item_numbers

from ..markdown import Run, alignment, plain, read_blocks, runs, split_row
from ..paper import Block, Facts, Grid, Heading, NewPage, Picture, Prose, Strip, Text, is_short, languages_shown
from .inline import Node, breakable, set_line, set_paragraphs, tongue_of
from .letters import printable
from .values import Annex, Book, Certificate, Change, Seal

MAX_DEPTH = 6
FINE = 400_000  # letters up to which the lines of a paragraph are weighed against each other: a second for 40 pages
_BULLETS = ("–", "·", "–")
_LABEL = 90  # letters up to which a line that begins in bold is a label
_MIN_SHARE, _MAX_SHARE = 3.0, 16.0


def book_to_data(book: Book) -> Node:
    """Everything that the templates ask for."""
    paper = book.paper
    return {
        "title": printable(paper.title),
        "subtitle": printable(paper.subtitle),
        "network": printable(paper.network),
        **tongue_of(paper.language),
        "head": printable(paper.head),
        "foot": printable(paper.foot),
        "notice": printable(book.notice),
        "facts": [[printable(name), set_line(value)] for name, value in paper.facts],
        "words": {"contents": paper.words.contents, "page": paper.words.page},
        "contents": paper.contents_depth if paper.has_contents else 0,
        "seal": _seal(book),
        "breaks": "optimized" if _letters(book) <= FINE else "simple",
        "blocks": [node for block in paper.blocks for node in _block(block, book)],
        "changes": [_change(change) for change in book.changes],
        "annex": _annex(book.annex),
    }


def certificate_to_data(certificate: Certificate) -> Node:
    """Everything that the template of a certificate asks for."""
    plain = ("title", "network", "before", "name", "signatory", "signed", "code", "code_word", "notice")
    return {
        **{name: printable(getattr(certificate, name)) for name in plain},
        **tongue_of(certificate.language),
        "after": [printable(words) for words in certificate.after],
        "facts": [[printable(name), printable(value)] for name, value in certificate.facts],
        "seal": _sealed(certificate.seal),
    }


def _letters(book: Book) -> int:
    texts = (block for block in book.paper.blocks if isinstance(block, Text))
    return sum(len(passage.text(tag)) for text in texts for passage in text.document for tag in text.languages)


def _seal(book: Book) -> Node | None:
    return None if book.seal is None else _sealed(book.seal)


def _sealed(seal: Seal) -> Node:
    groups = [seal.digest[at : at + 8] for at in range(0, len(seal.digest), 8)]
    words = {"digest": printable(seal.digest_word), "address": printable(seal.address_word)}
    return {"digest": groups, "address": printable(seal.address), "link": seal.address, "words": words}


def _annex(annex: Annex | None) -> Node | None:
    if annex is None or not annex.statements:
        return None
    statements = [
        {
            "number": s.number,
            "kind": printable(s.kind),
            "party": printable(s.party),
            "place": printable(s.place),
            "paras": set_paragraphs(s.text),
            **tongue_of(s.language),
        }
        for s in annex.statements
    ]
    return {"title": printable(annex.title), "statements": statements}


def _change(change: Change) -> Node:
    kind, level = Kind(change.kind), min(change.level, MAX_DEPTH)
    mark = _item_mark(kind, level, change.number)
    cell = {**_passage(kind, change.text), "level": level, "mark": mark} if change.text else None
    return {
        "mark": mark,
        "cell": cell,
        "what": change.what,
        "word": printable(change.word),
        "kind": change.kind,
        "level": level,
        "address": change.address,
        "from": change.came_from,
        "spans": [{"op": span.op.value, "x": breakable(printable(span.text))} for span in change.spans],
        **tongue_of(change.language),
    }


## Blocks


def _block(block: Block, book: Book) -> Iterator[Node]:
    language = book.paper.language
    match block:
        case Heading():
            tongue = tongue_of(block.language or language)
            yield {"t": "heading", "level": block.level, "runs": set_line(block.text), **tongue}
        case Prose():
            tongue = tongue_of(block.language or language)
            paras = set_paragraphs(block.text)
            yield {"t": "prose", "manner": block.manner.value, "paras": paras, "leads": _leads(paras), **tongue}
        case Facts():
            pairs = [[printable(name), set_line(value)] for name, value in block.pairs]
            yield {"t": "facts", "pairs": pairs, **tongue_of(block.language or language)}
        case Grid():
            yield _grid(block, language)
        case Strip():
            yield _strip(block, language)
        case Picture():
            said, caption = printable(block.said), printable(block.caption)
            yield {"t": "picture", "src": block.digest, "alt": said, "caption": caption, **tongue_of(language)}
        case Text():
            yield from _text(block, book)
        case NewPage():
            yield {"t": "page"}


def _leads(paras: list[list[Node]]) -> bool:
    """Whether a paragraph only says what the next one is, as a label does: it stays with it."""
    return len(paras) == 1 and "b" in paras[0][0] and sum(len(run.get("x", "")) for run in paras[0]) <= _LABEL


def _grid(grid: Grid, language: str) -> Node:
    width = max((len(row) for row in (grid.head, *grid.rows)), default=0)
    tongues = [tongue_of(tag or language) for tag in (*grid.languages, *[""] * width)[:width]]
    rows = [[set_paragraphs(cell) for cell in (*row, *[""] * width)[:width]] for row in grid.rows]
    shares = list(grid.shares) if len(grid.shares) == width else _shares([grid.head, *grid.rows], width)
    head = [set_line(cell) for cell in (*grid.head, *[""] * width)[:width]]
    said = {"head": head, "rows": rows, "caption": printable(grid.caption)}
    return {"t": "grid", **said, "shares": shares, "tongues": tongues, "whole": [is_short(row) for row in grid.rows]}


def _strip(strip: Strip, language: str) -> Node:
    entries = [[printable(part) for part in entry] for entry in strip.entries]
    tongue = tongue_of(strip.language or language)
    return {"t": "strip", "entries": entries, "caption": printable(strip.caption), **tongue}


def _text(text: Text, book: Book) -> Iterator[Node]:
    """One node for a passage: its address, and what it says in each of the languages that stand side by side."""
    where, numbers = addresses(text.document), item_numbers(text.document)
    levels = heading_depths(text.document)
    beside = _beside(book.annex)
    for passage in text.document:
        pairs = zip(languages_shown(passage, text.languages), text.languages, strict=True)
        cells = [_said(passage, shown, tag, text) for shown, tag in pairs]
        if not any(cells):
            continue
        for cell in filter(None, cells):
            cell["level"] = levels.get(passage.id, min(passage.level, MAX_DEPTH))
            cell["mark"] = _item_mark(passage.kind, passage.level, numbers.get(passage.id))
        yield {
            "t": "passage",
            "kind": passage.kind.value,
            "address": str(where[passage.id]),
            "sign": printable(text.marks.get(passage.id, "")),
            "beside": beside.get(passage.id, []),
            "cells": cells,
        }


def _beside(annex: Annex | None) -> Mapping[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for s in annex.statements if annex else ():
        found.setdefault(s.passage, []).append([s.number, printable(s.kind), printable(s.party)])
    return found


def _item_mark(kind: Kind, level: int, number: int | None) -> str:
    if kind is not Kind.ITEM:
        return ""
    return f"{number}." if number is not None else _BULLETS[min(level, len(_BULLETS)) - 1]


def _said(passage: Passage, shown: str, tag: str, text: Text) -> Node | None:
    """A passage in the language shown, and marked where that is not the language of the column."""
    said = passage.text(shown)
    if not said:
        return None
    facts = text.activities.get((passage.id, shown), "")
    return {**_passage(passage.kind, said, facts), **tongue_of(shown), "other": shown if shown != tag else ""}


def _passage(kind: Kind, text: str, facts: str = "") -> Node:
    match kind:
        case Kind.TABLE:
            return _table(text)
        case Kind.FIGURE:
            return _figure(text)
        case Kind.ACTIVITY:
            return {"t": "activity", "facts": printable(facts), "inner": _inner(text)}
        case _:
            return {"t": kind.value, "paras": set_paragraphs(text), "plain": printable(plain(text))}


def _inner(text: str) -> list[Node]:
    return [
        {**_passage(block.kind, block.text), "level": block.level, "mark": _inner_mark(block.attributes, block.kind)}
        for block in read_blocks(text)
    ]


def _inner_mark(attributes: Mapping[str, str], kind: Kind) -> str:
    if kind is not Kind.ITEM:
        return ""
    return f"{attributes['start']}." if "start" in attributes else _BULLETS[0]


def _table(text: str) -> Node:
    """A pipe table; one that is none, as only a foreign text can hold, is a paragraph."""
    lines = text.split("\n")
    if len(lines) < 2:
        return {"t": "paragraph", "paras": set_paragraphs(text), "plain": ""}
    head, rules, *body = (split_row(line) for line in lines)
    width = max(len(row) for row in (head, *body))
    aligns = [alignment(rule) or "left" for rule in (*rules, *[""] * width)[:width]]
    rows = [[set_line(cell) for cell in (*row, *[""] * width)[:width]] for row in (head, *body)]
    return {"t": "table", "rows": rows, "aligns": aligns, "shares": _shares([head, *body], width)}


def _shares(rows: Iterable[Iterable[str]], width: int) -> list[float]:
    """How wide columns stand to one another: by the root of what they have to say, so that a long one does not crush
    the rest."""
    most = [0] * width
    for row in rows:
        for at, cell in enumerate(row):
            most[at] = max(most[at], len(cell))
    return [round(min(max(sqrt(length), _MIN_SHARE), _MAX_SHARE), 2) for length in most]


def _figure(text: str) -> Node:
    found = runs(text)
    only = found[0] if len(found) == 1 else Run()
    if not only.picture:
        return {"t": "paragraph", "paras": set_paragraphs(text), "plain": ""}
    return {"t": "figure", "src": only.picture, "alt": printable(only.text), "caption": printable(only.title)}
