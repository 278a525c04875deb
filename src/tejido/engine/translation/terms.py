"""Agreed words: whether a translation says what the glossary prefers, and nothing that it forbids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..change.words import words

# The stem of a word in a language; two words with one stem are the same word.
Stem = Callable[[str, str], str]


class Use(StrEnum):
    PREFERRED = "preferred"
    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Term:
    language: str
    words: str
    use: Use


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing of the field and what it is called. `key` is the glossary's own."""

    key: str
    terms: tuple[Term, ...]

    def said_in(self, language: str, *uses: Use) -> tuple[str, ...]:
        return tuple(term.words for term in self.terms if term.language == language and term.use in uses)


class Flaw(StrEnum):
    FORBIDDEN = "forbidden"  # the translation says a word that is not to be used
    NOT_USED = "not_used"  # the source names the thing, the translation by none of its agreed words


@dataclass(frozen=True, slots=True)
class Finding:
    """`found` is the forbidden word, or what the source calls the thing; `instead` are the agreed words."""

    flaw: Flaw
    concept: str
    found: str
    instead: tuple[str, ...]


def check_terms(
    source: str, target: str, concepts: Iterable[Concept], source_language: str, target_language: str, stem: Stem
) -> tuple[Finding, ...]:
    """What the glossary has to say to a translation, in its order.

    A forbidden word counts where it stands by itself, not inside a longer agreed one. Only words are compared, without
    case and endings.
    """
    listed = tuple(concepts)
    said, meant = _stems(target, target_language, stem), _stems(source, source_language, stem)
    agreed = [
        _stems(term, target_language, stem)
        for concept in listed
        for term in concept.said_in(target_language, Use.PREFERRED, Use.ALLOWED)
    ]
    covered = {at + step for term in agreed for at in _places(said, term) for step in range(len(term))}
    findings: list[Finding] = []
    for concept in listed:
        findings += _forbidden(concept, target_language, said, covered, stem)
        findings += _not_used(concept, (source_language, target_language), (meant, said), stem)
    return tuple(findings)


def _forbidden(
    concept: Concept, language: str, said: Sequence[str], covered: set[int], stem: Stem
) -> Iterable[Finding]:
    for word in concept.said_in(language, Use.FORBIDDEN):
        term = _stems(word, language, stem)
        if any(not {*range(at, at + len(term))} <= covered for at in _places(said, term)):
            yield Finding(Flaw.FORBIDDEN, concept.key, word, concept.said_in(language, Use.PREFERRED))


def _not_used(
    concept: Concept, languages: tuple[str, str], both: tuple[Sequence[str], Sequence[str]], stem: Stem
) -> Iterable[Finding]:
    (source_language, target_language), (meant, said) = languages, both
    agreed = concept.said_in(target_language, Use.PREFERRED, Use.ALLOWED)
    if not agreed or any(_places(said, _stems(word, target_language, stem)) for word in agreed):
        return
    for word in concept.said_in(source_language, Use.PREFERRED, Use.ALLOWED):
        if _places(meant, _stems(word, source_language, stem)):
            yield Finding(Flaw.NOT_USED, concept.key, word, concept.said_in(target_language, Use.PREFERRED) or agreed)
            return


def occurs(term: str, text: str, language: str, stem: Stem) -> bool:
    """Whether a text says a term, in whatever form."""
    return bool(_places(_stems(text, language, stem), _stems(term, language, stem)))


def _stems(text: str, language: str, stem: Stem) -> list[str]:
    return [stem(word, language) for word in words(text)]


def _places(said: Sequence[str], term: Sequence[str]) -> list[int]:
    """Where a term begins in what is said."""
    size = len(term)
    return [at for at in range(len(said) - size + 1) if size and said[at : at + size] == term]
