"""Sections of adopted texts, to which a practice can be linked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tejido.curriculum.models import Edition, Revision
from tejido.curriculum.queries import documents_of
from tejido.engine.document import Kind
from tejido.formats.markdown import plain
from tejido.registry.names import BodyKind

LONGEST = 120


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the latest edition of a text of the network."""

    edition: Edition
    passage: str
    title: Mapping[str, str]

    @property
    def id(self) -> str:
        return f"{self.edition.key}/{self.passage}"

    @property
    def value(self) -> dict[str, Any]:
        """As a practice keeps it: with its words, so that it is read when the text has gone on."""
        text = self.edition.text
        return {
            "text": text.key, "slug": text.slug, "edition": self.edition.number, "passage": self.passage,
            "title": dict(self.title),
        }  # fmt: skip  # one value, read as one


def sections() -> list[Section]:
    """Every heading of the latest edition of each text of the network. Three queries."""
    rows = Edition.objects.filter(text__body__kind=BodyKind.NETWORK).select_related("text").defer("record")
    latest = {row.text_id: row for row in rows}
    revisions = {row.key: row for row in Revision.objects.filter(key__in=[e.revision_id for e in latest.values()])}
    documents = documents_of(revisions.values())
    return [
        Section(edition, passage.id, {tag: plain(text)[:LONGEST] for tag, text in passage.texts})
        for edition in latest.values()
        for passage in documents[revisions[edition.revision_id].digest]
        if passage.kind is Kind.HEADING
    ]
