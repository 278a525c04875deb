"""Values over time as lines or steps, with their gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from tejido.formats.escaping import xml

from .axis import Scale
from .frame import (
    BOTTOM,
    HEIGHT,
    LETTER,
    RIGHT,
    TOP,
    Frame,
    Level,
    along,
    grid,
    label_texts,
    left_of,
    stroke,
    svg,
    text,
)

_DASHES = ("", ' stroke-dasharray="6 3"', ' stroke-dasharray="2 3"', ' stroke-dasharray="8 3 2 3"')


@dataclass(frozen=True, slots=True)
class Line:
    """One value for each place along the axis, None where there is none."""

    name: str
    values: Sequence[Decimal | None]
    is_step: bool = False


def draw_lines(frame: Frame, lines: Sequence[Line], levels: Sequence[Level] = ()) -> str:
    """The chart as SVG. ValueError where a line has not one value for each label."""
    if any(len(line.values) != len(frame.labels) for line in lines):
        raise ValueError("a line has one value for each label")
    scale, marks = _axis(frame, lines, levels)
    left = left_of(name for _y, name in marks)
    middles = along(frame.labels, left)
    half = (RIGHT - left) / max(len(frame.labels), 1) / 2
    parts = [*grid(marks, left), *label_texts(frame.labels, middles), *_gaps(frame, lines, middles, half)]
    parts += [part for level in levels for part in _level(frame, level, scale.at(level.value), left)]
    for number, line in enumerate(lines):
        parts += _line(frame, line, middles, half, scale, number)
    return svg(frame, [*parts, *_legend(lines, left)])


def _axis(frame: Frame, lines: Sequence[Line], levels: Sequence[Level]) -> tuple[Scale, list[tuple[float, str]]]:
    if frame.marks:
        scale = Scale([height for height, _name in frame.marks], BOTTOM - 10, TOP + 10)
        return scale, [(scale.at(height), name) for height, name in frame.marks]
    values = [value for line in lines for value in line.values if value is not None]
    scale = Scale.of([*values, *(level.value for level in levels)], BOTTOM, TOP)
    return scale, [(scale.at(height), frame.say(height)) for height in scale.heights]


def _gaps(frame: Frame, lines: Sequence[Line], middles: Sequence[float], half: float) -> list[str]:
    """The places where no line has a value are shaded, and say so when they are pointed at."""
    empty = [place for place in range(len(middles)) if all(line.values[place] is None for line in lines)]
    return [
        f'<rect x="{middles[place] - half:.1f}" y="{TOP:.1f}" width="{2 * half:.1f}" height="{BOTTOM - TOP:.1f}" '
        f'class="gap" fill-opacity="0.1"><title>{xml(_said(frame, place, frame.gap))}</title></rect>'
        for place in empty
    ]


def _said(frame: Frame, place: int, words: str) -> str:
    return f"{frame.labels[place]}: {words}"


def _level(frame: Frame, level: Level, y: float, left: float) -> list[str]:
    """Dashed across the chart; the target is named above its line and the baseline below, so that both can be read
    where they are near each other."""
    words = f"{level.name} {_name(frame, level.value)}"
    below = 14 if level.kind == "baseline" and y + 14 < BOTTOM else -5
    line = stroke([(left, y), (RIGHT, y)], f"level {level.kind}", ' stroke-dasharray="5 4" stroke-width="1.5"')
    return [line, text(left + 4, y + below, words, "start", f"level {level.kind}")]


def _name(frame: Frame, height: Decimal) -> str:
    return dict(frame.marks).get(height) or frame.say(height)


def _line(frame: Frame, line: Line, middles: Sequence[float], half: float, scale: Scale, number: int) -> list[str]:
    known = [(place, scale.at(value)) for place, value in enumerate(line.values) if value is not None]
    runs = [[one for _n, one in run] for _key, run in groupby(enumerate(known), lambda pair: pair[1][0] - pair[0])]
    rest = f' stroke-width="2"{_DASHES[number % len(_DASHES)]}'
    drawn = [
        stroke(points, f"line line-{number}", rest)
        for run in runs
        if len(points := _points(run, middles, half, is_step=line.is_step)) > 1
    ]
    return drawn + [
        f'<circle cx="{middles[place]:.1f}" cy="{scale.at(value):.1f}" r="3.5" class="dot dot-{number}">'
        f"<title>{xml(_said(frame, place, _name(frame, value)))}</title></circle>"
        for place, value in enumerate(line.values)
        if value is not None
    ]


def _points(
    run: Sequence[tuple[int, float]], middles: Sequence[float], half: float, *, is_step: bool
) -> list[tuple[float, float]]:
    """What is drawn of values that follow each other: from middle to middle, or across each place."""
    if not is_step:
        return [(middles[place], y) for place, y in run]
    return [point for place, y in run for point in ((middles[place] - half, y), (middles[place] + half, y))]


def _legend(lines: Sequence[Line], left: float) -> list[str]:
    """The names of several lines, below the drawing."""
    if len(lines) == 1:
        return []
    parts, x = [], left
    for number, line in enumerate(lines):
        rest = f' stroke-width="2"{_DASHES[number % len(_DASHES)]}'
        parts.append(stroke([(x, HEIGHT - 7), (x + 22, HEIGHT - 7)], f"line line-{number}", rest))
        parts.append(text(x + 27, HEIGHT - 3, line.name))
        x += 41 + LETTER * len(line.name)
    return parts
