"""The course of something through time: what lasts as bars, one under the other, and what happens in an instant as
marks on them or on the line above."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from tejido.formats.escaping import xml

from .frame import FONT, LETTER, WIDTH, Frame, stroke, svg, text

LEFT, RIGHT = 6.0, WIDTH - 6.0
LINE = 38.0  # from one lane to the next
TOP = 40.0  # where the line of instants stands
THICK = 10.0
FEWEST_APART = 4  # letters between the names of two months
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)  # months between the names on the axis


Ended = Literal["open", "done", "broken"]


@dataclass(frozen=True, slots=True)
class Lane:
    """Something that lasts. `end` is where it ends or will end; `mark` names what it ended with, at `end`, if it did;
    `kind` is a class for the style sheet."""

    name: str
    start: datetime
    end: datetime
    kind: Ended = "done"
    mark: str = ""


def draw_course(
    frame: Frame, lanes: Sequence[Lane], instants: Sequence[datetime], now: datetime, say: Callable[[datetime], str]
) -> str:
    """Lanes in the order given. `frame.labels` are two names: of the line of instants, and of today. `say` names a
    month. Everything is between the first and the last instant that is told, today included."""
    told = [now, *instants, *(lane.start for lane in lanes), *(lane.end for lane in lanes)]
    first, last = min(told), max(told)
    span = (last - first).total_seconds() or 1.0
    bottom = TOP + LINE * len(lanes) + 16

    def at(instant: datetime) -> float:
        return LEFT + (RIGHT - LEFT) * (instant - first).total_seconds() / span

    parts = [
        *_months(first, last, at, bottom, say),
        stroke([(at(now), 18), (at(now), bottom)], "now", ' stroke-dasharray="3 3"'),
        _word(at(now), 12, frame.labels[1], "now"),
        _word(LEFT, TOP - 12, frame.labels[0]),
        *(stroke([(at(instant), TOP - 6), (at(instant), TOP + 6)], "instant") for instant in instants),
        *(part for row, lane in enumerate(lanes, 1) for part in _lane(lane, TOP + LINE * row, at)),
    ]
    return svg(frame, parts, height=bottom + 18)


def _lane(lane: Lane, y: float, at: Callable[[datetime], float]) -> Iterable[str]:
    left, right = at(lane.start), at(lane.end)
    width = max(right - left, 3.0)
    yield (
        f'<rect class="span {lane.kind}" x="{left:.1f}" y="{y - THICK / 2:.1f}" width="{width:.1f}" height="{THICK:g}"'
        f' rx="2" fill="currentColor"><title>{xml(lane.name)}</title></rect>'
    )
    yield _word(left, y - THICK, lane.name)
    if lane.mark:
        yield f'<path class="seal" d="M{right:.1f} {y - 8:.1f}l8 8l-8 8l-8 -8z" fill="currentColor"/>'
        yield _word(right + 11, y + 4, lane.mark, "seal", beside=left - 4)


def _word(x: float, y: float, words: str, kind: str = "", beside: float | None = None) -> str:
    """Words that begin at a place, or end at it or at the other place where the drawing ends before them."""
    if x + len(words) * LETTER <= WIDTH:
        return text(x, y, words, "start", kind)
    return text(x if beside is None else beside, y, words, "end", kind)


def _months(
    first: datetime, last: datetime, at: Callable[[datetime], float], bottom: float, say: Callable[[datetime], str]
) -> Iterable[str]:
    for month in months(first, last, say):
        x = at(month)
        yield stroke([(x, TOP - 6), (x, bottom)], "grid", ' stroke-opacity=".25"')
        yield text(min(x, WIDTH - len(say(month)) * LETTER), bottom + FONT + 2, say(month))


def months(first: datetime, last: datetime, say: Callable[[datetime], str]) -> list[datetime]:
    """The beginnings of months between two instants, as many as can be named under each other's eyes: every one, every
    second, third and so on, counted from January. Past ten years apart the first of them alone may be left."""
    begun = datetime(first.year, first.month, 1, tzinfo=first.tzinfo)
    every = [month for number in range(_between(first, last) + 1) if (month := _later(begun, number)) >= first]
    inside = [month for month in every if month <= last]
    room = max(1, int((RIGHT - LEFT) / (LETTER * (max(map(len, map(say, inside)), default=1) + FEWEST_APART))))
    for step in _STEPS:
        chosen = [month for month in inside if (month.year * 12 + month.month - 1) % step == 0]
        if len(chosen) <= room:
            return chosen
    return inside[:1]


def _between(first: datetime, last: datetime) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _later(month: datetime, number: int) -> datetime:
    years, of_year = divmod(month.month - 1 + number, 12)
    return month.replace(year=month.year + years, month=of_year + 1)
