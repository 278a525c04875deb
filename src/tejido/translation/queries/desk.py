"""The translation desk of a text: how each language stands, and which passage waits for what."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import document_of, documents_of
from tejido.engine.document import Address, Document, Kind, Passage, addresses
from tejido.engine.translation import Standing, State, standings, words_digest
from tejido.formats.markdown import plain
from tejido.ledger.actors import Actor
from tejido.registry.models import Seat

from ..models import Assignment
from ..rules import DRAFTS, SETTLED, may_review
from .facts import facts_of, writers_in
from .seats import assignments_of
from .versions import languages_of

WORK = (State.MISSING, State.STALE, State.MACHINE, State.HUMAN)  # what still asks for somebody


@dataclass(frozen=True, slots=True)
class Version:
    """A language of a text: how many of its passages are in each state."""

    language: str
    counts: Mapping[State, int]
    seats: tuple[Seat, ...] = ()

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def settled(self) -> int:
        return sum(self.counts[state] for state in SETTLED)

    @property
    def waits(self) -> int:
        return sum(self.counts[state] for state in WORK)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that is known of the translations of a text at a revision."""

    text: Text
    revision: Revision
    document: Document
    standings: Mapping[str, Mapping[str, Standing]]
    assignments: tuple[Assignment, ...]
    signatories: Mapping[str, frozenset[str]]

    @property
    def versions(self) -> tuple[Version, ...]:
        found = []
        for tag, by_id in self.standings.items():
            counts = Counter(item.state for item in by_id.values())
            seats = tuple(dict.fromkeys(row.seat for row in self.assignments if row.language == tag))
            found.append(Version(tag, counts, seats))
        return tuple(found)

    def version(self, language: str) -> Version:
        return next(item for item in self.versions if item.language == language)


def desk_of(text: Text, revision: Revision) -> Desk:
    """Whoever may read the text may know how its translations stand. A constant number of queries."""
    document, facts = document_of(revision), facts_of(text, revision)
    wanted = sorted(languages_of(text, revision) - {text.negotiated_language})
    found = {tag: standings(document, tag, text.negotiated_language, facts) for tag in wanted}
    return Desk(text, revision, document, found, tuple(assignments_of(text)), facts.signatories)


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list of passages is narrowed to. `section` is the id of a heading; `mine` what the seat was given."""

    state: str = ""
    section: str = ""
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A passage in the list, with its words in both languages, without markup."""

    passage: Passage
    address: str
    standing: Standing
    source: str
    target: str
    is_reviewable: bool
    """Whether the reader, if it translates, is a seat that reviews these words: a draft that it did not write."""

    @property
    def is_draft(self) -> bool:
        return self.standing.state in DRAFTS


@dataclass(frozen=True, slots=True)
class Part:
    """A section with those of its passages that are shown; `heading` is None for what stands before the first one."""

    heading: Passage | None
    address: str
    rows: tuple[Row, ...]


def parts_of(desk: Desk, language: str, asked: Filter, actor: Actor) -> list[Part]:
    """The passages of a language by section, as far as they are asked for. A section holds those below it."""
    where, by_id = addresses(desk.document), desk.standings[language]
    given, writers = _given(desk.assignments, language, actor), writers_in(desk.text, language)
    found: dict[str, list[Row]] = {}
    for passage, above in under_headings(desk.document):
        item = by_id.get(passage.id)
        if item is None or (asked.state and item.state != asked.state):
            continue
        if (asked.section and asked.section not in above) or (asked.mine and not given & {"", *above}):
            continue
        both = plain(passage.text(desk.text.negotiated_language)), plain(passage.text(language))
        wrote = writers.get((passage.id, words_digest(passage.text(language))), ())
        row = Row(passage, str(where[passage.id]), item, *both, may_review(actor, item, wrote) is None)
        found.setdefault(above[-1] if above else "", []).append(row)
    return [_part(desk, section, rows, where) for section, rows in found.items()]


def under_headings(document: Document) -> Iterator[tuple[Passage, tuple[str, ...]]]:
    """Each passage with the ids of the headings that it stands under, the outermost first; a heading stands under
    itself."""
    open_: list[Passage] = []
    for passage in document:
        if passage.kind is Kind.HEADING:
            open_ = [heading for heading in open_ if heading.level < passage.level] + [passage]
        yield passage, tuple(heading.id for heading in open_)


def _part(desk: Desk, section: str, rows: Sequence[Row], where: Mapping[str, Address]) -> Part:
    heading = desk.document.passage(section) if section else None
    return Part(heading, str(where[section]) if section else "", tuple(rows))


def _given(assignments: Sequence[Assignment], language: str, actor: Actor) -> set[str]:
    return {row.section for row in assignments if row.language == language and row.seat_id == actor.seat}


def source_then(text: Text, revision: Revision, passage: str, since: str) -> str:
    """What the source of a passage said when its digest was `since`; empty where the history does not tell. One query
    for the history and one for its passages."""
    rows = list(Revision.objects.filter(text=text, number__lte=revision.number).order_by("-number"))
    documents = documents_of(rows)
    for row in rows:
        document = documents[row.digest]
        words = document.passage(passage).text(text.negotiated_language) if passage in document else ""
        if words and words_digest(words) == since:
            return words
    return ""


def neighbours(desk: Desk, language: str, passage: str) -> tuple[str, str]:
    """The passages before and after this one that still wait for somebody, or nothing."""
    found = desk.standings[language]
    order = list(found)
    at = order.index(passage)
    before = (id for id in reversed(order[:at]) if found[id].state in WORK)
    after = (id for id in order[at + 1 :] if found[id].state in WORK)
    return next(before, ""), next(after, "")
