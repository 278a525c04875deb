"""The content of one paragraph as spans."""

from __future__ import annotations

from collections.abc import Callable

from .book import Book
from .content import content
from .fields import Fields, sound_address
from .relations import Part
from .spans import LINE_BREAK, Span
from .symbols import UNKNOWN, moved, symbol
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
_STRUCK = frozenset({"w:strike", "w:dstrike"})


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
        properties = child(run, "w:rPr")
        switches = self._book.styles.switched_on(self._style, properties)
        manner = Span("", "w:b" in switches, "w:i" in switches)
        for piece in content(run, self._book.journal):
            name = short(piece.tag)
            if name in _FIELDS:
                self._fields.mark(attribute(piece, "w:fldCharType"), piece.text or "")
            elif name == "w:rPr" or not self._fields.is_showing:
                continue
            elif "w:vanish" in switches:
                self._book.journal.note(NoticeCode.HIDDEN)
            elif name in _NOTES:
                self._note(_NOTES[name], attribute(piece, "w:id"))
                # The rest of such a run is the note's mark.
                if attribute(piece, "w:customMarkFollows", "0") in {"1", "true", "on"}:
                    break
            else:
                text = self._text(name, piece, self._book.styles.raised(properties), switches)
                self.spans.append(Span(text, manner.bold, manner.italic, self._fields.href or href))

    def _text(self, name: str, piece: Element, raised: str, switches: frozenset[str]) -> str:
        """What a piece of a run says; what is more than words is added to the spans at once."""
        if name == "w:t":
            return self._words(piece, raised, switches)
        if name == "w:sym":
            return self._symbol(attribute(piece, "w:font"), attribute(piece, "w:char"))
        if name in _DRAWINGS:
            found = self._book.pictures.drawing(piece, self._part)
            self.spans += (Span(atom=image) for image in found.images)
            self.boxes += found.boxes
        elif name == "w:commentReference":
            self._book.journal.note(NoticeCode.COMMENT)
        elif name == "w:contentPart":
            self._book.journal.note(NoticeCode.DRAWING, drawing="ink", words="")
        elif name == "w:ruby":
            self._annotated(child(piece, "w:rubyBase"), child(piece, "w:rt"))
        return _LETTERS.get(name, "")

    def _annotated(self, base: Element | None, annotation: Element | None) -> None:
        """Words with smaller words above them, which follow in brackets."""
        for element, before, after in ((base, "", ""), (annotation, " (", ")")):
            if element is not None:
                self.spans.append(Span(before))
                self._read(element)
                self.spans.append(Span(after))

    def _words(self, piece: Element, raised: str, switches: frozenset[str]) -> str:
        text = piece.text or ""
        if attribute(piece, "xml:space") != "preserve":
            text = text.strip(" \t\r\n")
        if text.strip() and switches & _STRUCK:
            self._book.journal.note(NoticeCode.STRUCK)
        if not raised or not text.strip():
            return text
        found = moved(text, raised)
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
