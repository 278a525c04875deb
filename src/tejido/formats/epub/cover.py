"""The cover of an e-book, drawn: the weave above, the words below."""

from __future__ import annotations

from textwrap import wrap

from ..escaping import quoted as escape
from ..paper import Paper

_WIDTH, _HEIGHT, _BAND = 1200, 1600, 520
_CELL = (120, 75)


def cover_svg(paper: Paper) -> str:
    """An SVG of three by four, in fonts that every reader has."""
    size, letters = (96, 20) if len(paper.title) <= 60 else (76, 26)
    lines = wrap(paper.title, letters)[:9]
    top = _BAND + 230
    places = [round(top + at * size * 1.16) for at in range(len(lines) + 1)]
    title = "".join(f'<tspan x="90" y="{y}">{escape(line)}</tspan>' for y, line in zip(places, lines, strict=False))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" '
        f'role="img" aria-label="{escape(paper.title)}">'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>{_weave()}'
        f'<text x="90" y="{_BAND + 110}" font-family="sans-serif" font-size="38" fill="#4c5856">'
        f"{escape(paper.network)}</text>"
        f'<text font-family="serif" font-weight="600" font-size="{size}" fill="#0b5a60">{title}</text>'
        f'<text x="90" y="{places[-1] + 30}" font-family="serif" font-size="46" fill="#16201f">'
        f"{escape(paper.subtitle)}</text></svg>"
    )


def _weave() -> str:
    """Warp over weft, weft over warp, and the gaps between the threads."""
    width, height = _CELL[0] / 2, _CELL[1] / 2
    threads = []
    for row in range(round(_BAND / height)):
        for column in range(round(_WIDTH / width)):
            paint = "#0b5a60" if (row + column) % 2 else "#a1bfc1"
            place = f'x="{column * width + 4:g}" y="{row * height + 4:g}"'
            threads.append(f'<rect {place} width="{width - 8:g}" height="{height - 8:g}" fill="{paint}"/>')
    return "".join(threads)
