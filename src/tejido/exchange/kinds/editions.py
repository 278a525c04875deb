"""Adopted editions, and structures of seminars, which are texts like any other.

What is taken in stands as a text of the network that made it: read here, worked on by nobody, each edition a revision
after the one before. A network makes a text of its own from it as a version (`adaptation`).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tejido.curriculum.commands import add_revision, keep_pictures
from tejido.curriculum.models import Edition, Text
from tejido.curriculum.queries import document_of, images_of, latest_revision, record_of
from tejido.engine.document import Document
from tejido.engine.exchange import Content
from tejido.engine.proof import rfc3339, write_canonical
from tejido.ledger.actors import Actor
from tejido.ledger.keys import new_key
from tejido.registry.models import Body
from tejido.registry.names import BodyKind
from tejido.seminars.models import Cycle

from ..models import Item, Peer, PeerKey
from ..names import Novelty
from .edition_data import Ancestor, EditionData, from_data, to_data
from .values import Choice, Kind, Line


def _texts(*, is_structure: bool) -> Q:
    """Of the network's own texts those that seminars follow, or the others."""
    followed = Cycle.objects.exclude(structure=None).values("structure")
    return Q(text__body__kind=BodyKind.NETWORK) & (Q(text__in=followed) if is_structure else ~Q(text__in=followed))


def _choices(actor: Actor, *, is_structure: bool) -> Sequence[Choice]:
    """The latest edition of each; one that is being sealed at this moment has no record yet."""
    del actor  # editions of the network are for everybody
    rows = Edition.objects.filter(_texts(is_structure=is_structure)).exclude(record=b"").select_related("text")
    latest = {row.text_id: row for row in rows.defer("record").order_by("number")}
    return [Choice(row.text.slug, row.text.title) for row in latest.values()]


def _gather(actor: Actor, peer: Peer | None, name: str, at: datetime, *, code: str, is_structure: bool) -> Content:
    del actor, peer, at  # whoever asks, and whenever, it is the same edition
    rows = Edition.objects.filter(_texts(is_structure=is_structure), text__slug=name).exclude(record=b"")
    *before, edition = _found(list(rows.select_related("text", "revision").order_by("number")))
    document = document_of(edition.revision)
    data = EditionData(
        slug=name, title=edition.text.title, negotiated=edition.text.negotiated_language, number=edition.number,
        sealed=edition.sealed_at, document=document, record=record_of(edition),
        images=tuple(images_of(edition.text, document).values()),
        lineage=tuple(Ancestor(e.number, e.revision.digest, rfc3339(e.sealed_at)) for e in before),
        is_demonstration=edition.text.is_demonstration,
    )  # fmt: skip  # one value
    return Content(code, name, edition.number, to_data(data))


def _found(editions: list[Edition]) -> list[Edition]:
    if not editions:
        raise Edition.DoesNotExist
    return editions


def _read(peer: Peer, content: Content) -> EditionData:
    """Also an older key of the sender signed what was adopted under it; a revoked one did not."""
    keys = PeerKey.objects.filter(peer=peer, revoked_at=None).values_list("public", flat=True)
    return from_data(content.data, content.name, content.version, list(keys))


def _held(peer: Peer, code: str, name: str) -> Text | None:
    """The text that earlier editions of it were taken into."""
    item = Item.objects.filter(peer=peer, kind=code, name=name).first()
    return Text.objects.select_related("body").filter(key=item.object).first() if item else None


def _preview(actor: Actor, peer: Peer, content: Content, *, code: str) -> Sequence[Line]:
    del actor
    edition = _read(peer, content)
    text = _held(peer, code, content.name)
    values = {"title": _title(edition), "number": edition.number, "count": len(edition.document)}
    lines = [Line(Novelty.PROVED, _("The record proves that all members of that network adopted exactly this text."))]
    if edition.is_demonstration:
        lines.append(Line(Novelty.WARNING, _("The sender marks it as a demonstration: nobody adopted it in truth.")))
    if text is None:
        lines.append(Line(Novelty.NEW, _("“%(title)s”, edition %(number)s: %(count)s passages."), values))
    else:
        lines += _changes(document_of(latest_revision(text)), edition.document, values)
    languages = ", ".join(edition.document.languages)
    lines.append(Line(Novelty.NEW, _("Languages: %(languages)s. The one that was negotiated: %(negotiated)s."),
                      {"languages": languages, "negotiated": edition.negotiated}))  # fmt: skip  # one line
    if edition.images:
        lines.append(Line(Novelty.NEW, _("Pictures: %(count)s."), {"count": len(edition.images)}))
    return lines


def _changes(old: Document, new: Document, values: Mapping[str, Any]) -> list[Line]:
    """What the edition changes in the one that is here: passages by what became of them."""
    held, came = {p.id: p for p in old}, {p.id: p for p in new}
    changed = sum(held[id] != came[id] for id in held.keys() & came.keys())
    counts = {"new": len(came.keys() - held.keys()), "changed": changed, "gone": len(held.keys() - came.keys())}
    words = _("“%(title)s”, edition %(number)s, after the one that is here: %(new)s new passages, %(changed)s changed, "
              "%(gone)s gone.")  # fmt: skip  # one sentence
    return [Line(Novelty.CHANGED if any(counts.values()) else Novelty.SAME, words, {**values, **counts})]


def _title(edition: EditionData) -> str:
    return edition.title.get(edition.negotiated) or next(words for words in edition.title.values() if words)


def _take(actor: Actor, peer: Peer, content: Content, at: datetime, *, code: str) -> Mapping[str, Any]:
    edition = _read(peer, content)
    text = _held(peer, code, content.name) or _new_text(peer, edition, at)
    keep_pictures(text, edition.images)
    parent = latest_revision(text) if Edition.objects.filter(text=text).exists() else None
    revision = add_revision(actor=actor, text=text, document=edition.document, parent=parent, reason="", at=at)
    Edition.objects.create(
        text=text, number=edition.number, revision=revision, sealed_at=edition.sealed,
        record=write_canonical(dict(edition.record)),
    )  # fmt: skip  # one row
    Text.objects.filter(key=text.key).update(title=dict(edition.title))
    return {"object": text.key, "digest": revision.digest, "number": edition.number}


def _new_text(peer: Peer, edition: EditionData, at: datetime) -> Text:
    slug = f"{edition.slug[:60]}-{new_key()}".lower()
    return Text.objects.create(
        body=body_of(peer), slug=slug, title=dict(edition.title), negotiated_language=edition.negotiated,
        created_at=at, is_demonstration=edition.is_demonstration or peer.is_demonstration,
    )  # fmt: skip  # one row


def body_of(peer: Peer) -> Body:
    """Where the texts of another network stand here; made with the first of them."""
    if peer.body is None:
        peer.body = Body.objects.create(kind=BodyKind.NEIGHBOUR, name={"und": peer.name}, requires_clearance=False)
        Peer.objects.filter(key=peer.key).update(body=peer.body)
    return peer.body


def _kind(code: str, label: Any, *, is_structure: bool) -> Kind:
    choices: Callable[[Actor], Sequence[Choice]] = partial(_choices, is_structure=is_structure)
    gather = partial(_gather, code=code, is_structure=is_structure)
    return Kind(code, label, choices, gather, partial(_preview, code=code), partial(_take, code=code))


EDITION = _kind("edition", _("Adopted edition of a text"), is_structure=False)
STRUCTURE = _kind("structure", _("Structure of the seminars"), is_structure=True)
