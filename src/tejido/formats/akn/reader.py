"""Akoma Ntoso to passages: files of ours without loss, and others' as far as a passage can hold them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tejido.engine.document import Document, Kind, Passage, whole_number

from ..bad_file import BadFile, Code
from ..markdown import canonical, escape
from ..markdown.blocks import Block
from ..word.xml import parse
from .about import AKN, own
from .blocks import block_of, blocks_of
from .inline import Element, local, spoken

_ID = re.compile(r"[0-9a-z]{1,40}")
_LISTS = frozenset({"blockList", "ul", "ol", "list"})


def read_document(raw: bytes, language: str, mint: Callable[[], str]) -> Document:
    """The passages in reading order. An id that occurs twice is given once."""
    root = _root(raw)
    taken: set[str] = set()
    passages = []
    for element, block in _walk(root, 0):
        if not block.text:
            continue
        id = element.get("wId", "")
        while not _ID.fullmatch(id) or id in taken:
            id = mint()
        taken.add(id)
        texts = {language: block.text}
        passages.append(Passage.of(id, block.kind, texts, level=block.level, attributes=block.attributes))
    return Document.of(passages)


def _root(raw: bytes) -> Element:
    try:
        root = parse(raw, "")
    except BadFile as problem:
        raise BadFile(Code.NOT_AKN) if problem.code is Code.HOSTILE_XML else problem from problem
    if root.tag != f"{{{AKN}}}akomaNtoso":
        raise BadFile(Code.NOT_AKN)
    return root


def _walk(element: Element, depth: int) -> Iterator[tuple[Element, Block]]:
    """The passages below an element; a section with a heading stands one deeper than the one around it."""
    for child in element:
        name = local(child)
        if not name or name in {"meta", "num", "heading", "subheading"}:
            continue
        heading = next((c for c in child if local(c) == "heading"), None)
        if heading is not None and name not in {"item", "point", "tblock", "blockList"}:
            yield child, _heading(child, heading, depth + 1)
            yield from _walk(child, depth + 1)
        elif name in {"p", "block", "tblock", "table"} | _LISTS:
            yield from ((found, block_of(found, kind, level)) for found, kind, level in blocks_of(child))
        else:
            yield from _walk(child, depth)


def _heading(section: Element, heading: Element, depth: int) -> Block:
    block = block_of(heading, Kind.HEADING, depth)
    level = min(max(whole_number(section.get(own("level"), "")) or depth, 1), 6)
    text = block.text
    if not section.get(own("level")):  # a number that another program gave is part of how its readers name the place
        number = " ".join(spoken(c) for c in section if local(c) == "num")
        text = canonical(f"{escape(number)} {text}" if number else text, line_break="<br>")
    return Block(Kind.HEADING, text, level, block.attributes)
