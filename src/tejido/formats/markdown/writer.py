"""Passages to Markdown that reads back as the same passages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tejido.engine.document import Document, Kind

from ..bad_file import BadFile
from .activities import opening_line
from .blocks import Block
from .cleaning import clean
from .inline import canonical, canonical_paragraphs
from .items import Items
from .words import SPECIAL

# What opens a block at the start of a line, and needs a backslash (a number, before its delimiter) to be words.
_OPENERS = re.compile(
    r"""(?P<sign>
        \#{1,6}(?=\s|$) | [-+](?=\s|$) | > | ~{3} | `{3}(?!.*`) | :::    # heading, item, quotation, fences, activity
        | [-=_](?=[-=_\s]*$) | [|:-](?=[|:\s-]*$)                        # rules below a heading and a table's header
        | \[\^[^ \]]+\]:                                                 # a note's definition
    )
    | (?P<number>\d{1,9})(?P<delimiter>[.)])(?=\s|$)""",
    re.VERBOSE,
)
_DEFINITION = re.compile(r"\[(?:\\.|[^\[\]\\])+\]:", re.DOTALL)
_CLOSING = re.compile(r"(?<!\\)(#+)$")
_IDS = re.compile(r"[0-9a-z]{1,40}")


def write(document: Document, language: str, *, ids: bool = False) -> str:
    """The passages that have this language, as Markdown. With `ids`, each after a line `<!-- p:ID -->`."""
    shown = ((passage, passage.text(language)) for passage in document)
    blocks = (Block(p.kind, text, p.level, dict(p.attributes), p.id) for p, text in shown if text)
    return written(blocks, ids=ids)


def written(blocks: Iterable[Block], *, ids: bool = False) -> str:
    """The Markdown of blocks; ends with a line end unless it is empty."""
    parts: list[str] = []
    items = Items()
    before: Kind | None = None
    for block in blocks:
        lines = list(_lines(block))
        if not lines:
            continue
        is_apart, indent = True, ""
        if block.kind is Kind.ITEM:
            lines, is_apart = items.placed(block, lines)
            indent = items.indent
        else:
            items.close()
        if before and (is_apart or before is not Kind.ITEM):
            parts.append("")
        if ids and _IDS.fullmatch(block.id):
            parts.append(f"{indent}<!-- p:{block.id} -->")
        parts += lines
        before = block.kind
    return "\n".join(parts) + "\n" if parts else ""


def _lines(block: Block) -> Iterator[str]:
    """The lines of one passage, without the marker of an item."""
    match block.kind:
        case Kind.HEADING:
            text = canonical(block.text, line_break="<br>")
            if text:
                yield f"{'#' * min(max(block.level, 1), 6)} {_CLOSING.sub(_escaped, text)}"
        case Kind.QUOTATION:
            yield from (f"> {line}".rstrip(" ") for line in _paragraph_lines(block.text))
        case Kind.ITEM:
            yield from _paragraph_lines(block.text)
        case Kind.TABLE:
            yield from _table_lines(block.text)
        case Kind.ACTIVITY:
            inner = _inner(block.text)
            if inner:
                yield from (opening_line(block.attributes), *inner.rstrip("\n").split("\n"), ":::")
        case Kind.PARAGRAPH | Kind.FIGURE:
            yield from _escaped_lines(canonical(block.text))


def _escaped(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _paragraph_lines(text: str) -> Iterator[str]:
    for place, paragraph in enumerate(filter(None, canonical_paragraphs(text).split("\n\n"))):
        yield from ("",) if place else ()
        yield from _escaped_lines(paragraph)


def _escaped_lines(paragraph: str) -> Iterator[str]:
    """The lines of a paragraph, none of which opens a block; nothing for an empty one."""
    if not paragraph:
        return
    shown = "\\" + paragraph if _DEFINITION.match(paragraph) else paragraph
    for line in shown.split("\n"):
        found = _OPENERS.match(line)
        place = found.start("delimiter") if found and found["number"] else 0
        yield f"{line[:place]}\\{line[place:]}" if found else line


def _table_lines(text: str) -> Iterator[str]:
    """A table as it is where it is a table, else its words as a paragraph."""
    found = _read(text)
    if len(found) == 1 and found[0].kind is Kind.TABLE:
        yield from found[0].text.split("\n")
    else:
        yield from _escaped_lines(canonical(text))


def _inner(text: str) -> str:
    """An activity's text, which is Markdown with blocks of its own; plain paragraphs need no second parse."""
    plainly = canonical_paragraphs(text)
    is_plain = not SPECIAL.search(clean(text).replace("\n\n", ""))
    if is_plain and not any(map(_OPENERS.match, plainly.split("\n"))):
        return plainly
    found = _read(text)
    is_nested = any(block.kind is Kind.ACTIVITY for block in found)
    return "\n".join(_paragraph_lines(text)) if is_nested or not found else written(found)


def _read(text: str) -> list[Block]:
    """The blocks in a passage's text; none where it is no Markdown that can be read, as only a foreign text can be."""
    from .reader import read_blocks

    try:
        return read_blocks(text)
    except BadFile:
        return []
