"""Which passage each row of a filled table speaks of. Nothing is dropped: a row that cannot be placed is said so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tejido.engine.document import Document, addresses, whole_number

from ..bad_file import BadFile, Code
from ..markdown import plain
from ..sheet import Sheet
from .columns import columns_in, folded, names_in, repeats
from .values import Column, Row

_HIDDEN_ID = re.compile(r"#([0-9A-Za-z][0-9A-Za-z-]{0,39})#\s*")
_NUMBERS = re.compile(r"\d+(?:\.\d+)*")
_BLANKS = re.compile(r"[\W_]+")
_ENOUGH = 12  # letters that must agree before a text names a passage


class How(StrEnum):
    """What a row was placed by."""

    ID = "id"
    ADDRESS = "address"
    TEXT = "text"
    ABOVE = "above"
    WHOLE = "whole"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its passage; the passage is empty where the row speaks of the whole text or could not be placed."""

    row: Row
    passage: str
    how: How


def rows_in(sheets: Iterable[Sheet]) -> tuple[Row, ...]:
    """The rows of every table of comments among the grids, whatever the order of its columns. What stands above the
    headings is left out, and so are headings that are repeated.

    BadFile where no grid is such a table.
    """
    rows: list[Row] = []
    is_any = False
    for sheet in sheets:
        columns: Mapping[Column, int] = {}
        names: frozenset[str] = frozenset()  # of the columns, as the file calls them
        for number, cells in enumerate(sheet.rows, sheet.first):
            texts = [str(cell or "").strip() for cell in cells]
            found = columns_in(texts) if not columns or repeats(texts, names) else {}
            columns, names = found or columns, names | names_in(texts) if found else names
            is_any = is_any or bool(found)
            if columns and not found and any(texts):
                rows.append(_row(texts, columns, number))
    if not is_any:
        raise BadFile(Code.NO_COMMENT_TABLE)
    return tuple(rows)


def _row(texts: Sequence[str], columns: Mapping[Column, int], number: int) -> Row:
    cells = {column.value: texts[at] for column, at in columns.items() if at < len(texts)}
    row = replace(Row(number=number), **cells)  # type: ignore[arg-type]  # all of them are texts
    hidden = _HIDDEN_ID.search(row.member)
    if hidden and not row.id:
        return replace(row, id=hidden[1], member=_HIDDEN_ID.sub("", row.member).strip())
    return row


def place(rows: Iterable[Row], document: Document) -> tuple[Placed, ...]:
    """Each row that says something, with its passage: by the id it carries, else by its address, else by the words it
    quotes, else it belongs to the row above it, as where cells were merged or a row was added below another."""
    finder = _Finder(document)
    placed: list[Placed] = []
    above = ""
    for row in rows:
        passage, how = finder.find(row)
        if how is How.NOT and above and not (row.id or row.clause or row.element):
            passage, how = above, How.ABOVE
        above = passage if how is not How.WHOLE else ""
        if row.says:
            placed.append(Placed(row, passage, how))
    return tuple(placed)


class _Finder:
    """Knows every passage by id, by address and by its words."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._addresses: dict[tuple[str, int], str] = {}
        for id, address in addresses(document).items():
            self._addresses.setdefault((address.section, address.place), id)
        self._words = {p.id: [_words(plain(text)) for _, text in p.texts] for p in document}

    def find(self, row: Row) -> tuple[str, How]:
        if row.id in self._document:
            return row.id, How.ID
        if row.id == "text":
            return "", How.WHOLE
        quoted = self._by_text(row.element)
        if quoted:
            return quoted, How.TEXT
        return next(self._by_address(row), ("", How.NOT))

    def _by_address(self, row: Row) -> Iterator[tuple[str, How]]:
        """A clause "2.1" and a paragraph "¶ 3", or both in either cell."""
        numbers = [found[0] for cell in (row.clause, row.element) for found in _NUMBERS.finditer(cell.split("«")[0])]
        has_clause = bool(_NUMBERS.search(row.clause))
        section = numbers[0] if numbers and (has_clause or len(numbers) > 1) else ""
        rest = numbers[1:] if section else numbers
        place = whole_number(rest[0] if rest and rest[0].isdecimal() else "0")
        if numbers and place is not None and (section, place) in self._addresses:
            yield self._addresses[section, place], How.ADDRESS

    def _by_text(self, quoted: str) -> str:
        """The one passage that begins with, or else holds, the words quoted; none where two do."""
        said = _words(quoted.split("«", 1)[-1].rstrip("»… "))
        if len(said) < _ENOUGH:
            return ""
        for test in (str.startswith, str.__contains__):
            found = [id for id, texts in self._words.items() if any(test(text, said) for text in texts)]
            if len(found) == 1:
                return found[0]
        return ""


def _words(text: str) -> str:
    return _BLANKS.sub(" ", folded(text)).strip()
