"""The grids of a file, before anybody knows which of them is a table of comments: Word, Excel or CSV. Meant to run in
the limited process of `formats.child`."""

from __future__ import annotations

from collections.abc import Iterator

from ..bad_file import BadFile, Code
from ..sheet import Sheet
from ..sheet.reader import MAX_CELL, MAX_COLUMNS, MAX_ROWS, read_rows
from ..word.archive import Archive
from ..word.xml import Element, attribute, child, number, short, stream

_PART = "word/document.xml"
_REMOVED = frozenset({"w:del", "w:moveFrom", "mc:Fallback"})


def read_grids(raw: bytes) -> tuple[Sheet, ...]:
    """Every grid with all its rows, the first one too; its columns have no names yet."""
    if not raw.startswith(b"PK"):
        return tuple(_grid(name, rows) for name, rows in read_rows(raw))
    part = Archive(raw).read(_PART)
    if part is None:
        return tuple(_grid(name, rows) for name, rows in read_rows(raw))
    return (_grid("", list(_word_rows(part))),)


def _grid(name: str, rows: list[list[object]]) -> Sheet:
    width = min(max(map(len, rows), default=0), MAX_COLUMNS)
    if len(rows) > MAX_ROWS:
        raise BadFile(Code.TOO_BIG, name)
    cells = tuple(tuple(_text(row[at]) if at < len(row) else "" for at in range(width)) for row in rows)
    return Sheet(name, tuple(map(str, range(width))), cells, 1)


def _text(cell: object) -> str:
    shown = "" if cell is None else str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)
    if len(shown) > MAX_CELL:
        raise BadFile(Code.TOO_BIG)
    return shown.strip()


def _word_rows(part: bytes) -> Iterator[list[object]]:
    """The rows of all tables of a document, one after the other. A cell that is merged downwards says in each row what
    it says in its first."""
    above: list[str] = []
    for count, row in enumerate(stream(part, _PART, "w:document", "w:tbl", ("w:tr",))):
        if count > MAX_ROWS:
            raise BadFile(Code.TOO_BIG)
        cells: list[str] = []
        for cell in row:
            if short(cell.tag) == "w:tc":
                _add(cells, cell, above)
        above = cells
        yield list(cells)


def _add(cells: list[str], cell: Element, above: list[str]) -> None:
    properties = child(cell, "w:tcPr")
    merged = child(properties, "w:vMerge")
    text = "\n\n".join(filter(None, (_words(p).strip() for p in cell if short(p.tag) == "w:p")))
    if merged is not None and attribute(merged, "w:val", "continue") == "continue" and not text:
        text = above[len(cells)] if len(cells) < len(above) else ""
    cells.append(text)
    cells += [""] * (min(number(child(properties, "w:gridSpan"), "w:val", 1), MAX_COLUMNS) - 1)


def _words(element: Element) -> str:
    """What an element says, with tracked changes accepted."""
    parts = []
    for inner in element:
        match short(inner.tag) if isinstance(inner.tag, str) else "":
            case "w:t":
                parts.append(inner.text or "")
            case "w:br" | "w:cr":
                parts.append("\n")
            case "w:tab":
                parts.append(" ")
            case name if name not in _REMOVED:
                parts.append(_words(inner))
    return "".join(parts)
