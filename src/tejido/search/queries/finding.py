"""A question, as people type it, to hits in an order that is the same on every database.

Method: every word must be found, by one of its terms in any language asked for; the last word may be unfinished. What
stands in quotes must stand so in the passage. Of the newest rows found the best come first: where the words stand in
the heading or together, and where they are spelled as they were asked for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tejido.ledger.actors import Actor

from ..models import Entry
from ..names import RECORD, Version
from ..terms import STEMMERS, filter_of, folded, prefix_of, terms_of, words_of
from .matching import Term, matching
from .places import readable

LIMIT = 300  # rows that are looked at and put in order
PAGE = 20
NOTHING = prefix_of("")
_QUOTED = re.compile(r"[\"“«]([^\"“”«»]+)[\"”»]")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, and what it is narrowed to; empty means everything."""

    words: str
    language: str = ""
    kind: str = ""
    member: str = ""
    version: str = ""
    lacks: str = ""
    page: int = 1
    reader: str = ""
    """The reader's own language, whose passages come first among equals."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage or record found. `parts` are its words in pieces, each with whether it is what was looked for."""

    entry: Entry
    parts: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Found:
    hits: tuple[Hit, ...] = ()
    total: int = 0
    is_cut: bool = False
    page: int = 1
    pages: int = field(default=0)


def find(actor: Actor, asked: Asked) -> Found:
    """The hits that the actor may read. Five queries at most, whatever there is."""
    words = [match[0] for match in words_of(asked.words) if prefix_of(match[0]) != NOTHING]
    if not words:
        return Found()
    languages = [asked.language] if asked.language else list(STEMMERS)
    groups = [_terms(word, languages, is_last=word is words[-1]) for word in words]
    keys = matching([*groups, *filters(actor, asked)], LIMIT + 1)
    ordered = in_order(keys[:LIMIT], words, asked)
    on_page = ordered[(asked.page - 1) * PAGE : asked.page * PAGE]
    rows = {row.pk: row for row in Entry.objects.filter(pk__in=on_page).defer("terms")}
    marker = _Marker.of(groups)
    hits = tuple(Hit(rows[key], _parts(rows[key], marker)) for key in on_page if key in rows)
    return Found(hits, len(ordered), len(keys) > LIMIT, asked.page, -(-len(ordered) // PAGE))


def _terms(word: str, languages: Sequence[str], *, is_last: bool) -> list[Term]:
    found = {Term(term) for language in languages for term in terms_of(word, language)}
    if is_last and len(word) > 2:
        found.add(Term(prefix_of(word), is_prefix=True))
    return sorted(found, key=lambda term: (term.word, term.is_prefix))


def filters(actor: Actor, asked: Asked) -> list[list[Term]]:
    """What the question is narrowed to, and what the actor may read. Two queries."""
    groups = [[Term(word) for word in readable(actor)]]
    groups.append([Term(filter_of("version", version)) for version in _versions(actor, asked.version)])
    if asked.language:
        groups.append([Term(filter_of("language", asked.language))])
    asked_for = {"lacks": asked.lacks, "member": asked.member, "kind": asked.kind}
    groups += [[Term(filter_of(name, value))] for name, value in asked_for.items() if value]
    return groups


def _versions(actor: Actor, wanted: str) -> list[str]:
    """Whoever works on texts looks in them as they stand; everybody else in the latest editions. Records have no
    versions, and are not among what was narrowed to one."""
    if wanted:
        return [wanted]
    return [Version.LATEST, RECORD] if actor.is_public else [Version.WORK, Version.LATEST, RECORD]


def _phrases(asked: str) -> list[str]:
    """What stands in quotes, as it is compared."""
    return [_spaced(found) for found in _QUOTED.findall(asked)]


def _spaced(text: str) -> str:
    return f" {' '.join(match[0] for match in words_of(folded(text)))} "


def in_order(keys: Sequence[int], words: Sequence[str], asked: Asked) -> list[int]:
    """The keys of the rows that hold the phrases, those in the reader's language first, of them the best. What says the
    same in work and in an edition is shown once, as it was adopted."""
    spelling, phrases = _Spelling(tuple(w.casefold() for w in words), tuple(map(folded, words))), _phrases(asked.words)
    rows = Entry.objects.filter(pk__in=keys).order_by("number")
    found = rows.values_list("pk", "source", "place", "language", "heading", "words")
    said_once = {(s, p, language, said): (key, heading) for key, s, p, language, heading, said in found}
    places = [
        ((language != asked.reader, *spelling.place(key, heading, said)), key)
        for (_source, _place, language, said), (key, heading) in said_once.items()
        if not phrases or all(phrase in _spaced(f"{heading} {said}") for phrase in phrases)
    ]
    return [key for _, key in sorted(places)]


@dataclass(frozen=True, slots=True)
class _Spelling:
    """The words that were asked for, as they were typed and without accents."""

    typed: tuple[str, ...]
    plain: tuple[str, ...]

    def place(self, key: int, heading: str, said: str) -> tuple[int, int, int]:
        """The best is the smallest: as it is spelled, together, in a heading, in a short passage, the newest."""
        small, plain = said.casefold(), folded(said)
        spelled = sum(word in small for word in self.typed) + sum(word in plain for word in self.plain)
        together = len(self.plain) > 1 and " ".join(self.plain) in plain
        is_heading = not heading or any(word in folded(heading) for word in self.plain)
        return -(spelled + 3 * together + 2 * is_heading), len(said) // 400, -key


@dataclass(frozen=True, slots=True)
class _Marker:
    """Which words of a hit are what was looked for."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]

    @classmethod
    def of(cls, groups: Sequence[Sequence[Term]]) -> "_Marker":
        terms = [term for group in groups for term in group]
        whole = frozenset(term.word for term in terms if not term.is_prefix)
        return cls(whole, tuple(term.word for term in terms if term.is_prefix))

    def marks(self, word: str, language: str) -> bool:
        return not self.whole.isdisjoint(terms_of(word, language)) or prefix_of(word).startswith(self.beginnings)


AROUND = 120  # letters shown before the first word that was found
SHOWN = 320  # letters shown in all


def _parts(row: Entry, marker: _Marker) -> tuple[tuple[str, bool], ...]:
    """The words around the first that was found, in pieces, with those that were looked for marked."""
    marks = [match.span() for match in words_of(row.words) if marker.marks(match[0], row.language)]
    start = _start(row.words, marks[0][0] if marks else 0)
    end = min(len(row.words), start + SHOWN)
    parts: list[tuple[str, bool]] = [("… " if start else "", False)]
    at = start
    for first, last in marks:
        if first >= end:
            break
        parts += [(row.words[at:first], False), (row.words[first:last], True)]
        at = last
    parts += [(row.words[at:end], False), (" …" if end < len(row.words) else "", False)]
    return tuple((piece, is_mark) for piece, is_mark in parts if piece)


def _start(words: str, first: int) -> int:
    """Where to begin, so that the first mark is seen and no word is cut."""
    if first <= AROUND:
        return 0
    return words.find(" ", first - AROUND) + 1 or first
