"""The marks of a passage as codes that a translator's program keeps: what opens and what closes belong together.

A code of ours carries the mark as it is written in Markdown, so that what comes back is joined and not guessed. Words
between codes stay the inline Markdown that they are, and files from before codes are read as ever. Codes of other
programs carry nothing of ours: they are taken off, and their words are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..bad_file import BadFile, Code
from ..markdown import Mark, pieces
from .xml import FORBIDDEN

OURS = "tejido:"  # what the sub-type of a code of ours begins with in XLIFF
_TRIMMED = frozenset({"strong", "emphasis"})


@dataclass(frozen=True, slots=True)
class Single:
    """A mark that stands alone: a line break."""

    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A mark around others. `opening` and `closing` are as they are written."""

    kind: str
    opening: str
    closing: str
    inner: tuple[Node, ...]


Node = str | Single | Pair


def nodes_of(text: str) -> tuple[Node, ...]:
    """The text as words and codes; words alone where a mark could not stand in an XML file."""
    found = pieces(text)
    if any(isinstance(piece, Mark) and FORBIDDEN.search(piece.source) for piece in found):
        return (text,)
    levels: list[list[Node]] = [[]]
    opened: list[Mark] = []
    for piece in found:
        if isinstance(piece, str):
            levels[-1].append(piece)
        elif piece.side > 0:
            opened.append(piece)
            levels.append([])
        elif piece.side < 0:
            inner, mark = tuple(levels.pop()), opened.pop()
            levels[-1].append(Pair(mark.kind, mark.source, piece.source, inner))
        else:
            levels[-1].append(Single(piece.kind, piece.source))
    return tuple(levels[0])


@dataclass(frozen=True, slots=True)
class Open:
    """A code of ours that a file opens, by the name that its end calls it by."""

    name: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class Close:
    name: str
    source: str


def joined(said: Sequence[str | Open | Close], place: str) -> str:
    """The Markdown of words and codes. BadFile where a code is opened and not closed, closed and not opened, or crosses
    another. Blanks that came to stand at the inner edges of an emphasis, where Markdown has none, go outside."""
    parts: list[str] = []
    opened: list[tuple[Open, int]] = []
    for piece in said:
        if isinstance(piece, str):
            parts.append(piece)
        elif isinstance(piece, Open):
            opened.append((piece, len(parts)))
        else:
            if not opened or opened[-1][0].name != piece.name:
                raise damaged(place)
            first, start = opened.pop()
            parts[start:] = [_around(first, "".join(parts[start:]), piece.source)]
    if opened:
        raise damaged(place)
    return "".join(parts)


def _around(first: Open, inner: str, closing: str) -> str:
    if first.kind not in _TRIMMED:
        return f"{first.source}{inner}{closing}"
    core = inner.strip()
    if not core:
        return inner
    before, _, after = inner.partition(core)
    return f"{before}{first.source}{core}{closing}{after}"


def damaged(place: str) -> BadFile:
    return BadFile(Code.DAMAGED_CODES, place)


def walk(nodes: Sequence[Node]) -> Iterator[Single | Pair]:
    """Every code, the outer ones first."""
    for node in nodes:
        if isinstance(node, str):
            continue
        yield node
        if isinstance(node, Pair):
            yield from walk(node.inner)
