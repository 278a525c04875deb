"""Inline Markdown in one canonical spelling.

Canonical means: the same emphasis, links, notes and words always have the same source, so that two people who write the
same get the same digest. It is found by writing the parsed tokens out again, with few escapes where that parses back to
the same, else with all. Where no spelling parses back (an emphasis that Markdown cannot spell), the words are kept and
the emphasis goes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from .cleaning import clean, collapse
from .words import BREAK, SPECIAL, Notes, no_notes, split_paragraphs, tokens_of, words

if TYPE_CHECKING:
    from markdown_it.token import Token

LIGHT = re.compile(r"[\\`*]|(?<![^\W_])_|_(?![^\W_])|<(?=[a-z/!?])|&(?=#?\w+;)|!(?=\[)|\^(?=\[)", re.IGNORECASE)
FULL = re.compile(r"[\\`*_\[\]<^!]|&(?=#?\w+;)")
_IN_TITLE = re.compile(r"[\\`\"*_<\[\]^]|&(?=#?\w+;)")
_IN_ADDRESS = {ord(c): f"%{ord(c):02X}" for c in ' "<>()\\`|[]'}
_TICKS = re.compile("`+")
_MARKS = {
    "softbreak": " ", "strong_open": "**", "strong_close": "**", "em_open": "*", "em_close": "*", "note_open": "^[",
    "note_close": "]",
}  # fmt: skip  # one table, read as one


def canonical(source: str, *, line_break: str = BREAK) -> str:
    """One piece of inline Markdown in canonical spelling; blanks collapsed, NFC. Idempotent."""
    cleaned = clean(source)
    if not SPECIAL.search(cleaned):
        return collapse(cleaned).strip()
    return spelled(tokens_of(cleaned.strip()), line_break=line_break)


def canonical_paragraphs(source: str) -> str:
    """Several paragraphs, parted by a blank line, each canonical; empty ones go."""
    return "\n\n".join(filter(None, map(canonical, split_paragraphs(clean(source)))))


def spelled(tokens: list[Token], notes: Notes = no_notes, *, line_break: str = BREAK) -> str:
    """The canonical spelling of parsed tokens. `line_break` is what a hard line break is written as."""
    unstressed = [token for token in tokens if not token.type.startswith(("em_", "strong_"))]
    for kept in (tokens, unstressed):
        found = _settled(kept, notes, line_break)
        if found is not None:
            return found
    bare = escape(words(tokens, notes))
    return _lightest(tokens_of(bare), bare, line_break)


def _settled(tokens: list[Token], notes: Notes, line_break: str) -> str | None:
    """The spelling that parses back to the same; None where there is none."""
    said = words(tokens, notes)
    meant = Spelling(line_break, FULL, notes).of(tokens)
    for _ in range(4):
        again = tokens_of(meant)
        following = Spelling(line_break, FULL).of(again)
        if following == meant:
            return _lightest(again, meant, line_break) if words(again) == said else None
        meant = following
    return None


def _lightest(tokens: list[Token], meant: str, line_break: str) -> str:
    """The spelling with few escapes where it parses to the same, else the one with all."""
    light = Spelling(line_break, LIGHT).of(tokens)
    is_same = light == meant or Spelling(line_break, FULL).of(tokens_of(light)) == meant
    return light if is_same else meant


def escape(text: str) -> str:
    """Plain words as inline Markdown that reads as those words."""
    return FULL.sub(r"\\\g<0>", collapse(clean(text))).strip()


class Spelling:
    """Writes tokens out again, one after the other, and remembers which links and how many notes are open."""

    def __init__(self, line_break: str, specials: re.Pattern[str], notes: Notes = no_notes) -> None:
        self._break = line_break
        self._specials = specials
        self._notes = notes
        self._links: list[Token] = []
        self._depth = 0

    def of(self, tokens: list[Token]) -> str:
        parts = [""]
        for token in trimmed(tokens):
            part = self.one(token)
            if token.type == "hardbreak":
                parts[-1] = parts[-1].rstrip(" ")
            parts.append(part.lstrip(" ") if parts[-1] == self._break else part)
        return unicodedata.normalize("NFC", "".join(parts)).strip()

    def one(self, token: Token) -> str:
        """What one token is written as. To be asked for each, in their order."""
        if token.type.startswith("note_"):
            self._depth += token.nesting
        match token.type:
            case "text":
                return self._text(token.content)
            case "hardbreak":
                return self._break
            case "code_inline":
                return code(token.content)
            case "link_open":
                self._links.append(token)
                return "<" if token.info == "auto" else "["
            case "link_close":
                opened = self._links.pop()
                return ">" if token.info == "auto" else f"]({_target(opened, 'href')})"
            case "image":
                return f"![{escape(words(token.children or []))}]({_target(token, 'src')})"
            case "note_reference":
                note = self._notes(token.content)
                return f"[^{token.content}]" if note is None else f"^[{note}]"
            case mark:
                return _MARKS[mark]

    def _text(self, text: str) -> str:
        """Inside brackets every bracket is escaped, or the wrong one would close; between <> nothing can be."""
        if self._links and self._links[-1].info == "auto":
            return text
        specials = FULL if self._links or self._depth else self._specials
        return specials.sub(r"\\\g<0>", collapse(clean(text)))


def trimmed(tokens: list[Token]) -> list[Token]:
    """Without blanks and line breaks at either end."""
    start, stop = 0, len(tokens)
    while start < stop and is_blank(tokens[start]):
        start += 1
    while stop > start and is_blank(tokens[stop - 1]):
        stop -= 1
    return tokens[start:stop]


def is_blank(token: Token) -> bool:
    """Whether a token says nothing: a break, or blanks."""
    return token.type.endswith("break") or (token.type == "text" and not clean(token.content).strip())


def title_of(token: Token) -> str:
    """The title of a link or image, on one line."""
    return collapse(clean(str(token.attrGet("title") or ""))).strip()


def _target(token: Token, name: str) -> str:
    return target_of(str(token.attrGet(name) or ""), title_of(token))


def target_of(href: str, title: str = "") -> str:
    """A link's address and title, as they stand between the round brackets."""
    shown = re.sub(r"&(?=#?\w+;)", r"\\&", href.translate(_IN_ADDRESS))
    quoted = _IN_TITLE.sub(r"\\\g<0>", title)
    return f'{shown} "{quoted}"' if quoted else shown


def code(text: str) -> str:
    """Literal text as a code span."""
    inner = collapse(text)
    runs = {len(run) for run in _TICKS.findall(inner)}
    fence = "`" * next(n for n in range(1, len(runs) + 2) if n not in runs)
    is_padded = inner[:1] in {"`", " "} or inner[-1:] in {"`", " "}
    return f"{fence} {inner} {fence}" if is_padded and inner.strip() else f"{fence}{inner}{fence}"
