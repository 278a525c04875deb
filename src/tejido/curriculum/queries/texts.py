"""Which texts an actor may read, and what stands around them."""

import json
import re
from dataclasses import dataclass
from typing import Any

from tejido.engine.document import Document, Passage, document_to_data
from tejido.engine.proof import write_canonical
from tejido.formats.word import Image
from tejido.ledger.actors import Actor
from tejido.registry.models import Body
from tejido.registry.names import BodyKind
from tejido.registry.queries import bodies_of
from tejido.registry.rules import tasks

from ..models import Draft, Edition, Picture, Revision, Text
from .documents import document_of, latest_revisions

_PICTURE = re.compile(r"media:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A text in a list: its latest revision and its latest edition, if any."""

    text: Text
    revision: Revision | None
    edition: Edition | None


def text_for(actor: Actor, slug: str) -> Text:
    """A text of a body in which the actor takes part. Text.DoesNotExist for a stranger, exactly as for an unknown
    address."""
    text = Text.objects.select_related("body__member").get(slug=slug)
    if not tasks(actor, text.body):
        raise Text.DoesNotExist
    return text


def texts_for(actor: Actor) -> list[TextLine]:
    """Every text that the actor may read, the network's first. A constant number of queries."""
    return _lines(
        list(
            Text.objects.filter(body__in=bodies_of(actor))
            .select_related("body__member")
            .order_by("-body__kind", "created_at", "slug")
        )
    )


def texts_of(body: Body) -> list[Text]:
    return list(Text.objects.filter(body=body).select_related("body__member"))


def public_texts() -> list[TextLine]:
    """The network's texts that have at least one edition: what anybody may read."""
    texts = Text.objects.filter(body__kind=BodyKind.NETWORK).select_related("body")
    return [line for line in _lines(list(texts)) if line.edition]


def _lines(texts: list[Text]) -> list[TextLine]:
    revisions = latest_revisions(texts)
    editions = {
        e.text_id: e for e in Edition.objects.filter(text__in=[t.key for t in texts]).order_by("number").defer("record")
    }
    return [TextLine(text, revisions.get(text.key), editions.get(text.key)) for text in texts]


def public_edition(slug: str, number: int) -> Edition:
    """An edition of a text of the network, for anybody. Edition.DoesNotExist otherwise."""
    return Edition.objects.select_related("text__body", "revision__text").get(
        text__slug=slug, number=number, text__body__kind=BodyKind.NETWORK
    )


def editions_of(text: Text) -> list[Edition]:
    return list(Edition.objects.filter(text=text).select_related("revision").defer("record", "revision__manifest"))


def edition_of(text: Text, number: int) -> Edition:
    return Edition.objects.select_related("text__body__member", "revision__text").get(text=text, number=number)


def revisions_of(text: Text) -> list[Revision]:
    """The history, newest first, without the lists of passages."""
    return list(Revision.objects.filter(text=text).order_by("-number").defer("manifest"))


def revision_of(text: Text, number: int) -> Revision:
    return Revision.objects.select_related("text").get(text=text, number=number)


def draft_of(actor: Actor, text: Text, section: str | None, language: str) -> Draft | None:
    """The actor's own unsaved draft of a section. Nobody else's."""
    return (
        Draft.objects.select_related("base")
        .filter(text=text, seat=actor.seat, section=section or "", language=language)
        .first()
    )


def picture(text: Text, digest: str) -> Picture:
    """An image of a text that the caller may read."""
    return Picture.objects.get(text=text, digest=digest)


def images_of(text: Text, document: Document) -> dict[str, Image]:
    """The images that a document shows, by digest, for a file that holds them itself. The caller may read the text."""
    said = " ".join(words for passage in document for _, words in passage.texts if "media:" in words)
    digests = set(_PICTURE.findall(said))
    if not digests:
        return {}
    rows = Picture.objects.filter(text=text, digest__in=digests)
    return {row.digest: Image(row.digest, row.media_type, bytes(row.data)) for row in rows}


def unjoined(document: Document, languages: tuple[str, ...]) -> dict[str, tuple[Passage, ...]]:
    """For each language, the passages that lack it: what a person still has to join or to translate."""
    return {tag: tuple(p for p in document if tag not in p.languages) for tag in languages}


def public_text(slug: str) -> Text:
    """A text of the network that has an edition, for anybody. Text.DoesNotExist otherwise."""
    text = Text.objects.get(slug=slug, body__kind=BodyKind.NETWORK)
    if not Edition.objects.filter(text=text).exists():
        raise Text.DoesNotExist
    return text


def record_of(edition: Edition) -> dict[str, Any]:
    """The adoption record as data, or nothing where the edition is being sealed at this moment."""
    return json.loads(bytes(edition.record)) if edition.record else {}


def canonical_file(revision: Revision) -> bytes:
    """The canonical file of a revision, which `tejido verify` compares byte by byte."""
    return write_canonical(document_to_data(document_of(revision)))
