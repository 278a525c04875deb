"""What the pages of translations show, made of what queries loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode

from tejido.engine.change import Span, diff_words
from tejido.engine.document import Document, Kind, Passage, addresses
from tejido.engine.translation import Concept, Finding, Flaw, Standing, State, Use, check_terms, occurs, words_digest
from tejido.formats.markdown import plain
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal
from tejido.registry.words import seat_words
from tejido.web.marking import marked
from tejido.web.stretches import lines_asked, way_on, weight

from .imports import Row
from .models import Assignment, GlossaryEntry, Signatory
from .names import TermUse
from .queries import Desk, Part, Suggestion, Version
from .terms import concepts_of, stem
from .words import state_words

_SHOWN = 60  # letters of a heading in a list
_ROW = 25  # bytes on the wire that a row takes more than a passage: its state and its tick
_WORDS = 48  # of a passage in both languages in a list


@dataclass(frozen=True, slots=True)
class Count:
    """How many passages are in a state, and where they are listed."""

    state: State
    number: int
    url: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    version: Version
    url: str
    counts: tuple[Count, ...]
    seats: str

    @property
    def language(self) -> str:
        return self.version.language


def version_lines(desk: Desk) -> list[VersionLine]:
    """A language in a row: a number for each state, each a way to the passages it counts."""
    return [_version_line(desk, version) for version in desk.versions]


def _version_line(desk: Desk, version: Version) -> VersionLine:
    url = reverse("translation:version", args=[desk.text.slug, version.language])
    counts = tuple(Count(state, version.counts[state], f"{url}?{urlencode({'state': state})}") for state in State)
    return VersionLine(version, url, counts, ", ".join(seat_words(seat) for seat in version.seats))


def section_choices(document: Document, language: str) -> list[tuple[str, str]]:
    """The headings with their addresses, for a list to choose from."""
    where = addresses(document)
    return [(p.id, f"{where[p.id]} {_short(p, language)}") for p in document if p.kind is Kind.HEADING]


def _short(passage: Passage, language: str) -> str:
    words = plain(passage.text(language) or next((text for _, text in passage.texts), ""))
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def change_spans(then: str, now: str) -> tuple[Span, ...]:
    """What changed in the source, word by word; nothing where the earlier words are not known."""
    return marked(then, now) if then and then != now else ()


@dataclass(frozen=True, slots=True)
class TermLine:
    """What the glossary says of a thing that the source names."""

    said: str
    preferred: tuple[str, ...]
    allowed: tuple[str, ...]
    forbidden: tuple[str, ...]
    definition: str


def term_lines(entries: Iterable[GlossaryEntry], source: str, languages: tuple[str, str]) -> list[TermLine]:
    """The concepts that the source names by one of their words."""
    found = ((row, _said(concept, source, languages[0])) for row in entries for concept in concepts_of([row]))
    return [_term_line(row, said, languages) for row, said in found if said]


def _said(concept: Concept, source: str, language: str) -> str:
    names = concept.said_in(language, Use.PREFERRED, Use.ALLOWED)
    return next((name for name in names if occurs(name, source, language, stem)), "")


def _term_line(row: GlossaryEntry, said: str, languages: tuple[str, str]) -> TermLine:
    (concept,), (source, target) = concepts_of([row]), languages
    preferred, allowed, forbidden = (concept.said_in(target, use) for use in Use)
    return TermLine(said, preferred, allowed, forbidden, row.definition.get(target) or row.definition.get(source, ""))


def findings(entries: Iterable[GlossaryEntry], source: str, target: str, languages: tuple[str, str]) -> list[Finding]:
    """What the glossary has to say to a translation, what it forbids first."""
    found = check_terms(source, target, concepts_of(entries), *languages, stem)
    return sorted(found, key=lambda item: item.flaw is not Flaw.FORBIDDEN)


def state_columns() -> list[tuple[State, str | Promise]]:
    return [(state, state_words(state)) for state in State]


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    row: Assignment
    seat: str
    part: str
    url: str
    may_end: bool


def assignment_lines(desk: Desk, actor: Actor, *, may_end: bool) -> list[AssignmentLine]:
    """Who has which part; whoever has it can give it back."""
    where = addresses(desk.document)
    lines = []
    for row in desk.assignments:
        here = row.section in desk.document
        part = f"{where[row.section]} {_short(desk.document.passage(row.section), row.language)}" if here else ""
        query = urlencode({"section": row.section, "mine": "on"}) if here else urlencode({"mine": "on"})
        url = f"{reverse('translation:version', args=[desk.text.slug, row.language])}?{query}"
        lines.append(AssignmentLine(row, seat_words(row.seat), part, url, may_end or row.seat_id == actor.seat))
    return lines


@dataclass(frozen=True, slots=True)
class SignatoryLine:
    """For how many of all passages the signature of a seat holds."""

    seat: str
    signed: int
    total: int

    @property
    def has_signed(self) -> bool:
        return self.signed == self.total


def signatory_lines(rows: Iterable[Signatory], standings: Mapping[str, Standing]) -> list[SignatoryLine]:
    """Who was named to sign, and for how many passages the signature holds as they stand."""
    return [
        SignatoryLine(
            seat_words(row.seat), sum(row.seat_id in item.signed for item in standings.values()), len(standings)
        )
        for row in rows
    ]


def lacks_only_factor(refusal: Refusal | None) -> bool:
    """Whether nothing but the second factor is missing: then the button is shown, and asks for it."""
    return refusal is None or refusal.code == Shared.NOT_FRESH


@dataclass(frozen=True, slots=True)
class ImportLine:
    """What a file says of a passage, marked against what stands here; `forbidden` are words of the glossary."""

    row: Row
    address: str
    source: str
    spans: tuple[Span, ...]
    is_stale: bool
    forbidden: tuple[str, ...]


def import_lines(desk: Desk, language: str, rows: Iterable[Row], entries: Sequence[GlossaryEntry]) -> list[ImportLine]:
    where, negotiated = addresses(desk.document), desk.text.negotiated_language
    lines = []
    for row in rows:
        passage = desk.document.passage(row.passage)
        source = passage.text(negotiated)
        told = findings(entries, source, row.words, (negotiated, language))
        forbidden = tuple(item.found for item in told if item.flaw is Flaw.FORBIDDEN)
        marks = marked(passage.text(language), row.words)
        is_stale = row.source != words_digest(source)
        lines.append(ImportLine(row, str(where[row.passage]), plain(source), marks, is_stale, forbidden))
    return lines


@dataclass(frozen=True, slots=True)
class Called:
    """What a concept is called in a language."""

    language: str
    preferred: tuple[str, ...]
    allowed: tuple[str, ...]
    forbidden: tuple[str, ...]
    definition: str


@dataclass(frozen=True, slots=True)
class ConceptLine:
    row: GlossaryEntry
    title: str
    called: tuple[Called, ...]


def concept_line(row: GlossaryEntry, reader: str) -> ConceptLine:
    """A concept under its word in the reader's language, or in the first that has one."""
    (concept,) = concepts_of([row])
    tags = sorted({term.language for term in concept.terms} | set(row.definition), key=lambda tag: (tag != reader, tag))
    called = tuple(_called(row, concept, tag) for tag in tags)
    title = next((item.preferred[0] for item in called if item.preferred), "")
    return ConceptLine(row, title, called)


