"""The rows and cells of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..bad_file import BadFile, Code
from ..markdown.blocks import MAX_CELLS
from .content import content
from .flow import Cell, Flow
from .journal import Journal
from .values import NoticeCode
from .xml import Element, attribute, child, number, short

MAX_COLUMNS = 63  # Word's own limit

_CONTINUED = frozenset({"", "continue"})


def rows(table: Element, flow: Callable[[Iterable[Element]], Flow], journal: Journal) -> Iterator[tuple[Cell, ...]]:
    """The rows of a table, with empty cells where others reach over them. BadFile where there are too many cells."""
    count = 0
    for element in content(table, journal):
        if short(element.tag) == "w:tr" and not _is_deleted(element, journal):
            row = tuple(_cells(element, flow, journal))
            count += len(row)
            if count > MAX_CELLS:
                raise BadFile(Code.TOO_BIG)
            yield row


def _is_deleted(row: Element, journal: Journal) -> bool:
    """Whether a tracked change takes the whole row away; one that adds it is noted too."""
    properties = child(row, "w:trPr")
    removed = child(properties, "w:del")
    if removed is not None or child(properties, "w:ins") is not None:
        journal.note(NoticeCode.TRACKED_CHANGE)
    return removed is not None


def _cells(row: Element, flow: Callable[[Iterable[Element]], Flow], journal: Journal) -> Iterator[Cell]:
    yield from _missing(row, "w:gridBefore")
    for element in content(row, journal):
        if short(element.tag) != "w:tc":
            continue
        properties = child(element, "w:tcPr")
        span = min(number(child(properties, "w:gridSpan"), "w:val", 1), MAX_COLUMNS)
        if span > 1 or _is_continued(properties):
            journal.note(NoticeCode.MERGED_CELLS)
        yield tuple(flow(content(element, journal)))
        yield from ((),) * (span - 1)
    yield from _missing(row, "w:gridAfter")


def _missing(row: Element, name: str) -> tuple[Cell, ...]:
    """The cells that a row lacks at one of its ends."""
    return ((),) * min(number(child(row, "w:trPr", name), "w:val", 0), MAX_COLUMNS)


def _is_continued(properties: Element | None) -> bool:
    """Whether the cell is the lower or right part of a merged one."""
    merges = (child(properties, name) for name in ("w:vMerge", "w:hMerge"))
    return any(attribute(merge, "w:val") in _CONTINUED for merge in merges if merge is not None)
