"""Numbers as somebody types them from a paper list: "3, 7 12-15"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from .names import Fault

_MOST = 200  # numbers of one row "1-200"; no seminar has as many participants
_FAULTS = 50  # that are told at once
_ROW = re.compile(r"(\d{1,5})\s*[-–—]\s*(\d{1,5})")
_PIECE = re.compile(r"\d{1,5}\s*[-–—]\s*\d{1,5}|[^\s,;.]+")


@dataclass(frozen=True, slots=True)
class Wrong:
    """A piece of what was typed, and what is wrong with it."""

    typed: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Typed:
    """The numbers, each once, and what is wrong. Where that is a lot, it is the first of it, and the rest is unread."""

    numbers: tuple[int, ...]
    wrong: tuple[Wrong, ...]


def read_numbers(text: str, known: Collection[int]) -> Typed:
    """What was typed, against the numbers that were given."""
    numbers: list[int] = []
    wrong: list[Wrong] = []
    for piece, number in _pieces(text):
        if len(wrong) == _FAULTS:
            break
        if isinstance(number, Fault):
            wrong.append(Wrong(piece, number))
        elif number not in known:
            wrong.append(Wrong(str(number), Fault.UNKNOWN))
        elif number in numbers:
            wrong.append(Wrong(str(number), Fault.TWICE))
        else:
            numbers.append(number)
    return Typed(tuple(numbers), tuple(wrong))


def _pieces(text: str) -> Iterator[tuple[str, int | Fault]]:
    for piece in _PIECE.findall(text):
        if row := _ROW.fullmatch(piece):
            first, last = int(row[1]), int(row[2])
            if not first <= last < first + _MOST:
                yield piece, Fault.TOO_LONG
                continue
            yield from ((str(number), number) for number in range(first, last + 1))
        elif piece.isascii() and piece.isdigit() and len(piece) <= 5:
            yield piece, int(piece)
        else:
            yield piece[:20], Fault.NO_NUMBER
