"""Words as they are looked for: without accents and endings, the same on every database.

A word is kept twice: as the stem of what stands there, and as the stem of the same without accents, because people
type both. Every term begins with `w` and every filter with `f`, so that no word of a text can pass for a filter.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

STEMMERS = {
    "ar": "arabic",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "pt": "portuguese",
}
_WORD = re.compile(r"\w+")
# Snowball does not bring the Portuguese plurals in -ões, -ães and -ãos to their singular.
_PLURAL = re.compile(r"(?:õe|ãe|ão)s$|coes$")
LONGEST = 60  # letters of a word that are looked at
# Raise it, with a migration `…_method_N`, whenever a word gets other terms or a row other filters: the update then
# makes every row anew.
METHOD = 3


def words_of(text: str) -> Iterable[re.Match[str]]:
    """The words of a text with their places."""
    return _WORD.finditer(text)


def folded(text: str) -> str:
    """Small letters without accents and vowel signs."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=100_000)
def terms_of(word: str, language: str) -> frozenset[str]:
    """The terms of one word in a language: one or two. Unknown languages have no endings that we know of."""
    small = word.casefold()[:LONGEST]
    return frozenset(_as_term(_stem(form, language)) for form in (small, folded(small)))


def _as_term(word: str) -> str:
    """Small Latin letters and digits only, whatever the script: databases disagree on what else is a letter. One sign
    can stand for a whole sentence, so the word is cut once it is spelled out: PostgreSQL takes 2046 letters at most."""
    letters = (c if c.isascii() else f"u{ord(c):05x}" for c in folded(word)[:LONGEST] if c.isalnum())
    return "w" + "".join(letters)


def _stem(word: str, language: str) -> str:
    primary = language.partition("-")[0]
    if primary == "pt":
        word = _PLURAL.sub(lambda end: "cao" if end[0] == "coes" else "ão", word)
    name = STEMMERS.get(primary)
    return str(_stemmer(name).stemWord(word)) if name else word


@cache
def _stemmer(name: str) -> Any:
    return snowballstemmer.stemmer(name)


def terms_in(text: str, language: str) -> set[str]:
    """Every term of a text."""
    return {term for match in words_of(text) for term in terms_of(match[0], language)} - {"w"}


@lru_cache(maxsize=100_000)
def prefix_of(word: str) -> str:
    """The term that every longer form of a word begins with, while it is still being typed."""
    return _as_term(word[:LONGEST])


@lru_cache(maxsize=1_000)
def filter_of(name: str, value: str) -> str:
    """A filter as a term: letters and digits only."""
    return "f" + re.sub(r"[^a-z0-9]", "", f"{name}{value}".lower())
