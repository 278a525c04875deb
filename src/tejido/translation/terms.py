"""The words of the glossary as the engine compares them: without case and endings."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

from tejido.engine.translation import Concept, Term, Use
from tejido.web.languages import base

from .models import GlossaryEntry

_STEMMERS = {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "pt": "portuguese"}
# Snowball does not bring these Portuguese plurals to their singular.
_PLURALS = {"ões": "ão", "ães": "ão", "ãos": "ão"}


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of a word in small letters; the word itself in a language of which we know no endings."""
    primary = base(language)
    if primary == "pt" and word[-3:] in _PLURALS:
        word = word[:-3] + _PLURALS[word[-3:]]
    name = _STEMMERS.get(primary)
    return str(_stemmer(name).stemWord(word)) if name else word


@cache
def _stemmer(name: str) -> Any:
    return snowballstemmer.stemmer(name)


def concepts_of(entries: Iterable[GlossaryEntry]) -> tuple[Concept, ...]:
    """Rows of the glossary as values."""
    return tuple(
        Concept(row.concept, tuple(Term(language, said, Use(use)) for language, said, use in row.terms))
        for row in entries
    )
