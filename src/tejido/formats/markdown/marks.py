"""Inline Markdown taken apart into words and marks, so that other programs can keep the marks as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .inline import FULL, LIGHT, Spelling, escape, trimmed
from .words import BREAK, SPECIAL, tokens_of, words

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINES = re.compile(r"((?<!\\)\n+)")
_BLANKS = re.compile(r"(\s*)(.*?)(\s*)\Z", re.DOTALL)
_KINDS = {
    "strong": "strong", "em": "emphasis", "link": "link", "note": "note", "image": "image", "code_inline": "code",
    "hardbreak": "break", "note_reference": "reference",
}  # fmt: skip  # one table, read as one


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as it is written. `side` is 1 where it opens something, -1 where it closes it, 0 where it stands alone."""

    kind: str
    side: int
    source: str


Piece = str | Mark


def pieces(text: str) -> tuple[Piece, ...]:
    """Words and marks in their order; together they are exactly the text, and what opens is closed. A line whose
    spelling is another than the canonical one is words alone, and so is one with a title in a mark."""
    found: list[Piece] = []
    for line in _LINES.split(text):
        found += _line(line) if SPECIAL.search(line) else [line]
    return tuple(piece for piece in found if piece != "")


def _line(line: str) -> Sequence[Piece]:
    match = _BLANKS.match(line)
    before, said, after = match.groups() if match else ("", line, "")
    tokens = tokens_of(said)
    if any(token.attrGet("title") for token in tokens):
        return [line]  # the title is words as well, and stands within the mark
    for line_break in (BREAK, "<br>"):
        for specials in (LIGHT, FULL):
            parts = list(_Parts(line_break, specials).parts(tokens))
            if "".join(source for _, source in parts) == said:
                return [before, *_joined(parts), after]
    return [line]


class _Parts(Spelling):
    """The canonical spelling, token by token."""

    def parts(self, tokens: list[Token]) -> Iterator[tuple[Token, str]]:
        for token in trimmed(tokens):
            yield token, self.one(token)


def _joined(parts: Sequence[tuple[Token, str]]) -> Iterator[Piece]:
    said = ""
    for token, source in parts:
        kind = _KINDS.get(token.type.removesuffix("_open").removesuffix("_close"))
        if kind is None:
            said += source
            continue
        yield said
        yield from _image(token, source) if kind == "image" else (Mark(kind, token.nesting, source),)
        said = ""
    yield said


def _image(token: Token, source: str) -> Iterator[Piece]:
    """Its words are said between two marks, as those of a link."""
    said = escape(words(token.children or []))
    yield from (Mark("image", 1, "!["), said, Mark("image", -1, source[2 + len(said) :]))
