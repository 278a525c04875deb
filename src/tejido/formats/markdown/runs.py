"""The words of inline Markdown as runs, for whoever sets or writes a page: every run says how it looks, none holds
another but a note."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .cleaning import clean, collapse
from .inline import title_of
from .words import SPECIAL, tokens_of, words

if TYPE_CHECKING:
    from markdown_it.token import Token

_PICTURE = re.compile(r"media:([0-9a-f]{64})")
_LINK = re.compile(r"https?://|mailto:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike. `link` is where they lead; `note` holds the runs of a note called here, which then has no
    words; `picture` is the digest of an image whose alternative text are the words; `is_break` ends the line."""

    text: str = ""
    is_strong: bool = False
    is_emphasis: bool = False
    is_code: bool = False
    link: str = ""
    note: tuple[Run, ...] = ()
    picture: str = ""
    title: str = ""
    is_break: bool = False


def runs(text: str) -> tuple[Run, ...]:
    """The runs of one paragraph of inline Markdown."""
    cleaned = clean(text).strip()
    if not SPECIAL.search(cleaned):
        return (Run(collapse(cleaned)),) if cleaned else ()
    return runs_of(tokens_of(cleaned))


def runs_of(tokens: Iterable[Token]) -> tuple[Run, ...]:
    """The runs of parsed tokens, from the first to the last."""
    return tuple(_Runs().of(tokens))


class _Runs:
    """Walks tokens and remembers what is open: emphasis, links, and notes with what stood before them."""

    def __init__(self) -> None:
        self._found: list[Run] = []
        self._look = Run()
        self._outer: list[tuple[list[Run], Run]] = []

    def of(self, tokens: Iterable[Token]) -> list[Run]:
        for token in tokens:
            self._take(token)
        return self._found

    def _take(self, token: Token) -> None:
        match token.type:
            case "text" | "code_inline":
                self._add(collapse(clean(token.content)), is_code=token.type == "code_inline")
            case "softbreak":
                self._add(" ")
            case "hardbreak":
                self._found.append(replace(self._look, is_break=True))
            case "strong_open" | "strong_close":
                self._look = replace(self._look, is_strong=token.nesting > 0)
            case "em_open" | "em_close":
                self._look = replace(self._look, is_emphasis=token.nesting > 0)
            case "link_open" | "link_close":
                target = str(token.attrGet("href") or "")
                self._look = replace(self._look, link=target if _LINK.match(target) else "")
            case "note_open":
                self._outer.append((self._found, self._look))
                self._found, self._look = [], Run()
            case "note_close":
                note = tuple(self._found)
                self._found, self._look = self._outer.pop()
                self._found.append(replace(self._look, note=note))
            case "image":
                self._image(token)
            case _:
                self._add(words([token]))

    def _add(self, text: str, *, is_code: bool = False) -> None:
        if text:
            self._found.append(replace(self._look, text=text, is_code=is_code))

    def _image(self, token: Token) -> None:
        """A picture of the text itself; of any other image only the words stay."""
        found = _PICTURE.fullmatch(str(token.attrGet("src") or ""))
        shown = words(token.children or [])
        self._found.append(replace(self._look, text=shown, picture=found[1] if found else "", title=title_of(token)))
