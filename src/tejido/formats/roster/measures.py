"""Hours and marks as people write them: "20 h", "20:30", "8,5", "85/100", "85 %"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..comments.columns import folded

MOST_MINUTES = 600_000  # 10,000 hours; more is a slip of the pen
_NUMBER = r"\d{1,6}(?:[.,]\d{1,6})?"
_HOUR = r"\d{1,5}(?:[.,]\d{1,2})?"  # three figures behind a point may be thousands: such a cell is refused
_MINUTE = r"(?:m|min|mins|minutos?|minutes?)\.?"
_CLOCK = re.compile(r"(\d{1,5})\s*[:h]\s*([0-5]\d)(?::00)?(?:\s*(?:h|hs|hrs|min|m))?\.?")
_HOURS = re.compile(
    rf"({_HOUR})\s*(?:h|hs|hr|hrs|horas?|hours?|heures?)?\.?"
    r"(?:\s*(?:/|de )?\s*(?:a|aula|catedra|acad[a-z]*|reloj|lectivas?))?"  # academic hours
    rf"(?:\s*(?:y|e|and|et)?\s*(\d{{1,2}})\s*{_MINUTE})?"
)
_MINUTES = re.compile(rf"({_HOUR})\s*{_MINUTE}")
_SHARE = re.compile(rf"({_NUMBER})\s*(?:/|de|of|sur|sobre)\s*({_NUMBER})")
_PERCENT = re.compile(rf"({_NUMBER})\s*%")
_PLAIN = re.compile(_NUMBER)
_BRACKETS = re.compile(r"[^\d(]*\(\s*([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Score:
    """A mark in hundredths, and out of how many whole marks where the cell says so itself."""

    hundredths: int
    out_of: int | None = None


def minutes_of(value: object) -> int | None:
    """Minutes; a plain number is one of hours. Nothing where the cell is no length of time. An academic hour counts as
    an hour: what it lasts differs from school to school, and what is certified is its number."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _within(round(value * 60)) if 0 <= value <= MOST_MINUTES else None
    text = folded(value).strip() if isinstance(value, str) else ""
    if found := _CLOCK.fullmatch(text):
        return _within(int(found[1]) * 60 + int(found[2]))
    if found := _MINUTES.fullmatch(text):
        return _within(round(_number(found[1])))
    if found := _HOURS.fullmatch(text):
        return _within(round(_number(found[1]) * 60) + int(found[2] or 0))
    return None


def _within(minutes: int) -> int | None:
    return minutes if 0 <= minutes <= MOST_MINUTES else None


def score_of(value: object) -> Score | None:
    """A mark; nothing where the cell is none. "Aprobado (85)" is 85."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return Score(round(value * 100)) if 0 <= value < 1_000_000 else None
    text = folded(value).strip() if isinstance(value, str) else ""
    if found := _BRACKETS.fullmatch(text):
        text = found[1].strip()
    if found := _SHARE.fullmatch(text):
        whole = _number(found[2])
        return Score(_hundredths(found[1]), int(whole)) if whole and whole.is_integer() else None
    if found := _PERCENT.fullmatch(text):
        return Score(_hundredths(found[1]), 100)
    return Score(_hundredths(text)) if _PLAIN.fullmatch(text) else None


def out_of(values: Iterable[object]) -> int | None:
    """Out of how many whole marks these are, where every one of them that is a mark says the same."""
    said = {score.out_of for value in values if (score := score_of(value)) is not None}
    return said.pop() if len(said) == 1 else None


def _hundredths(number: str) -> int:
    return round(_number(number) * 100)


def _number(text: str) -> float:
    return float(text.replace(",", "."))
