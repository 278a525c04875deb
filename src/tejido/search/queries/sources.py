"""What the texts give to the index: their latest revision for those who work on them, their editions for their
readers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from tejido.curriculum.models import Edition, EditionRelease, Revision, Text
from tejido.curriculum.queries import document_of
from tejido.engine.document import Document, Kind, Passage, outline
from tejido.formats.markdown import plain
from tejido.registry.names import BodyKind

from ..models import Entry
from ..names import Kind as Found
from ..names import Version
from ..terms import METHOD, filter_of, terms_in
from .records.values import PUBLIC, body_filter


@dataclass(frozen=True, slots=True)
class Wanted:
    """An entry as the texts say that it should be. Its words are looked at only where it has to be written."""

    passage: Passage
    content: str
    """The digest of the passage in all its languages."""
    above: Passage | None
    language: str
    title: dict[str, str]
    state: _State
    filters: tuple[str, ...]

    @property
    def place(self) -> tuple[int, str, str]:
        return self.state.number, self.passage.id, self.language

    @property
    def since(self) -> datetime:
        """When the state of the text was written."""
        return self.state.revision.at

    @property
    def heading(self) -> str:
        return self.above.text(self.language) if self.above is not None else ""

    @property
    def digest(self) -> str:
        parts = (str(METHOD), self.content, self.heading, self.state.version, self.state.url, *self.filters)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def row(self, source: str) -> Entry:
        heading, words = plain(self.heading)[:200], plain(self.passage.text(self.language))
        terms = sorted(terms_in(f"{heading} {words}", self.language)) + list(self.filters)
        return Entry(
            source=source,
            place=self.passage.id,
            language=self.language,
            number=self.state.number,
            title=self.title,
            heading=heading,
            words=words,
            url=f"{self.state.url}?language={self.language}#p-{self.passage.id}",
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
    revision = Revision.objects.filter(text=text).order_by("number").last()
    if revision is not None:
        yield _State(revision, Version.WORK, 0, reverse("curriculum:text", args=[text.slug]), (own,))
    editions = list(Edition.objects.filter(text=text).select_related("revision").defer("record"))
    for edition in editions:
        version = Version.LATEST if edition is editions[-1] else Version.EARLIER
        url = reverse("curriculum:edition", args=[text.slug, edition.number])
        yield _State(edition.revision, version, edition.number, url, (own, *_readers(text, edition)))


def _readers(text: Text, edition: Edition) -> list[str]:
    """Who may read an edition besides those who take part in its body."""
    if text.body.kind == BodyKind.NETWORK:
        return [PUBLIC]
    standing = EditionRelease.objects.filter(edition=edition, withdrawn_at=None)
    return sorted({filter_of(row.readers, "") for row in standing})


def _entries(text: Text, state: _State, document: Document) -> Iterator[Wanted]:
    languages = document.languages
    shared = (*state.readers, filter_of("version", state.version), filter_of("kind", Found.PASSAGE), *_of_text(text))
    for (above, passage), content in zip(_under_headings(document), state.revision.manifest, strict=True):
        lacking = tuple(filter_of("lacks", other) for other in languages if other not in passage.languages)
        for language in passage.languages:
            filters = (*shared, filter_of("language", language), *lacking)
            yield Wanted(passage, content, above, language, text.title, state, filters)


def _of_text(text: Text) -> tuple[str, str]:
    return filter_of("text", text.key), filter_of("member", text.body.member.code if text.body.member else "none")


def _under_headings(document: Document) -> Iterator[tuple[Passage | None, Passage]]:
    """Every passage with the heading that it stands under; a heading with the one above it."""
    above: dict[str, Passage | None] = {}
    for section in outline(document):
        for passage in document.passages[section.start : section.body_end]:
            above[passage.id] = section.heading if passage.kind is not Kind.HEADING else None
    return ((above.get(passage.id), passage) for passage in document)
