"""What became of a member's comments, from the network's node to the member's own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from tejido.deliberation.commands import SaidDisposition, mirror_dispositions
from tejido.deliberation.models import Disposition, Round
from tejido.deliberation.names import Outcome
from tejido.engine.exchange import Content
from tejido.engine.proof import BadProof, rfc3339
from tejido.engine.proof.shapes import count, fields, items, text, word
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused

from ..models import Peer
from ..names import No, Novelty
from .told import reading, when
from .values import Choice, Kind, Line

CODE = "dispositions"
_SAID = ("number", "passage", "wording", "outcome", "language", "reason", "at", "office")


def choices(_actor: Actor) -> Sequence[Choice]:
    """Rounds in which something was answered."""
    answered = Disposition.objects.values("comment__round")
    rows = Round.objects.filter(key__in=answered).select_related("text").order_by("-opened_at")
    return [Choice(row.key, row.text.title) for row in rows]


def states(peer: Peer) -> Mapping[str, int]:
    """How many answers each round has to the comments of the peer's member, since its node is trusted. One query."""
    rows = Disposition.objects.filter(comment__party__member__code=peer.code, at__gte=peer.verified_at)
    rounds = set(rows.values_list("comment__round_id", flat=True))
    told = Disposition.objects.filter(comment__round__in=rounds, comment__party__member__code=peer.code)
    return Counter(told.values_list("comment__round_id", flat=True))


def gather(_actor: Actor, peer: Peer | None, name: str, _at: datetime) -> Content:
    """All answers to the comments of the peer's member in a round. Disposition.DoesNotExist where there is none."""
    found = Disposition.objects.filter(comment__round=name, comment__party__member__code=peer.code if peer else "")
    rows = list(found.select_related("comment").order_by("at", "comment__number"))
    if not rows:
        raise Disposition.DoesNotExist
    return Content(CODE, name, len(rows), {"dispositions": [_told(row) for row in rows]})


def _told(row: Disposition) -> dict[str, Any]:
    return {
        "number": row.comment.number,
        "passage": row.comment.passage,
        "wording": row.comment.wording,
        "outcome": str(row.outcome),
        "language": row.language,
        "reason": row.reason,
        "at": rfc3339(row.at),
        "office": row.office,
    }


def preview(_actor: Actor, _peer: Peer, content: Content) -> Sequence[Line]:
    return [Line(Novelty.NEW, _("%(count)s answers to comments of your member."), {"count": len(_read(content))})]


def take(_actor: Actor, peer: Peer, content: Content, at: datetime) -> Mapping[str, Any]:
    said = _read(content)
    row = Round.objects.filter(key=content.name).first()
    if row is None:
        raise Refused(Refusal(No.UNKNOWN_ROUND))
    by = Actor(office=said[-1].office if said else "")
    new = mirror_dispositions(actor=by, node=peer.fingerprint, round_=row, said=said, at=at)
    return {"round": row.key, "count": len(new)}


def _read(content: Content) -> tuple[SaidDisposition, ...]:
    with reading():
        data = fields(content.data, ("dispositions",), "data")
        return items(data["dispositions"], "data.dispositions", _disposition)


def _disposition(value: Any, path: str) -> SaidDisposition:
    found = fields(value, _SAID, path)
    if text(found["outcome"], f"{path}.outcome") not in Outcome.values:
        raise BadProof(f"{path}.outcome")
    return SaidDisposition(
        count(found["number"], f"{path}.number"),
        text(found["passage"], f"{path}.passage"),
        text(found["wording"], f"{path}.wording"),
        found["outcome"],
        word(found["language"], f"{path}.language"),
        text(found["reason"], f"{path}.reason"),
        when(found["at"], f"{path}.at"),
        word(found["office"], f"{path}.office"),
    )


KIND = Kind(CODE, _("Answers to comments"), choices, gather, preview, take)
