"""What is new since a package that somebody took, which they name by the digest of its text."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist

from tejido.adaptation.models import Release
from tejido.adaptation.queries import shown_to
from tejido.curriculum.models import Edition, Revision
from tejido.curriculum.queries import documents_of, edition_for
from tejido.engine.change import Added, Changed, Moved, Removed, Unchanged, diff
from tejido.engine.document import Document, Passage, outline
from tejido.ledger.actors import Actor

from .sources import Source


@dataclass(frozen=True, slots=True)
class Section:
    """A section with something new in it; `heading` is nothing before the first one."""

    heading: Passage | None
    number: str
    count: int


@dataclass(frozen=True, slots=True)
class News:
    """`sections` have what was added, changed or moved, `removed` counts passages that are gone. `before` is what the
    package held."""

    before: Revision
    sections: tuple[Section, ...]
    removed: int

    @property
    def is_same(self) -> bool:
        return not self.sections and not self.removed

    @property
    def count(self) -> int:
        return sum(section.count for section in self.sections)


def news_since(actor: Actor, source: Source, digest: str) -> News | None:
    """Nothing where no package with this digest was ever there for this reader."""
    before = _before(actor, source, digest)
    if before is None:
        return None
    documents = documents_of([before, source.revision])
    return _news(before, documents[before.digest], documents[source.revision.digest])


def _before(actor: Actor, source: Source, digest: str) -> Revision | None:
    """Who takes part in the space took what stood there; others what was adopted, or what was shown to them. That it is
    shown no more does not matter: the digest is in their hands."""
    if digest == source.revision.digest:
        return source.revision
    if source.is_own:
        return Revision.objects.filter(text=source.text, digest=digest).first()
    shown = Release.objects.filter(
        shown_to(actor, "derivation__text__body__member"), derivation__text=source.text, digest=digest
    )
    row = shown.select_related("revision").first()
    return row.revision if row else _adopted(actor, source, digest)


def _adopted(actor: Actor, source: Source, digest: str) -> Revision | None:
    rows = Edition.objects.filter(text=source.text, revision__digest=digest).values_list("number", flat=True)
    for number in rows:
        try:
            return edition_for(actor, source.text.slug, number).edition.revision
        except ObjectDoesNotExist:
            continue
    return None


def _news(before: Revision, old: Document, new: Document) -> News:
    touched: set[str] = set()
    removed = 0
    for entry in diff(old, new).entries:
        match entry:
            case Unchanged():
                continue
            case Removed():
                removed += 1
            case Added(passage=passage) | Changed(new=passage) | Moved(new=passage):
                touched.add(passage.id)
    counted = [
        Section(each.heading, each.number, sum(p.id in touched for p in new.passages[each.start : each.body_end]))
        for each in outline(new)
    ]
    return News(before, tuple(section for section in counted if section.count), removed)