def _called(row: GlossaryEntry, concept: Concept, tag: str) -> Called:
    preferred, allowed, forbidden = (concept.said_in(tag, use) for use in Use)
    return Called(tag, preferred, allowed, forbidden, row.definition.get(tag, ""))


def concept_lines(rows: Iterable[GlossaryEntry], asked: str, reader: str) -> list[ConceptLine]:
    """The concepts that name what was asked for, by their titles."""
    wanted = asked.casefold().strip()
    found = [concept_line(row, reader) for row in rows if not wanted or wanted in _everything(row)]
    return sorted(found, key=lambda line: line.title.casefold())


def _everything(row: GlossaryEntry) -> str:
    return "\n".join([*(words for _, words, _ in row.terms), *row.definition.values()]).casefold()


def concept_values(row: GlossaryEntry) -> dict[str, str]:
    """A concept as its form holds it."""
    values = {"source": row.source, **{f"definition_{tag}": said for tag, said in row.definition.items()}}
    for tag, words, use in row.terms:
        name = f"{use}_{tag}"
        values[name] = f"{values[name]}\n{words}" if name in values else words
    return values


def concept_history(rows: Sequence[GlossaryEntry]) -> list[tuple[GlossaryEntry, str]]:
    """What was entered, newest first, each with its words in one line."""
    return [(row, "; ".join(f"{tag} {words} ({TermUse(use).label})" for tag, words, use in row.terms)) for row in rows]


@dataclass(frozen=True, slots=True)
class SuggestionLine:
    """A suggestion of the memory, its source marked against the one here."""

    suggestion: Suggestion
    spans: tuple[Span, ...]
    url: str


def suggestion_lines(found: Iterable[Suggestion], source: str, now: str) -> list[SuggestionLine]:
    """Those that say something else than what stands here already."""
    asked = plain(source)
    return [SuggestionLine(item, diff_words(item.source, asked), _origin(item)) for item in found if item.words != now]


def _origin(item: Suggestion) -> str:
    address = reverse("curriculum:edition", args=[item.edition.text.slug, item.edition.number])
    return f"{address}#p-{item.passage}"


def stretch_of(parts: Sequence[Part], asked: Mapping[str, str]) -> tuple[list[Part], str]:
    """The rows that a page shows at once, still by section, and the way to those that follow."""
    rows = [row for part in parts for row in part.rows]
    words = [" ".join(f"{row.source} {row.target}".split()[:_WORDS]) for row in rows]
    lines = lines_asked([_ROW + weight(found) for found in words], asked)
    shown, before = [], 0
    for part in parts:
        cut = part.rows[max(lines.start - before, 0) : max(lines.stop - before, 0)]
        before += len(part.rows)
        if cut:
            shown.append(replace(part, rows=cut))
    kept = {name: asked[name] for name in ("state", "section", "mine") if name in asked}
    return shown, way_on(kept, lines.stop) if lines.stop < len(rows) else ""
