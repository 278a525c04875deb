"""Texts come into being by import, in one or several languages at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from tejido.engine.document import Document, join_languages
from tejido.formats.word import Image
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.keys import new_key
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Body
from tejido.registry.queries import capacity

from .. import rules
from ..models import Picture, Revision, Text
from ..names import RESERVED, Act, No
from ..queries import document_of
from .revisions import add_revision, locked_latest


@dataclass(frozen=True, slots=True)
class Import:
    """What was read from files: a document per language, the first one leading, and the images that they hold."""

    documents: Mapping[str, Document]
    images: Sequence[Image] = field(default=())


@transaction.atomic
def create_text(
    *,
    actor: Actor,
    body: Body,
    title: str,
    source: Import,
    reason: str,
    at: datetime,
    slug: str = "",
    is_demonstration: bool = False,
) -> Text:
    """A new text with its first revision. The first language of the import is the one that is negotiated.

    Refused to who does not facilitate the body; for an empty file; for a title whose address is taken. The address of
    a mechanism's text ends in chance, so that a member cannot find out by trying which titles another one has taken.
    """
    ask(rules.may_create_text(capacity(actor, body)))
    negotiated = next(iter(source.documents))
    joined = join_languages(source.documents)
    if not len(joined.document):
        raise Refused(Refusal(No.EMPTY))
    text = new_text(
        body, slug or _slug(body, title), {negotiated: title}, negotiated, at, is_demonstration=is_demonstration
    )
    keep_pictures(text, source.images)
    record(
        actor=actor,
        act=Act.TEXT_CREATED,
        tree=body.tree,
        kind="text",
        object=text.key,
        at=at,
        details={"slug": text.slug},  # an address is made of the title, and a title is what people wrote
    )
    add_revision(actor=actor, text=text, document=joined.document, parent=None, reason=reason, at=at)
    return text


@transaction.atomic
def copy_text(
    *, actor: Actor, body: Body, title: Mapping[str, str], language: str, document: Document, images: Sequence[Image],
    reason: str, at: datetime, is_demonstration: bool = False,
) -> Text:  # fmt: skip  # one act, read as one
    """A new text that begins with the passages of another one and keeps their ids.

    Refused to who does not facilitate the body, and for a title whose address is taken.
    """
    ask(rules.may_create_text(capacity(actor, body)))
    slug = _slug(body, next(iter(title.values())))
    text = new_text(body, slug, dict(title), language, at, is_demonstration=is_demonstration)
    keep_pictures(text, images)
    details = {"slug": text.slug}
    record(actor=actor, act=Act.TEXT_CREATED, tree=body.tree, kind="text", object=text.key, at=at, details=details)
    add_revision(actor=actor, text=text, document=document, parent=None, reason=reason, at=at)
    return text


def keep_pictures(text: Text, images: Sequence[Image]) -> None:
    """The images that a text shows, each once."""
    rows = [Picture(text=text, digest=i.digest, media_type=i.media_type, data=i.data) for i in images]
    Picture.objects.bulk_create(rows, ignore_conflicts=True)


def _slug(body: Body, title: str) -> str:
    words = slugify(title)[:60]
    return words if words and body.member is None else f"{words}-{new_key()}".lstrip("-")


def new_text(
    body: Body,
    slug: str,
    title: dict[str, str],
    negotiated: str,
    at: datetime,
    *,
    key: str = "",
    is_demonstration: bool = False,
) -> Text:
    """The row of a text, whose address nobody else has; `key` where it has one from elsewhere."""
    if slug in RESERVED:
        raise Refused(Refusal(No.SLUG_TAKEN, {"slug": slug}))
    try:
        with transaction.atomic():
            return Text.objects.create(
                key=key or new_key(),
                body=body,
                slug=slug,
                title=title,
                negotiated_language=negotiated,
                created_at=at,
                is_demonstration=is_demonstration,
            )
    except IntegrityError as problem:
        raise Refused(Refusal(No.SLUG_TAKEN, {"slug": slug})) from problem


@transaction.atomic
def join_passages(*, actor: Actor, text: Text, keep: str, take: str, at: datetime) -> Revision:
    """Joins two passages that say the same in different languages: the languages of `take` go into `keep`.

    Refused where both have a text in the same language, or where one is not in the text any more.
    """
    ask(rules.may_join(capacity(actor, text.body)))
    latest = locked_latest(text)
    document = document_of(latest)
    if keep not in document or take not in document:
        raise Refused(Refusal(No.NO_SECTION))
    kept, taken = document.passage(keep), document.passage(take)
    shared = set(kept.languages) & set(taken.languages)
    if shared:
        raise Refused(Refusal(No.NOT_JOINABLE, {"language": ", ".join(sorted(shared))}))
    both = kept.with_texts(dict(kept.texts + taken.texts))
    passages = [both if p.id == keep else p for p in document if p.id != take]
    joined = Document.of(passages)
    return add_revision(
        actor=actor, text=text, document=joined, parent=latest, reason="", at=at, act=Act.LANGUAGES_JOINED
    )
