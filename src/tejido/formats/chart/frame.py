"""What every chart has: a size, words for those who do not see it, and an axis."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tejido.formats.escaping import quoted, xml

WIDTH, HEIGHT = 480, 260
FONT, LETTER = 12, 7.3  # units of a text, and of one of its signs on average
TOP, BOTTOM, RIGHT = 22.0, 224.0, 470.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of a chart; `marks` are the named heights of an axis that is not counted."""

    key: str
    title: str
    description: str
    labels: Sequence[str]
    say: Callable[[Decimal], str] = str
    gap: str = ""
    marks: Sequence[tuple[Decimal, str]] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """A height that is marked across the chart."""

    name: str
    value: Decimal
    kind: Literal["baseline", "target"]


def svg(frame: Frame, parts: Iterable[str], height: float = HEIGHT) -> str:
    """The drawing with its title and description, which are what a reader aloud says of it."""
    key = quoted(frame.key)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH} {height:g}" role="img" '
        f'aria-labelledby="{key}-title {key}-desc" font-size="{FONT}" fill="currentColor">'
        f'<title id="{key}-title">{xml(frame.title)}</title><desc id="{key}-desc">{xml(frame.description)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def text(x: float, y: float, words: str, anchor: str = "start", kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{named}>{xml(words)}</text>'


def stroke(points: Sequence[tuple[float, float]], kind: str, rest: str = "") -> str:
    """A line through points, in the colour of the text where the page has no other."""
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path d="{path}" class="{kind}" fill="none" stroke="currentColor"{rest}/>'


def left_of(names: Iterable[str]) -> float:
    """Where the drawing begins, so that the names of the axis stand before it."""
    return 10 + LETTER * min(max(map(len, names), default=0), 22)


def along(labels: Sequence[str], left: float) -> list[float]:
    """The middle of each place along the axis."""
    width = (RIGHT - left) / max(len(labels), 1)
    return [left + width * (place + 0.5) for place in range(len(labels))]


def label_texts(labels: Sequence[str], middles: Sequence[float]) -> list[str]:
    """The names of the places, so many of them that none runs into the next; the last is always named."""
    if not labels:
        return []
    width = middles[1] - middles[0] if len(middles) > 1 else RIGHT
    every = max(1, -int(-(LETTER * max(map(len, labels)) + 8) // width))
    last = len(labels) - 1
    return [
        text(_inside(middles[place], label), BOTTOM + 20, label, "middle")
        for place, label in enumerate(labels)
        if (last - place) % every == 0
    ]


def _inside(x: float, label: str) -> float:
    """The middle of a name, so that it ends with the drawing."""
    return min(x, WIDTH - LETTER * len(label) / 2)


def grid(marks: Sequence[tuple[float, str]], left: float) -> list[str]:
    """A thin line at each named height, with its name before it."""
    lines = [stroke([(left, y), (RIGHT, y)], "grid", ' stroke-opacity="0.2"') for y, _name in marks]
    return lines + [text(left - 6, y + 4, name, "end") for y, name in marks]
