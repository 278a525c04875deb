"""Numbers as people write them. What can be read in two ways is not read at all.

"1.234,56" and "1,234.56" say by themselves which mark is which: the last of two different marks is the decimal one. A
mark that occurs several times separates thousands. A single mark before exactly three digits says neither, unless what
stands before it can be no group: "0.125", "1234.567".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

LONGEST = 15  # digits before the decimal mark
FINEST = 6  # digits behind it
_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\t", " "))
_SHAPE = re.compile(r"([+-]?)([0-9][0-9 .,]*)")
_GROUP = 3


class Unclear(StrEnum):
    """Why a text is not read as a number."""

    NOT_A_NUMBER = "not_a_number"
    TWO_READINGS = "two_readings"
    WRONG_GROUPS = "wrong_groups"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Unread:
    """`readings` are the two numbers that the text could be, as plain decimals."""

    why: Unclear
    readings: tuple[str, ...] = ()


def read_number(text: str) -> Decimal | Unread:
    """The number that the text says, or why it says none. Thousands are separated by points, commas or blanks."""
    found = _SHAPE.fullmatch(text.translate(_BLANKS).strip().replace("\u2212", "-"))
    if not found:
        return Unread(Unclear.NOT_A_NUMBER)
    sign, digits = found.groups()
    halves = _halves(digits)
    if isinstance(halves, Unread):
        return halves
    whole, rest = halves
    groups = re.split("[ .,]", whole)
    if len(groups) > 1 and not _are_groups(groups):
        return Unread(Unclear.WRONG_GROUPS)
    plain = "".join(groups)
    if len(plain.lstrip("0")) > LONGEST or len(rest) > FINEST:
        return Unread(Unclear.TOO_LONG)
    return Decimal(f"{sign}{plain}.{rest or '0'}")


def _halves(digits: str) -> tuple[str, str] | Unread:
    """What stands before and behind the decimal mark, the former with its groups."""
    marks = [sign for sign in digits if sign in ".,"]
    kinds = set(marks)
    if not marks:
        return digits, ""
    mark = marks[-1]
    if len(kinds) == 1 and len(marks) > 1:
        return (digits, "") if " " not in digits else Unread(Unclear.WRONG_GROUPS)
    whole, _mark, rest = digits.rpartition(mark)
    if not rest.isdigit() or mark in whole or _mixes(whole):
        return Unread(Unclear.WRONG_GROUPS)
    return (whole, rest) if len(kinds) > 1 or not _is_open(whole, rest) else _two_readings(whole, rest)


def _mixes(whole: str) -> bool:
    return len({sign for sign in whole if sign in " .,"}) > 1


def _is_open(whole: str, rest: str) -> bool:
    """Whether a single mark could separate thousands as well."""
    return len(rest) == _GROUP and len(whole) <= _GROUP and whole != "0"


def _two_readings(whole: str, rest: str) -> Unread:
    return Unread(Unclear.TWO_READINGS, (f"{whole}{rest}", f"{whole}.{rest}"))


def _are_groups(groups: list[str]) -> bool:
    first, *others = groups
    return 1 <= len(first) <= _GROUP and all(len(group) == _GROUP for group in others)
