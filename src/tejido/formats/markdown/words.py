"""The words of inline Markdown, without its markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .cleaning import clean, collapse
from .dialect import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

BREAK = "\\\n"  # a line break in a paragraph; where a line cannot end it is written <br>

# Without one of these no rule of the dialect ever fires, and a text is its own canonical form.
SPECIAL = re.compile(r"[\\`*_\[\]<\n]|&[#\w]")

_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")

# Finds the note behind a reference `[^1]`: its label -> its canonical text, or None where the reference stays literal.
Notes = Callable[[str], str | None]


def no_notes(_label: str) -> str | None:
    return None


def tokens_of(source: str, env: Mapping[str, Any] | None = None) -> list[Token]:
    """The inline tokens of a piece of inline Markdown."""
    found = parser().parseInline(source, dict(env or {}))
    return found[0].children or []


def words(tokens: Iterable[Token], notes: Notes = no_notes) -> str:
    """The words of tokens, notes in round brackets, images as their alternative text."""
    parts = []
    for token in tokens:
        match token.type:
            case "text" | "code_inline":
                parts.append(clean(token.content))
            case "softbreak" | "hardbreak":
                parts.append(" ")
            case "note_open" | "note_close":
                parts.append(" (" if token.nesting > 0 else ")")
            case "image":
                parts.append(words(token.children or [], notes))
            case "note_reference":
                note = notes(token.content)
                parts.append(f"[^{token.content}]" if note is None else f" ({plain(note)})")
    return collapse("".join(parts)).strip()


def plain(text: str) -> str:
    """What a passage's text says, without markup, on one line: for search and for lists."""
    cleaned = clean(text)
    if not SPECIAL.search(cleaned):
        return collapse(cleaned).strip()
    return collapse(" ".join(filter(None, map(_plain_part, split_paragraphs(cleaned))))).strip()


def _plain_part(part: str) -> str:
    """One paragraph, or what has lines of its own (a table, a list) and only then is blocks: "1. x" is a sentence."""
    if "\n" not in part.replace(BREAK, ""):
        return words(tokens_of(part))
    blocks = parser().parse(part, {})
    return " ".join(words(block.children or []) for block in blocks if block.type == "inline")


def split_paragraphs(text: str) -> list[str]:
    """What blank lines part."""
    return _PARAGRAPHS.split(text.strip())
