"""What a passage shows to a reader who knows neither language: its shape, its size, its signs and how its words are
spelled."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..passages import Kind, Passage

STEM = 4  # consonants by which a word is known: what a term keeps from one language of a family to the next
LONGEST_NUMBER = 30  # digits; what is longer is taken as it is
FEWEST = 3  # consonants that tell a word; one with fewer is taken as it is

_ADDRESS = re.compile(r"\]\(<?([^()\[\]<>\s]+)")
_ACCENTS = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]")
_WORD = re.compile(r"\d+|[^\W\d_]+")
_VOWEL = re.compile("[aeiouy]")
_DOUBLE = re.compile(r"(.)\1")
_ROMAN = re.compile("(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

Shape = tuple[Kind, int]


@dataclass(frozen=True, slots=True)
class Marks:
    """`size` counts letters. `tokens` are stems of words, which begin with a letter, and signs, which do not: numbers
    as decimal digits (Roman ones too), addresses of links and images, attributes, the number of lines of a table."""

    shape: Shape
    size: int
    tokens: frozenset[str]

    @property
    def is_heading(self) -> bool:
        return self.shape[0] is Kind.HEADING


def marks_of(passage: Passage, text: str) -> Marks:
    """The marks of a passage in one of its languages."""
    spoken = _ADDRESS.sub(" ", text)
    if not spoken.isascii():
        spoken = _ACCENTS.sub("", unicodedata.normalize("NFKD", spoken))
    words = _WORD.findall(spoken)
    alone = passage.kind is Kind.HEADING
    tokens = {_token(word, alone) for word in words}
    tokens.update(f"@{address}" for address in _ADDRESS.findall(text))
    tokens.update(f"={name}={value}" for name, value in passage.attributes)
    if passage.kind is Kind.TABLE:
        tokens.add(f"#{len(text.splitlines())}")
    return Marks((passage.kind, passage.level), sum(map(len, words)), frozenset(tokens))


@lru_cache(maxsize=50_000)
def _token(word: str, alone: bool) -> str:
    """The token of a word. A single letter is a Roman number only where it stands `alone`, as in a heading."""
    if word.isdecimal():
        return str(int(word)) if len(word) <= LONGEST_NUMBER else word
    if (alone or len(word) > 1) and _ROMAN.fullmatch(word):
        return str(_value(word))
    folded = word.casefold()
    consonants = _VOWEL.sub("", _DOUBLE.sub(r"\1", folded))
    return consonants[:STEM] if len(consonants) >= FEWEST else folded


def _value(roman: str) -> int:
    """The value of a Roman number: a digit before a greater one counts against it."""
    values = [_DIGITS[digit] for digit in roman]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def together(marks: Iterable[Marks]) -> Marks:
    """The marks of a section from those of its passages, the heading first."""
    held = list(marks)
    return Marks(held[0].shape, sum(m.size for m in held), frozenset[str]().union(*(m.tokens for m in held)))


def is_sign(token: str) -> bool:
    return not token[0].isalpha()
