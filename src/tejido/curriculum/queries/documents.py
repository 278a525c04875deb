"""From a revision's row to the engine's document. Revisions never change, so a document once read is kept in memory
by its digest."""

from collections.abc import Collection, Iterable
from typing import Protocol

from django.db.models import OuterRef, Subquery

from tejido.engine.document import Document, Passage, passage_from_data
from tejido.web.memory import Memory

from ..models import PassageContent, Revision, Text

memory: Memory[str, Document] = Memory(48)


class Listed(Protocol):
    """Whatever lists the passages of a text by their digests, and has the digest of the whole."""

    @property
    def digest(self) -> str: ...
    @property
    def manifest(self) -> list[str]: ...


def document_of(revision: Listed) -> Document:
    """The text of a revision. At most one query, none when it was read lately."""
    return documents_of([revision])[revision.digest]


def documents_of(revisions: Iterable[Listed]) -> dict[str, Document]:
    """Several texts by their digest, the missing ones in one query. The caller has the right to read them."""
    wanted = {revision.digest: revision for revision in revisions}
    found = {digest: document for digest in wanted if (document := memory.recall(digest))}
    missing = [revision for digest, revision in wanted.items() if digest not in found]
    if missing:
        contents = passages_by_digest({digest for revision in missing for digest in revision.manifest})
        for revision in missing:
            document = Document.of(contents[d] for d in revision.manifest)
            found[revision.digest] = memory.keep(revision.digest, document)
    return found


def passages_by_digest(digests: Collection[str]) -> dict[str, Passage]:
    """Passages by their digests, in one query. The caller has the right to read them."""
    rows = PassageContent.objects.filter(digest__in=digests).values_list("digest", "data")
    return {digest: passage_from_data(data) for digest, data in rows}


def latest_revision(text: Text) -> Revision:
    revision = Revision.objects.filter(text=text).select_related("text").order_by("number").last()
    if revision is None:
        raise Revision.DoesNotExist
    return revision


def latest_revisions(texts: Iterable[Text]) -> dict[str, Revision]:
    """The latest revision of each text by the text's key, in one query."""
    newest = Revision.objects.filter(text=OuterRef("key")).order_by("-number").values("key")[:1]
    wanted = Text.objects.filter(key__in=[text.key for text in texts]).values_list(Subquery(newest))
    return {revision.text_id: revision for revision in Revision.objects.filter(key__in=wanted).defer("manifest")}
