"""Paragraphs and tables as WordprocessingML. The order of properties is the schema's: Word refuses any other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .tongues import is_from_the_right

_SIGN, _CELL_MARGINS = 115, 230  # twentieths of a point: a bold sign in the letters of tables, both margins of a cell
WIDTH = 9354  # of the lines on a page, in twentieths of a point: A4 with margins of 22.5 millimetres
WIDE = 14286  # of those on a page that lies on its side


@dataclass(frozen=True, slots=True)
class Form:
    """What a paragraph is beside its words. `list` is a list's id, 0 for none, `depth` counts from 0."""

    style: str
    language: str = ""
    list: int = 0
    depth: int = 0
    indent: int = 0
    hanging: int = 0
    side: str = ""  # "center" or "right", else as the language runs
    is_on_new_page: bool = False
    is_kept: bool = False  # on the page of what follows

    @property
    def properties(self) -> str:
        kept = "<w:keepNext/>" if self.is_kept else ""
        page = "<w:pageBreakBefore/>" if self.is_on_new_page else ""
        numbered = (
            f'<w:numPr><w:ilvl w:val="{self.depth}"/><w:numId w:val="{self.list}"/></w:numPr>' if self.list else ""
        )
        turned = "<w:bidi/>" if is_from_the_right(self.language) else ""
        hanging = f' w:hanging="{self.hanging}"' if self.hanging else ""
        indent = f'<w:ind w:left="{self.indent}"{hanging}/>' if self.indent else ""
        side = f'<w:jc w:val="{self.side}"/>' if self.side else ""
        return f'<w:pPr><w:pStyle w:val="{self.style}"/>{kept}{page}{numbered}{turned}{indent}{side}</w:pPr>'


def paragraph(form: Form, inner: str) -> str:
    return f"<w:p>{form.properties}{inner}</w:p>"


def marked(inner: str, names: Sequence[str], first_id: int) -> str:
    """The content of a paragraph between the bookmarks of these names."""
    opening = "".join(f'<w:bookmarkStart w:id="{first_id + n}" w:name="{name}"/>' for n, name in enumerate(names))
    closing = "".join(f'<w:bookmarkEnd w:id="{first_id + n}"/>' for n in range(len(names)))
    return f"{opening}{inner}{closing}"


@dataclass(frozen=True, slots=True)
class Frame:
    """How a table is set. `caption` is said to those who do not see it."""

    style: str
    widths: tuple[int, ...]
    has_head: bool = True
    caption: str = ""


def table_opening(look: Frame) -> str:
    """Everything before the first row."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in look.widths)
    said = f'<w:tblCaption w:val="{look.caption}"/>' if look.caption else ""
    first = "1" if look.has_head else "0"
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.style}"/><w:tblW w:w="{sum(look.widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0420" if look.has_head else "0400"}" w:firstRow="{first}" '
        f'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{said}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


TABLE_CLOSING = "</w:tbl>"


def row(cells: Iterable[str], look: Frame, *, is_head: bool = False, is_whole: bool = True) -> str:
    """A row; one that `is_whole` is not broken over two pages, the head is repeated on each."""
    whole = "<w:cantSplit/>" if is_whole else ""
    head = "<w:tblHeader/>" if is_head else ""
    properties = f"<w:trPr>{whole}{head}</w:trPr>" if whole or head else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, look.widths, strict=True)
    )
    return f"<w:tr>{properties}{inner}</w:tr>"


def widths(shares: Sequence[float], total: int = WIDTH) -> tuple[int, ...]:
    """Whole widths that fill the total, in these proportions."""
    whole = sum(shares) or 1
    found = [max(1, int(total * share / whole)) for share in shares]
    found[-1] += total - sum(found)
    return tuple(found)


def fitted(rows: Sequence[Sequence[str]], total: int = WIDTH) -> tuple[int, ...]:
    """Widths of columns by what they say: each holds its longest word where all of them can, and the rest is shared by
    how much they say."""
    columns = list(zip(*rows, strict=True))
    least = [_CELL_MARGINS + _SIGN * _longest_word(cells) for cells in columns]
    spare = total - sum(least)
    if spare <= 0:
        return widths(least, total)
    shared = widths([min(60.0, max(_average(cells), 6.0)) for cells in columns], spare)
    return tuple(one + more for one, more in zip(least, shared, strict=True))


def _average(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / max(len(cells), 1)


def _longest_word(cells: Sequence[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=0)
