"""Walks through what a paragraph or table holds and gathers bookmarks, comments and tracked changes on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..writing.names import Mark, digest_in, mark_in
from ..xml import Element, attribute, child, short
from .values import Change, ChangeKind

_KINDS = {
    "w:ins": ChangeKind.INSERT, "w:cellIns": ChangeKind.INSERT, "w:del": ChangeKind.DELETE,
    "w:cellDel": ChangeKind.DELETE, "w:cellMerge": ChangeKind.FORMAT, "w:moveFrom": ChangeKind.MOVE_FROM,
    "w:moveTo": ChangeKind.MOVE_TO, "w:rPrChange": ChangeKind.FORMAT, "w:pPrChange": ChangeKind.FORMAT,
    "w:sectPrChange": ChangeKind.FORMAT, "w:tblPrChange": ChangeKind.FORMAT, "w:tblPrExChange": ChangeKind.FORMAT,
    "w:tblGridChange": ChangeKind.FORMAT, "w:trPrChange": ChangeKind.FORMAT, "w:tcPrChange": ChangeKind.FORMAT,
    "w:numberingChange": ChangeKind.FORMAT,
}  # fmt: skip  # one table, read as one
ADDING = frozenset({ChangeKind.INSERT, ChangeKind.MOVE_TO})
REMOVING = frozenset({ChangeKind.DELETE, ChangeKind.MOVE_FROM})
_BLANKS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
_NOTES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_DRAWN = frozenset({"w:drawing", "w:pict", "w:object"})
MOST_QUOTED = 2000  # characters of the words that a comment is about


@dataclass(slots=True)
class Quote:
    """Where a comment is anchored: the words in its range by piece, and the piece of its reference."""

    words: dict[int, list[str]] = field(default_factory=dict)
    reference: int = -1
    length: int = 0

    def add(self, piece: int, words: str) -> None:
        if self.length < MOST_QUOTED:
            self.words.setdefault(piece, []).append(words[: MOST_QUOTED - self.length])
        self.length += len(words)

    @property
    def piece(self) -> int:
        """Where its words begin; where it has none, where it is called."""
        said = (piece for piece, words in self.words.items() if piece >= 0 and "".join(words).strip())
        return next(said, self.reference if self.reference >= 0 else next(iter(self.words), -1))

    @property
    def quoted(self) -> str:
        return " ".join(" ".join("".join(words).split()) for words in self.words.values()).strip()


@dataclass(slots=True)
class Walk:
    """What was found in one element. `before` are its words without changes, `is_seen` whether it says anything with
    them, `has_kept` whether anything in it is as it was."""

    marks: list[Mark] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    is_seen: bool = False
    has_kept: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)


class Tracking:
    """Gathers through the whole file. `piece` is the number of the piece that is being read."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.quotes: dict[str, Quote] = {}
        self.digest = ""
        self.piece = 0
        self.touched = -1  # the last piece that has a change or a comment
        self._open: dict[str, Quote] = {}
        self._run = 0
        self._last: tuple[int, str] | None = None  # piece and author of the change before, nothing in between

    def outside(self, element: Element, place: str) -> None:
        """Changes in a part that is not the text."""
        piece, self.piece = self.piece, -1
        self._walk(element, Walk(), (), place)
        self.piece, self._last = piece, None

    def wrapper(self, element: Element) -> None:
        """A change that stands around whole blocks; what a deleted one holds is counted with it."""
        kind = _KINDS[short(element.tag)]
        self._change(kind, element, "")
        if kind in REMOVING:
            self.walk(element)

    def walk(self, elements: Iterable[Element], found: Walk | None = None) -> Walk:
        """What elements of the text hold, all of one piece."""
        found = found or Walk()
        for element in elements:
            self._walk(element, found, (), "")
        return found

    def _walk(self, element: Element, found: Walk, within: tuple[ChangeKind, ...], place: str) -> None:
        name = short(element.tag) if isinstance(element.tag, str) else ""
        kind = _KINDS.get(name)
        if kind is not None:
            self._change(kind, element, place)
            if kind is ChangeKind.FORMAT:
                return  # what it holds is how it looked before
            within = (*within, kind)
        else:
            self._one(name, element, found, within)
        for inner in element:
            self._walk(inner, found, within, place)
        if name == "w:p":
            self._words(" ", found, within, is_said=False)

    def _change(self, kind: ChangeKind, element: Element, place: str) -> None:
        author = attribute(element, "w:author")
        if kind is not ChangeKind.FORMAT:
            if self._last != (self.piece, author):
                self._run += 1
            self._last = (self.piece, author)
        self.touched = max(self.touched, self.piece)
        self.changes.append(Change(kind, author, _words_of(element), self.piece, self._run, place))

    def _one(self, name: str, element: Element, found: Walk, within: tuple[ChangeKind, ...]) -> None:
        match name:
            case "w:t" | "w:delText":
                self._words(element.text or "", found, within)
            case "w:bookmarkStart":
                self._bookmark(attribute(element, "w:name"), found)
            case "w:commentRangeStart" | "w:commentRangeEnd" | "w:commentReference":
                self._comment(name, attribute(element, "w:id"))
            case "w:footnoteReference" | "w:endnoteReference":
                found.notes.append((_NOTES[name], attribute(element, "w:id")))
                self._words("", found, within, is_said=True)
            case _ if name in _BLANKS:
                self._words(_BLANKS[name], found, within, is_said=False)
            case _ if name in _DRAWN:
                self._words("", found, within, is_said=True)

    def _bookmark(self, name: str, found: Walk) -> None:
        mark = mark_in(name)
        if mark is not None:
            found.marks.append(mark)
        self.digest = self.digest or digest_in(name)

    def _comment(self, name: str, id: str) -> None:
        quote = self.quotes.setdefault(id, Quote())
        self.touched = max(self.touched, self.piece)
        if name == "w:commentRangeStart":
            self._open[id] = quote
            quote.words.setdefault(self.piece, [])
        elif name == "w:commentRangeEnd":
            self._open.pop(id, None)
        else:
            quote.reference = self.piece

    def _words(self, words: str, found: Walk, within: tuple[ChangeKind, ...], *, is_said: bool | None = None) -> None:
        says = bool(words.strip()) if is_said is None else is_said
        is_added, is_removed = not ADDING.isdisjoint(within), not REMOVING.isdisjoint(within)
        if not is_added:
            found.before.append(words)
        if not is_removed:
            found.is_seen |= says
        if says and not is_added and not is_removed:
            found.has_kept = True
            self._last = None
        for quote in self._open.values():
            quote.add(self.piece, words)


def _words_of(element: Element) -> str:
    said = "".join(
        e.text or "" for e in element.iter() if isinstance(e.tag, str) and short(e.tag) in {"w:t", "w:delText"}
    )
    return " ".join(said.split())


def is_mark_removed(paragraph: Element) -> bool:
    """Whether the end of the paragraph was deleted, so that the next one continues it."""
    properties = child(paragraph, "w:pPr", "w:rPr")
    return any(child(properties, name) is not None for name in ("w:del", "w:moveFrom"))


def is_mark_added(paragraph: Element) -> bool:
    properties = child(paragraph, "w:pPr", "w:rPr")
    return any(child(properties, name) is not None for name in ("w:ins", "w:moveTo"))
