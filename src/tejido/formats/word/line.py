"""The content of one paragraph as spans."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .book import Book
from .content import content
from .fields import Fields, sound_address
from .relations import Part
from .spans import LINE_BREAK, Span
from .symbols import SYMBOL_FONTS, UNKNOWN, moved, symbol
from .values import NoticeCode
from .xml import Element, attribute, child, full, short

# The kind of note ("footnote") and its id -> the note as Markdown, None where the file does not hold it.
NoteText = Callable[[str, str], str | None]

_LETTERS = {
    "w:tab": " ", "w:ptab": " ", "w:br": LINE_BREAK, "w:cr": LINE_BREAK, "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}  # fmt: skip  # one table, read as one
_NOTES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_DRAWINGS = frozenset({"w:drawing", "w:pict", "w:object"})
_FIELDS = frozenset({"w:fldChar", "w:instrText"})
_PRIVATE = re.compile("[\uf020-\uf0ff]")  # where Word puts the characters of symbol fonts


@dataclass(frozen=True, slots=True)
class _Look:
    """What the properties and styles of a run say of its words. `raised` is as in `Styles`."""

    bold: bool
    italic: bool
    is_hidden: bool
    is_struck: bool
    raised: str
    font: str


class Line:
    """Reads one paragraph. `spans` is what it says, `boxes` the text boxes that are anchored in it."""

    def __init__(self, book: Book, part: Part, style: str, note_text: NoteText) -> None:
        self.spans: list[Span] = []
        self.boxes: list[Element] = []
        self._book = book
        self._part = part
        self._style = style
        self._note_text = note_text
        self._fields = Fields(book.journal)

    def read(self, paragraph: Element) -> None:
        """Everything that the paragraph holds, in order."""
        self._read(paragraph)
        self._fields.end()

    def _read(self, element: Element, href: str = "") -> None:
        for inner in content(element, self._book.journal):
            match short(inner.tag):
                case "w:r":
                    self._run(inner, href)
                case "w:hyperlink":
                    self._read(inner, self._link(inner) or href)
                case "w:fldSimple":
                    self._read(inner, self._fields.link_in(attribute(inner, "w:instr")) or href)
                case "m:oMath" | "m:oMathPara":
                    self.equation(inner)
                case "w:subDoc":
                    self._book.journal.note(NoticeCode.EMBEDDED)

    def equation(self, element: Element) -> None:
        """The characters of an equation in one line: Markdown has no equations."""
        self._book.journal.note(NoticeCode.EQUATION)
        self.spans.append(Span("".join(text.text or "" for text in element.iter(*full("m:t")))))

    def _link(self, element: Element) -> str:
        relation = self._part.relations.get(attribute(element, "r:id"))
        target, anchor = relation.target if relation else "", attribute(element, "w:anchor")
        return sound_address(f"{target}#{anchor}" if anchor else target, self._book.journal)

    def _run(self, run: Element, href: str) -> None:
        look = self._look(child(run, "w:rPr"))
        for piece in content(run, self._book.journal):
            name = short(piece.tag)
            if name in _FIELDS:
                self._fields.mark(attribute(piece, "w:fldCharType"), piece.text or "")
            elif name == "w:rPr" or not self._fields.is_showing:
                continue
            elif look.is_hidden:
                self._book.journal.note(NoticeCode.HIDDEN)
            elif name in _NOTES:
                self._note(_NOTES[name], attribute(piece, "w:id"))
                # The rest of such a run is the note's mark.
                if attribute(piece, "w:customMarkFollows", "0") in {"1", "true", "on"}:
                    break
            else:
                self._piece(name, piece, look, self._fields.href or href)

    def _look(self, properties: Element | None) -> _Look:
        styles = self._book.styles
        switches = styles.switched_on(self._style, properties)
        return _Look(
            bold="w:b" in switches,
            italic="w:i" in switches,
            is_hidden="w:vanish" in switches,
            is_struck=not switches.isdisjoint({"w:strike", "w:dstrike"}),
            raised=styles.raised(properties),
            font=attribute(child(properties, "w:rFonts"), "w:ascii"),
        )

    def _piece(self, name: str, piece: Element, look: _Look, href: str) -> None:
        """A piece of a run: words, or something that stands among them."""
        if name in _DRAWINGS:
            found = self._book.pictures.drawing(piece, self._part)
            self.spans += (Span(atom=image, href=href) for image in found.images)
            self.boxes += found.boxes
        elif name == "w:commentReference":
            self._book.journal.note(NoticeCode.COMMENT)
        elif name == "w:contentPart":
            self._book.journal.note(NoticeCode.DRAWING, drawing="ink", words="")
        elif name == "w:ruby":
            self._annotated(child(piece, "w:rubyBase"), child(piece, "w:rt"))
        else:
            self.spans.append(Span(self._text(name, piece, look), look.bold, look.italic, href))

    def _text(self, name: str, piece: Element, look: _Look) -> str:
        match name:
            case "w:t":
                return self._words(piece, look)
            case "w:sym":
                return self._symbol(attribute(piece, "w:font"), attribute(piece, "w:char"))
            case _:
                return _LETTERS.get(name, "")

    def _annotated(self, base: Element | None, annotation: Element | None) -> None:
        """Words with smaller words above them, which follow in brackets."""
        for element, before, after in ((base, "", ""), (annotation, " (", ")")):
            if element is not None:
                self.spans.append(Span(before))
                self._read(element)
                self.spans.append(Span(after))

    def _words(self, piece: Element, look: _Look) -> str:
        text = piece.text or ""
        if attribute(piece, "xml:space") != "preserve":
            text = text.strip(" \t\r\n")
        if not text.strip():
            return text
        if look.is_struck:
            self._book.journal.note(NoticeCode.STRUCK)
        if look.font.lower() in SYMBOL_FONTS:
            text = _PRIVATE.sub(lambda found: self._symbol(look.font, f"{ord(found[0]):X}"), text)
        found = moved(text, look.raised) if look.raised else text
        if found is None:
            self._book.journal.note(NoticeCode.RAISED)
        return text if found is None else found

    def _symbol(self, font: str, code: str) -> str:
        found = symbol(font, code)
        if found == UNKNOWN:
            self._book.journal.note(NoticeCode.SYMBOL, font=font, character=code)
        return found

    def _note(self, kind: str, id: str) -> None:
        text = self._note_text(kind, id)
        if text is None:
            self._book.journal.note(NoticeCode.NOTE_MISSING)
        elif text:
            self.spans.append(Span(atom=f"^[{text}]"))
