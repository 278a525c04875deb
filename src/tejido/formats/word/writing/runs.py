"""Inline Markdown to runs: emphasis, links, notes, images, line breaks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...escaping import xml
from ...markdown.cleaning import clean, collapse
from ...markdown.inline import title_of
from ...markdown.words import SPECIAL, tokens_of, words
from .sheet import Sheet
from .tongues import is_from_the_right, spoken

if TYPE_CHECKING:
    from markdown_it.token import Token

_SOUND = ("http://", "https://", "mailto:")
_ON = {"strong_open": ("bold", True), "strong_close": ("bold", False), "em_open": ("italic", True),
       "em_close": ("italic", False)}  # fmt: skip  # one table, read as one


@dataclass(frozen=True, slots=True)
class Look:
    """What a run's words look like beside their style, and which language they are in."""

    language: str
    bold: bool = False
    italic: bool = False
    style: str = ""

    @property
    def properties(self) -> str:
        named = f'<w:rStyle w:val="{self.style}"/>' if self.style else ""
        bold = "<w:b/><w:bCs/>" if self.bold else ""
        italic = "<w:i/><w:iCs/>" if self.italic else ""
        return f"<w:rPr>{named}{bold}{italic}{spoken(self.language)}</w:rPr>"


def plain_run(text: str, look: Look) -> str:
    """Words as they are, no Markdown."""
    return f'<w:r>{look.properties}<w:t xml:space="preserve">{xml(text)}</w:t></w:r>' if text else ""


def runs(text: str, language: str, sheet: Sheet) -> str:
    """The runs of one piece of inline Markdown."""
    look = Look(language)
    cleaned = clean(text)
    if not SPECIAL.search(cleaned):
        return plain_run(collapse(cleaned).strip(), look)
    return token_runs(tokens_of(cleaned.strip()), look, sheet)


def token_runs(tokens: list[Token], look: Look, sheet: Sheet) -> str:
    """The runs of parsed tokens."""
    return _Writer(look, sheet).of(tokens)


class _Writer:
    """Writes tokens one after the other, and remembers the emphasis and the links that are open."""

    def __init__(self, look: Look, sheet: Sheet) -> None:
        self._look = look
        self._sheet = sheet
        self._parts: list[str] = []
        self._links: list[bool] = []  # whether each open link is shown as one

    def of(self, tokens: list[Token]) -> str:
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.type == "note_open":
                place = self._note(tokens, place)
            else:
                self._one(token)
            place += 1
        return "".join(self._parts)

    def _one(self, token: Token) -> None:
        match token.type:
            case "text":
                self._parts.append(plain_run(collapse(clean(token.content)), self._shown))
            case "code_inline":
                self._parts.append(plain_run(token.content, replace(self._look, style="Literal")))
            case "softbreak":
                self._parts.append(plain_run(" ", self._shown))
            case "hardbreak":
                self._parts.append("<w:r><w:br/></w:r>")
            case "strong_open" | "strong_close" | "em_open" | "em_close":
                name, is_on = _ON[token.type]
                self._look = replace(self._look, **{name: is_on})  # type: ignore[arg-type]  # two switches
            case "link_open":
                self._open(str(token.attrGet("href") or ""))
            case "link_close":
                self._parts.append("</w:hyperlink>" if self._links.pop() else "")
            case "image":
                self._image(token)
            case _:
                self._parts.append(plain_run(token.content, self._shown))

    @property
    def _shown(self) -> Look:
        return replace(self._look, style="Hyperlink") if any(self._links) else self._look

    def _open(self, target: str) -> None:
        """A link that Word can follow; a place in the text is only words. A link in a link is none."""
        is_shown = target.lower().startswith(_SOUND) and not any(self._links)
        self._links.append(is_shown)
        if is_shown:
            self._parts.append(f'<w:hyperlink r:id="{self._sheet.link(target)}" w:history="1">')

    def _note(self, tokens: list[Token], start: int) -> int:
        """A note becomes a footnote; a note in a note, or in a footnote's own words, stands in brackets."""
        depth, stop = 1, start
        while depth and stop + 1 < len(tokens):
            stop += 1
            depth += tokens[stop].nesting if tokens[stop].type.startswith("note_") else 0
        inner = tokens[start + 1 : stop if not depth else stop + 1]
        if self._sheet.is_in_note:
            self._parts.append(plain_run(f" ({words(inner)})", self._shown))
            return stop
        with self._sheet.noting():
            said = token_runs(inner, Look(self._look.language), self._sheet)
        turned = "<w:bidi/>" if is_from_the_right(self._look.language) else ""
        id = self._sheet.note(said, turned)
        self._parts.append(
            f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{id}"/></w:r>'
        )
        return stop

    def _image(self, token: Token) -> None:
        target, said = str(token.attrGet("src") or ""), words(token.children or [])
        drawn = self._sheet.drawing(target, said, title_of(token))
        self._parts.append(drawn or plain_run(said or target, replace(self._shown, italic=True)))
