"""Rounds of the network with their text, from the network's node to a member's own."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from tejido.curriculum.commands import SaidText, mirror_text
from tejido.curriculum.models import Picture
from tejido.curriculum.queries import document_of
from tejido.deliberation.commands import SaidRound, mirror_round
from tejido.deliberation.models import Round, RoundExtension, RoundParty
from tejido.deliberation.names import Act
from tejido.deliberation.queries.rounds import deadline_of
from tejido.engine.document import Document, passage_from_data, passage_to_data
from tejido.engine.exchange import Content
from tejido.engine.proof import BadProof, rfc3339
from tejido.engine.proof.shapes import count, digest, fields, items, text, texts, word
from tejido.formats.word import Image
from tejido.ledger.actors import Actor
from tejido.registry.models import Party
from tejido.registry.queries import network_body
from tejido.web.instants import in_zone

from ..models import Founding, Peer
from ..names import Novelty
from .told import acted, read_acted, reading, when
from .values import Choice, Kind, Line

CODE = "round"
PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_ROUND = ("number", "opened", "by", "deadline", "zone", "reply", "invitation")
_TEXT = ("key", "slug", "title", "language", "number", "digest", "saved", "passages", "pictures", "demonstration")


def choices(_actor: Actor) -> Sequence[Choice]:
    """Rounds of the network's texts, the latest first."""
    rows = Round.objects.filter(text__body=network_body()).select_related("text").order_by("-opened_at")
    return [Choice(row.key, row.text.title) for row in rows]


def states(peer: Peer) -> Mapping[str, int]:
    """The version of each round that the member of the peer is asked in since its node is trusted. Two queries."""
    asked = RoundParty.objects.filter(party__member__code=peer.code, round__text__body=network_body())
    keys = list(asked.filter(round__deadline__gte=peer.verified_at).values_list("round_id", flat=True))
    found = dict.fromkeys(keys, 1)
    for key in RoundExtension.objects.filter(round__in=keys).values_list("round_id", flat=True):
        found[key] += 1
    return found


def gather(_actor: Actor, peer: Peer | None, name: str, _at: datetime) -> Content:
    """A round in which the member of the peer is asked. Round.DoesNotExist otherwise."""
    asked = RoundParty.objects.filter(round=name, party__member__code=peer.code if peer else "")
    if not asked.exists():
        raise Round.DoesNotExist
    row = Round.objects.select_related("text", "revision").get(key=name, text__body=network_body())
    extensions = RoundExtension.objects.filter(round=row).count()
    return Content(CODE, name, 1 + extensions, {"round": _of_round(row), "text": _of_text(row)})


def _of_round(row: Round) -> dict[str, Any]:
    return {
        "number": row.number,
        "opened": rfc3339(row.opened_at),
        "by": acted(Act.ROUND_OPENED, row.key),
        "deadline": rfc3339(deadline_of(row)),
        "zone": row.zone,
        "reply": rfc3339(row.reply_until),
        "invitation": row.invitation,
    }


def _of_text(row: Round) -> dict[str, Any]:
    kept, revision = row.text, row.revision
    return {
        "key": kept.key,
        "slug": kept.slug,
        "title": kept.title,
        "language": kept.negotiated_language,
        "number": revision.number,
        "digest": revision.digest,
        "saved": rfc3339(revision.at),
        "passages": [passage_to_data(passage) for passage in document_of(revision)],
        "pictures": [_of_picture(picture) for picture in Picture.objects.filter(text=kept).order_by("digest")],
        "demonstration": kept.is_demonstration,
    }


def _of_picture(row: Picture) -> dict[str, str]:
    return {"digest": row.digest, "type": row.media_type, "data": base64.b64encode(bytes(row.data)).decode()}


def preview(_actor: Actor, _peer: Peer, content: Content) -> Sequence[Line]:
    said, text_said, _office = _read(content)
    title = text_said.title.get(text_said.language, text_said.slug)
    values = {"number": said.number, "title": title, "deadline": in_zone(said.deadline, said.zone)}
    is_new = not Round.objects.filter(key=said.key).exists()
    words = _("Round %(number)s on “%(title)s”, until %(deadline)s.")
    return [Line(Novelty.NEW if is_new else Novelty.CHANGED, words, values)]


def take(_actor: Actor, peer: Peer, content: Content, at: datetime) -> Mapping[str, Any]:
    """The round stands here as there, for the member whose node this is."""
    said, text_said, office = _read(content)
    founding = Founding.objects.select_related("member").get()
    body = network_body()
    there = Actor(office=office)
    revision = mirror_text(actor=there, node=peer.fingerprint, body=body, said=text_said, at=at)
    party = Party.objects.get(body=body, member=founding.member, until=None)
    mirror_round(actor=there, node=peer.fingerprint, revision=revision, party=party, said=said, at=at)
    return {"round": said.key, "revision": revision.digest}


def _read(content: Content) -> tuple[SaidRound, SaidText, str]:
    with reading():
        data = fields(content.data, ("round", "text"), "data")
        said = fields(data["round"], _ROUND, "data.round")
        office = read_acted(said["by"], "data.round.by")["office"]
        found = SaidRound(
            content.name,
            count(said["number"], "data.round.number"),
            when(said["opened"], "data.round.opened"),
            when(said["deadline"], "data.round.deadline"),
            word(said["zone"], "data.round.zone"),
            when(said["reply"], "data.round.reply"),
            dict(texts(said["invitation"], "data.round.invitation")),
        )
        return found, _text(fields(data["text"], _TEXT, "data.text")), office


def _text(said: Mapping[str, Any]) -> SaidText:
    if type(said["demonstration"]) is not bool:
        raise BadProof("data.text.demonstration")
    return SaidText(
        word(said["key"], "data.text.key"),
        word(said["slug"], "data.text.slug"),
        dict(texts(said["title"], "data.text.title")),
        word(said["language"], "data.text.language"),
        count(said["number"], "data.text.number"),
        digest(said["digest"], "data.text.digest"),
        when(said["saved"], "data.text.saved"),
        Document.of(items(said["passages"], "data.text.passages", _passage)),
        items(said["pictures"], "data.text.pictures", _picture),
        said["demonstration"],
    )


def _passage(value: Any, path: str) -> Any:
    try:
        return passage_from_data(value)
    except (ValueError, KeyError, TypeError) as problem:
        raise BadProof(path) from problem


def _picture(value: Any, path: str) -> Image:
    found = fields(value, ("digest", "type", "data"), path)
    try:
        raw = base64.b64decode(text(found["data"], f"{path}.data"), validate=True)
    except ValueError as problem:
        raise BadProof(path) from problem
    if found["type"] not in PICTURES or hashlib.sha256(raw).hexdigest() != found["digest"]:
        raise BadProof(path)
    return Image(found["digest"], found["type"], raw)


KIND = Kind(CODE, _("Round of consultation"), choices, gather, preview, take)
