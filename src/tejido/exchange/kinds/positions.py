"""Positions of a member, from its own node to the network's: what was released, and nothing of how it came about."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from tejido.deliberation.commands import SaidAnswer, SaidPosition, take_released, take_withdrawal
from tejido.deliberation.models import Answer, Clearance, Position, Release, Round, Withdrawal
from tejido.deliberation.names import Act, CommentType, Stance
from tejido.engine.exchange import Content
from tejido.engine.proof import BadProof, rfc3339
from tejido.engine.proof.shapes import digest, fields, items, text, word
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused
from tejido.registry.queries import network_body

from ..models import Peer
from ..names import No, Novelty
from .told import acted, actor_there, read_acted, reading, when
from .values import Choice, Kind, Line

CODE = "position"
_DATA = ("round", "revision", "answers", "digest", "released", "cleared", "withdrawn")
_ANSWER = ("passage", "section", "stance", "type", "language", "wording", "reason")


def choices(_actor: Actor) -> Sequence[Choice]:
    """Rounds in which something was released here."""
    rows = Round.objects.filter(key__in=Release.objects.values("position__round")).select_related("text")
    return [Choice(row.key, row.text.title) for row in rows]


def states(_peer: Peer) -> Mapping[str, int]:
    """The version of the latest released position of each round. Two queries."""
    gone = set(Withdrawal.objects.values_list("release__position_id", flat=True))
    rows = Release.objects.filter(position__round__text__body=network_body()).order_by("position__number")
    columns = rows.values_list("position__round_id", "position__number", "position_id")
    return {round_: 2 * number + (key in gone) for round_, number, key in columns}


def gather(_actor: Actor, _peer: Peer | None, name: str, _at: datetime) -> Content:
    """The latest released position of a round. Release.DoesNotExist where none is."""
    release = Release.objects.select_related("position__round__revision").filter(position__round=name)
    row = release.order_by("-position__number").first()
    if row is None:
        raise Release.DoesNotExist
    taken_back = Withdrawal.objects.filter(release=row).first()
    data = {
        "round": name,
        "revision": row.position.round.revision.digest,
        "answers": [_told(answer) for answer in Answer.objects.filter(position=row.position)],
        "digest": row.digest,
        "released": acted(Act.POSITION_RELEASED, row.position_id),
        "cleared": _cleared(row.position),
        "withdrawn": _withdrawn(taken_back),
    }
    return Content(CODE, name, 2 * row.position.number + (taken_back is not None), data)


def _told(answer: Answer) -> dict[str, Any]:
    return {
        "passage": answer.passage,
        "section": answer.covers_section,
        "stance": str(answer.stance),
        "type": str(answer.type),
        "language": answer.language,
        "wording": answer.wording,
        "reason": answer.reason,
    }


def _cleared(position: Position) -> dict[str, str] | None:
    row = Clearance.objects.filter(position=position).last()
    return {"at": rfc3339(row.at), "office": row.office, "digest": row.digest} if row else None


def _withdrawn(row: Withdrawal | None) -> dict[str, str] | None:
    if row is None:
        return None
    return {**acted(Act.POSITION_WITHDRAWN, row.release.position_id), "reason": row.reason}


def preview(_actor: Actor, peer: Peer, content: Content) -> Sequence[Line]:
    said, _data = _read(content)
    values = {"name": peer.name, "count": len(said.answers)}
    return [Line(Novelty.NEW, _("A released position of %(name)s with %(count)s answers."), values)]


def take(_actor: Actor, peer: Peer, content: Content, at: datetime) -> Mapping[str, Any]:
    """As if it were released here from the seat that released it there."""
    said, data = _read(content)
    row = Round.objects.filter(key=data["round"]).first()
    if row is None:
        raise Refused(Refusal(No.UNKNOWN_ROUND))
    there = actor_there(peer, data["released"])
    take_released(actor=there, node=peer.fingerprint, round_=row, said=said, at=at)
    if data["withdrawn"] is not None:
        there = actor_there(peer, {name: data["withdrawn"][name] for name in ("at", "office", "mandate")})
        take_withdrawal(actor=there, node=peer.fingerprint, round_=row, reason=data["withdrawn"]["reason"], at=at)
    return {"round": row.key, "digest": said.digest}


def _read(content: Content) -> tuple[SaidPosition, Mapping[str, Any]]:
    with reading():
        data = fields(content.data, _DATA, "data")
        word(data["round"], "data.round")
        if data["round"] != content.name:
            raise BadProof("data.round")
        released = read_acted(data["released"], "data.released")
        _read_withdrawn(data["withdrawn"])
        cleared = _read_cleared(data["cleared"])
        said = SaidPosition(
            digest(data["revision"], "data.revision"),
            digest(data["digest"], "data.digest"),
            when(released["at"], "data.released.at"),
            items(data["answers"], "data.answers", _answer),
            **cleared,
        )
    return said, data


def _read_withdrawn(value: Any) -> None:
    if value is not None:
        found = fields(value, ("at", "office", "mandate", "reason"), "data.withdrawn")
        word(found["reason"], "data.withdrawn.reason")
        read_acted({name: found[name] for name in ("at", "office", "mandate")}, "data.withdrawn")


def _read_cleared(value: Any) -> dict[str, Any]:
    if value is None:
        return {}
    found = fields(value, ("at", "office", "digest"), "data.cleared")
    return {
        "cleared": digest(found["digest"], "data.cleared.digest"),
        "cleared_at": when(found["at"], "data.cleared.at"),
        "by": word(found["office"], "data.cleared.office"),
    }


def _answer(value: Any, path: str) -> SaidAnswer:
    found = fields(value, _ANSWER, path)
    if type(found["section"]) is not bool:
        raise BadProof(f"{path}.section")
    stance, kind = text(found["stance"], f"{path}.stance"), text(found["type"], f"{path}.type")
    if stance not in Stance.values or kind not in CommentType.values:
        raise BadProof(path)
    words = (text(found[name], f"{path}.{name}") for name in ("language", "wording", "reason"))
    return SaidAnswer(text(found["passage"], f"{path}.passage"), found["section"], stance, kind, *words)


KIND = Kind(CODE, _("Position of a member"), choices, gather, preview, take)
