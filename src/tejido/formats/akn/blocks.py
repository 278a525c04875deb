"""Blocks as elements of Akoma Ntoso, and back: what a passage, or a part of an activity, is made of."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from tejido.engine.document import Kind, whole_number

from ..bad_file import BadFile
from ..escaping import sayable
from ..markdown import alignment, read_blocks, split_paragraphs, split_row, table_text
from ..markdown.blocks import Block
from ..markdown.cleaning import clean, collapse
from ..markdown.writer import written
from .about import akn, own
from .inline import Element, fill, local, spoken

_INLINE_BREAK = "<br>"
_KINDS = {Kind.QUOTATION, Kind.ACTIVITY, Kind.FIGURE, Kind.HEADING}


def put(parent: Element, block: Block, mark: str = "") -> Element:
    """A block as an element below `parent`. Where the element does not lead back to the same Markdown, the Markdown is
    kept beside it. `mark` is what stands before an item."""
    element = _made(parent, block, mark)
    if block.kind in _KINDS:
        element.set(own("kind"), block.kind.value)
    if block.kind in {Kind.ITEM, Kind.HEADING}:
        element.set(own("level"), str(block.level))
    if block.attributes:
        facts = json.dumps(dict(sorted(block.attributes.items())), ensure_ascii=False)
        element.set(own("facts"), sayable(facts))
    if text_of(element, block.kind) != block.text:
        element.set(own("source"), clean(block.text))
    return element


def _made(parent: Element, block: Block, mark: str) -> Element:
    match block.kind:
        case Kind.ITEM:
            element = etree.SubElement(parent, akn("item"))
            etree.SubElement(element, akn("num")).text = mark or "–"
            _paragraphs(element, block.text)
        case Kind.QUOTATION:
            element = etree.SubElement(parent, akn("tblock"))
            _paragraphs(element, block.text)
        case Kind.ACTIVITY:
            element = etree.SubElement(parent, akn("tblock"))
            put_all(element, _inner(block.text))
        case Kind.TABLE:
            element = _table(parent, block.text)
        case _:
            element = etree.SubElement(parent, akn("p"))
            fill(element, block.text)
    return element


def put_all(parent: Element, blocks: Sequence[Block]) -> None:
    """Blocks one after the other; items that follow one another are one list."""
    before: Element | None = None
    for block in blocks:
        if block.kind is Kind.ITEM:
            before = before if before is not None else etree.SubElement(parent, akn("blockList"))
            put(before, block)
        else:
            before = None
            put(parent, block)
    if not blocks:
        etree.SubElement(parent, akn("p"))


def _paragraphs(element: Element, text: str) -> None:
    for part in split_paragraphs(text):
        fill(etree.SubElement(element, akn("p")), part)


def _inner(text: str) -> list[Block]:
    try:
        return read_blocks(text)
    except BadFile:  # only a foreign text; its source is kept
        return []


def _table(parent: Element, text: str) -> Element:
    element = etree.SubElement(parent, akn("table"))
    lines = text.split("\n")
    rules = [alignment(rule) for rule in split_row(lines[1])] if len(lines) > 1 else []
    for place, line in enumerate(lines):
        if place == 1:
            continue
        row = etree.SubElement(element, akn("tr"))
        for at, cell in enumerate(split_row(line)):
            made = etree.SubElement(row, akn("td" if place else "th"))
            if at < len(rules) and rules[at]:
                made.set("class", rules[at])
            fill(etree.SubElement(made, akn("p")), cell)
    return element


## Back


def block_of(element: Element, kind: Kind, level: int = 0) -> Block:
    """The block that an element is. The Markdown kept beside it counts as long as the element says the same."""
    source = element.get(own("source"))
    read = Block(kind, text_of(element, kind), _level(element, kind, level), _facts(element))
    if source is None:
        return read
    meant = Block(kind, source, read.level, read.attributes)
    again = put(etree.Element(akn("x")), meant)
    return meant if _says(again) == _says(element) else read


def _says(element: Element) -> list[tuple[str, str, str]]:
    """What an element holds, without what only stands around it: names, words and where links lead."""
    inner = (e for e in element.iter() if e is not element and local(e) not in {"", "blockList"})
    said = [(local(e), _words(e.text) + e.get("href", "") + e.get("src", ""), _words(e.tail)) for e in inner]
    return [("", _words(element.text), ""), *(line for line in said if line[0] != "num")]


def _words(text: str | None) -> str:
    return collapse(text or "").strip()


def _level(element: Element, kind: Kind, level: int) -> int:
    if kind not in {Kind.ITEM, Kind.HEADING}:
        return 0
    written_level = element.get(own("level"), "")
    most = 6 if kind is Kind.HEADING else 99
    return min(max(whole_number(written_level) or level, 1), most)


def _facts(element: Element) -> Mapping[str, str]:
    try:
        facts = json.loads(element.get(own("facts"), "{}"))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(facts, dict) or not all(isinstance(v, str) for v in facts.values()):
        return {}
    return facts


def text_of(element: Element, kind: Kind) -> str:
    """The text of a passage of that kind, from what the element holds."""
    match kind:
        case Kind.HEADING:
            return spoken(element, line_break=_INLINE_BREAK)
        case Kind.ITEM | Kind.QUOTATION:
            return "\n\n".join(filter(None, (spoken(part) for part in _parts(element))))
        case Kind.TABLE:
            return _table_text(element)
        case Kind.ACTIVITY:
            return written(block_of(*found) for found in inner_blocks(element)).rstrip("\n")
        case _:
            return spoken(element)


def _parts(element: Element) -> Iterator[Element]:
    """The paragraphs of an item; what stands in it without one is one."""
    found = [child for child in element if local(child) in {"p", "block"}]
    if found:
        yield from found
    elif (element.text or "").strip() or any(local(child) not in {"num", "blockList", ""} for child in element):
        yield element


def _table_text(element: Element) -> str:
    rows = [[cell for cell in row if local(cell) in {"td", "th"}] for row in element.iter(akn("tr"))]
    texts = [[_cell(cell) for cell in row] for row in rows]
    aligns = [cell.get("class", "") for cell in rows[0]] if rows else []
    known = [side if side in {"left", "center", "right"} else "" for side in aligns]
    return table_text(texts, known)


def _cell(cell: Element) -> str:
    parts = filter(None, (spoken(part, line_break=_INLINE_BREAK) for part in cell))
    return " ".join(parts) or spoken(cell, line_break=_INLINE_BREAK)


def inner_blocks(element: Element, level: int = 0) -> Iterator[tuple[Element, Kind, int]]:
    """The blocks below an element, in reading order, each with its kind and the level that its place gives it."""
    for child in element:
        yield from blocks_of(child, level)


def blocks_of(element: Element, level: int = 0) -> Iterator[tuple[Element, Kind, int]]:
    """The blocks that one element is or holds."""
    name = local(element)
    if name in {"blockList", "ul", "ol", "list"}:
        yield from inner_blocks(element, level + 1)
    elif name in {"item", "li", "point"}:
        yield element, Kind.ITEM, max(level, 1)
        yield from (found for found in inner_blocks(element, level) if local(found[0]) not in {"p", "block"})
    elif name == "table":
        yield element, Kind.TABLE, 0
    elif name == "p" or (name == "block" and not len(element)):
        yield element, _kind(element, Kind.PARAGRAPH), 1
    elif name == "tblock" and element.get(own("kind")):
        yield element, _kind(element, Kind.QUOTATION), 0
    elif name and name not in {"num", "heading", "subheading"}:
        yield from inner_blocks(element, level)


def _kind(element: Element, usual: Kind) -> Kind:
    said = element.get(own("kind"), "")
    if not said and _is_picture(element):
        return Kind.FIGURE
    return Kind(said) if said in _KINDS else usual


def _is_picture(element: Element) -> bool:
    """A picture that stands alone, without words before or behind it."""
    said = "".join([element.text or "", *(child.tail or "" for child in element)])
    return [local(child) for child in element] == ["img"] and not said.strip()
