"""From values to SVG 1.1: one drawing for every paper. Lengths are units of the drawing, which fills its column."""

from __future__ import annotations

from collections.abc import Iterator

from ..escaping import xml
from .values import Bar, Bars, Look, Square, Tiles

WIDTH = 600
INK, QUIET, ACCENT, WEFT, SOFT, LINE = "#16201f", "#4c5856", "#0b5a60", "#a1bfc1", "#eef4f4", "#c4cac7"
FONT = 'font-family="Noto Sans"'
_TEXT = 15  # of letters, which in a column of 135 mm are 9 points high
_LETTER = 8.2  # how wide a letter is on the whole
_ROW = 30
_MOST_LABEL = 230
_STEP, _SIDE = 38, 34
_LEGEND = 26


def svg(chart: Bars | Tiles) -> str:
    """The drawing with a white ground. What it says to those who do not see it stands beside it, where it is put."""
    height, inner = _bars(chart) if isinstance(chart, Bars) else _tiles(chart)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">'
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>{"".join(inner)}</svg>'
    )


def _words(text: str, x: float, y: float, *, fill: str = INK, anchor: str = "start", bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" {FONT} font-size="{_TEXT}"{weight} fill="{fill}" text-anchor="{anchor}">'
        f"{xml(text)}</text>"
    )


## Bars


def _bars(chart: Bars) -> tuple[int, Iterator[str]]:
    return max(1, len(chart.rows)) * _ROW + 8, _bar_parts(chart)


def _bar_parts(chart: Bars) -> Iterator[str]:
    """The labels share a column as wide as the longest of them, up to a limit, after which a label is cut."""
    left = min(_MOST_LABEL, max((_width(row.label) for row in chart.rows), default=0)) + 12
    wide = max((_width(row.said) for row in chart.rows if row.value is not None), default=0)
    room = max(WIDTH / 6, WIDTH - left - wide - 14)
    most = max((row.value or 0 for row in chart.rows), default=0)
    for place, row in enumerate(chart.rows):
        y = 4 + place * _ROW
        yield _words(_cut(row.label), left - 12, y + 20, anchor="end")
        yield from _one(row, left, y, room, most)
    yield f'<path d="M{left:g} 2v{len(chart.rows) * _ROW + 4}" stroke="{QUIET}" stroke-width="1"/>'


def _one(row: Bar, left: float, y: float, room: float, most: float) -> Iterator[str]:
    if row.value is None:
        yield _words(row.said, left + 8, y + 20, fill=QUIET)
        return
    wide = room * row.value / most if most else 0
    yield f'<rect x="{left:g}" y="{y + 6}" width="{wide:.1f}" height="18" fill="{ACCENT}"/>'
    yield _words(row.said, left + wide + 8, y + 20)


def _width(text: str) -> float:
    return len(text) * _LETTER


def _cut(text: str) -> str:
    most = int(_MOST_LABEL / _LETTER)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


## Tiles


def _tiles(chart: Tiles) -> tuple[int, Iterator[str]]:
    """Only the rows and columns in which something stands, so that no paper is filled with nothing."""
    rows = [square.row for square in chart.squares]
    height = max((max(rows) - min(rows) + 1) * _STEP if rows else 0, len(chart.legend) * _LEGEND) + 8
    return height, _tile_parts(chart)


def _tile_parts(chart: Tiles) -> Iterator[str]:
    first = min((square.row for square in chart.squares), default=0)
    start = min((square.column for square in chart.squares), default=0)
    wide = max((square.column - start + 1 for square in chart.squares), default=0) * _STEP
    for square in chart.squares:
        yield from _square(square, 4 + (square.column - start) * _STEP, 4 + (square.row - first) * _STEP)
    for place, (look, words) in enumerate(chart.legend.items()):
        y = 4 + place * _LEGEND
        yield from _ground(look, wide + 30, y, 18)
        yield _words(words, wide + 58, y + 15)


def _square(square: Square, x: int, y: int) -> Iterator[str]:
    yield from _ground(square.look, x, y, _SIDE)
    fill = {Look.FULL: "#ffffff", Look.FAINT: QUIET}.get(square.look, INK)
    is_bold = square.look is not Look.FAINT
    if square.look is Look.HATCHED:
        yield f'<rect x="{x + 5}" y="{y + 8}" width="{_SIDE - 10}" height="18" fill="#ffffff"/>'
    yield _words(square.code, x + _SIDE / 2, y + _SIDE / 2 + 5.5, fill=fill, anchor="middle", bold=is_bold)


def _ground(look: Look, x: int, y: int, side: int) -> Iterator[str]:
    fill = {Look.FULL: ACCENT, Look.FAINT: "#ffffff", Look.OPEN: SOFT}.get(look, "#ffffff")
    stroke = LINE if look is Look.FAINT else ACCENT
    dashes = ' stroke-dasharray="4 3"' if look is Look.DASHED else ""
    yield (
        f'<rect x="{x}" y="{y}" width="{side}" height="{side}" rx="3" fill="{fill}" stroke="{stroke}"'
        f' stroke-width="1.2"{dashes}/>'
    )
    if look is Look.HATCHED:
        yield f'<path d="{_hatch(x, y, side)}" stroke="{ACCENT}" stroke-width="1.2"/>'


def _hatch(x: int, y: int, side: int) -> str:
    """Slanting lines within the square."""
    lines = []
    for step in range(6, 2 * side, 6):
        inner = min(step, side)
        rest = step - inner
        lines.append(f"M{x + rest} {y + inner}L{x + inner} {y + rest}")
    return "".join(lines)
