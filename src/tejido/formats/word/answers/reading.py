"""From the bytes of a file that came back to its pieces, comments and changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tejido.engine.document import Kind

from ...bad_file import BadFile, Code
from ..archive import Archive
from ..book import Book, opened
from ..content import TRANSPARENT, content
from ..drafting import drafted
from ..flow import Paragraph, Table
from ..notes import Notes
from ..relations import main_part
from ..story import Story
from ..xml import Element, child, parse, short, stream
from .commenting import comments
from .identifying import identity, languages
from .tracking import Tracking, Walk, is_mark_added, is_mark_removed
from .values import Answer, Piece

_MARKS = ("w:bookmarkStart", "w:commentRangeStart", "w:commentRangeEnd", "w:sectPr")
_BLOCKS = ("w:p", "w:tbl", "w:altChunk", "m:oMath", "m:oMathPara", *_MARKS, *TRANSPARENT)
_CHANGES = frozenset({"w:ins", "w:del", "w:moveTo", "w:moveFrom"})
MOST_PIECES = 50_000


def read_answer(raw: bytes) -> Answer:
    """Everything that a file says. BadFile as in `tejido.formats.word.read`."""
    archive = Archive(raw)
    book = opened(archive, main_part(archive))
    reader = _Reader(book)
    reader.read(_body(book), 0)
    reader.rest()
    found = comments(archive, book.main, reader.tracking)
    return Answer(
        identity(archive),
        reader.tracking.digest,
        languages(archive),
        tuple(reader.pieces),
        tuple(found),
        tuple(reader.tracking.changes),
    )


def _body(book: Book) -> Iterator[Element]:
    data = book.archive.read(book.main.name)
    if data is None:
        raise BadFile(Code.NOT_WORD, book.main.name)
    yield from stream(data, book.main.name, "w:document", "w:body", _BLOCKS)


class _Reader:
    """Reads block after block; each becomes one piece or several."""

    def __init__(self, book: Book) -> None:
        self.tracking = Tracking()
        self.pieces: list[Piece] = []
        self._book = book
        self._notes = Notes(book)
        self._story = Story(book, book.main, self._notes.text)
        self._noted: set[tuple[str, str]] = set()
        self._note_elements: dict[str, dict[str, Element]] = {}
        self._column = 0
        self._walk: Walk | None = None  # of the blocks that the next piece comes from
        self._is_all_new = True

    def read(self, elements: Iterable[Element], column: int) -> None:
        """The blocks of the body, or of one cell of a table that sets two languages side by side."""
        self._column, before = column, self._column
        for part in self._story.flow(self._blocks(elements)):
            self._piece(part)
        if self._walk is not None:
            self._empty(self._walk)
        self._column = before

    def _blocks(self, elements: Iterable[Element]) -> Iterator[Element]:
        """Hands over one block after the other. What stands in a block is gathered before the story reads it; a block
        without words becomes a piece of its own, so that its id and its changes are not taken for its neighbour's.
        """
        is_held = False
        for element in self._unwrapped(elements):
            name = short(element.tag)
            if name in _MARKS:
                self._walk = self.tracking.walk([element], self._walk)
                continue
            self._check()
            if name == "w:tbl" and self._is_layout(element):
                self._cells(element)
                continue
            fresh = self._walk is None
            walk = self.tracking.walk([element], self._walk)
            self._read_notes(walk)
            self._is_all_new = (fresh or self._is_all_new) and name == "w:p" and is_mark_added(element)
            if name == "w:p" and not is_held and (not walk.is_seen or self._is_contents(element)):
                self._empty(walk, is_apart=walk.is_seen)
                continue
            self._walk = walk
            is_held = name == "w:p" and is_mark_removed(element)
            yield element

    def _unwrapped(self, elements: Iterable[Element]) -> Iterator[Element]:
        """Blocks and marks without the controls and wrappers around them; a wrapper that is a change is counted."""
        for element in elements:
            if short(element.tag) not in TRANSPARENT:
                yield element
                continue
            if short(element.tag) in _CHANGES:
                self.tracking.wrapper(element)
            held = list(content([element], self._book.journal))
            if not held and short(element.tag) not in _CHANGES:
                self._contents(element)
            yield from held

    def _contents(self, control: Element) -> None:
        """A control that says nothing of the text: the table of contents as LibreOffice writes it."""
        waiting, self._walk = self._walk, None
        self._empty(self.tracking.walk([control]), is_apart=True)
        self._walk = waiting

    def _check(self) -> None:
        if len(self.pieces) > MOST_PIECES:
            raise BadFile(Code.TOO_BIG)

    def _piece(self, part: Paragraph | Table) -> None:
        """One piece; further ones of the same block, which a box in it holds, have no marks of their own."""
        walk, self._walk = self._walk or Walk(), None
        for block in drafted([part], self._book.journal) or ():
            before = " ".join("".join(walk.before).split())
            is_new = not walk.has_kept and (self._is_all_new or not before)
            ordered = bool(block.attributes.get("ordered"))
            self._add(
                Piece(tuple(walk.marks), self._column, block.kind, block.level, block.text, before, is_new, ordered)
            )
            walk = Walk(before=walk.before)

    def _is_contents(self, paragraph: Element) -> bool:
        styles = self._book.styles
        return styles.manner(styles.paragraph_style(child(paragraph, "w:pPr"))).is_contents

    def _empty(self, walk: Walk, *, is_apart: bool = False) -> None:
        """Nothing is left of a block; where it never said anything and bears nothing, it is no piece."""
        self._walk = None
        before = " ".join("".join(walk.before).split())
        if walk.marks or before or self.tracking.touched == len(self.pieces):
            self._add(
                Piece(tuple(walk.marks), self._column, Kind.PARAGRAPH, 0, "", before, not before, is_apart=is_apart)
            )

    def _add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.tracking.piece = len(self.pieces)

    def _is_layout(self, table: Element) -> bool:
        """Whether the table only sets languages side by side: its cells hold different passages."""
        marks = Tracking().walk([table]).marks
        return any(mark.column for mark in marks) or len({mark.id for mark in marks}) > 1

    def _cells(self, table: Element) -> None:
        """Row after row; what the rows' own properties say of changes is counted at the first piece of the row."""
        walk, self._walk = self._walk, None
        if walk is not None:
            self._empty(walk)
        for row in content(table, self._book.journal):
            if short(row.tag) != "w:tr":
                continue
            properties = child(row, "w:trPr")
            if properties is not None:
                self.tracking.walk([properties])
            cells = [cell for cell in content(row, self._book.journal) if short(cell.tag) == "w:tc"]
            for place, cell in enumerate(cells):
                self.read(list(cell), place)

    def _read_notes(self, walk: Walk) -> None:
        """Changes in a note stand where the note is called."""
        for kind, id in walk.notes:
            element = self._notes_of(kind).get(id)
            if element is not None and (kind, id) not in self._noted:
                self._noted.add((kind, id))
                self.tracking.walk([element], Walk())

    def _notes_of(self, kind: str) -> dict[str, Element]:
        if kind not in self._note_elements:
            name = self._book.main.first(f"{kind}s")
            data = self._book.archive.read(name) if name else None
            notes = parse(data, name) if data is not None else ()
            self._note_elements[kind] = {_id(e): e for e in notes if short(e.tag) == f"w:{kind}"}
        return self._note_elements[kind]

    def rest(self) -> None:
        """Notes that nothing calls, headers and footers: what changed there has no place in the text."""
        for kind in ("footnote", "endnote"):
            for id, element in self._notes_of(kind).items():
                if (kind, id) not in self._noted:
                    self.tracking.outside(element, kind)
        for relation in self._book.main.relations.values():
            if relation.kind in {"header", "footer"} and not relation.is_external:
                data = self._book.archive.read(relation.target)
                if data is not None:
                    self.tracking.outside(parse(data, relation.target), relation.kind)


def _id(element: Element) -> str:
    from ..xml import attribute

    return attribute(element, "w:id")
