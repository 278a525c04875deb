"""What the texts give to the index: their latest revision for those who work on them, their editions for their
readers."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from tejido.curriculum.models import Edition, EditionRelease, Revision, Text
from tejido.curriculum.queries import document_of, latest_revisions
from tejido.engine.document import Document, Kind, Passage, outline
from tejido.formats.markdown import plain
from tejido.registry.names import BodyKind

from ..models import Entry
from ..names import Kind as EntryKind
from ..names import Version
from ..terms import filter_of, terms_in

PUBLIC, NETWORK = filter_of("public", ""), filter_of("network", "")


@dataclass(frozen=True, slots=True)
class Wanted:
    """An entry as the texts say that it should be."""

    place: str
    language: str
    version: str
    number: int
    title: dict[str, str]
    heading: str
    words: str
    url: str
    at: datetime
    filters: tuple[str, ...]

    @property
    def digest(self) -> str:
        parts = (self.version, self.heading, self.words, self.url, *sorted(self.title.items()), *self.filters)
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    def row(self, source: str) -> Entry:
        terms = sorted(terms_in(f"{self.heading} {self.words}", self.language)) + list(self.filters)
        return Entry(
            kind=EntryKind.PASSAGE,
            source=source,
            place=self.place,
            language=self.language,
            version=self.version,
            number=self.number,
            title=self.title,
            heading=self.heading,
            words=self.words,
            url=self.url,
            at=self.at,
            digest=self.digest,
            terms=" ".join(terms),
        )


@dataclass(frozen=True, slots=True)
class _State:
    """A state of a text with who may read it."""

    revision: Revision
    version: str
    number: int
    url: str
    readers: tuple[str, ...]


def entries_of_text(text: Text) -> Iterator[Wanted]:
    """Every entry of a text: of its latest revision and of each edition."""
    for state in _states(text):
        yield from _entries(text, state, document_of(state.revision))


def _states(text: Text) -> Iterator[_State]:
    own = body_filter(text.body_id)
    latest = latest_revisions([text]).get(text.key)
    if latest is not None:
        revision = Revision.objects.get(key=latest.key)
        yield _State(revision, Version.WORK, 0, reverse("curriculum:text", args=[text.slug]), (own,))
    editions = list(Edition.objects.filter(text=text).select_related("revision").defer("record"))
    for edition in editions:
        version = Version.LATEST if edition is editions[-1] else Version.EARLIER
        url = reverse("curriculum:edition", args=[text.slug, edition.number])
        yield _State(edition.revision, version, edition.number, url, (own, *_readers(text, edition)))


def body_filter(body: str) -> str:
    return filter_of("body", body)


def _readers(text: Text, edition: Edition) -> list[str]:
    """Who may read an edition besides those who take part in its body."""
    if text.body.kind == BodyKind.NETWORK:
        return [PUBLIC]
    standing = EditionRelease.objects.filter(edition=edition, withdrawn_at=None)
    return sorted({filter_of(row.readers, "") for row in standing})


def _entries(text: Text, state: _State, document: Document) -> Iterator[Wanted]:
    languages = document.languages
    for heading, passage in _under_headings(document):
        for language in passage.languages:
            above = plain(heading.text(language)) if heading is not None else ""
            yield Wanted(
                place=passage.id,
                language=language,
                version=state.version,
                number=state.number,
                title=text.title,
                heading=above[:200],
                words=plain(passage.text(language)),
                url=f"{state.url}?language={language}#p-{passage.id}",
                at=state.revision.at,
                filters=(*state.readers, *_filters(text, state, passage, language, languages)),
            )


def _filters(text: Text, state: _State, passage: Passage, language: str, languages: tuple[str, ...]) -> Iterator[str]:
    yield filter_of("version", state.version)
    yield filter_of("language", language)
    yield filter_of("text", text.key)
    yield filter_of("member", text.body.member.code if text.body.member else "none")
    yield from (filter_of("lacks", other) for other in languages if other not in passage.languages)


def _under_headings(document: Document) -> Iterator[tuple[Passage | None, Passage]]:
    """Every passage with the heading that it stands under; a heading with the one above it."""
    above: dict[str, Passage | None] = {}
    for section in outline(document):
        for passage in document.passages[section.start : section.body_end]:
            above[passage.id] = section.heading if passage.kind is not Kind.HEADING else None
    return ((above.get(passage.id), passage) for passage in document)
