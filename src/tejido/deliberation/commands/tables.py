"""What a filled table brings in: many remarks, or many answers to comments, in one act of one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Revision
from tejido.ledger.actors import Actor

from ..models import Disposition, Remark, Round
from .dispositions import dispose
from .rounds import make_remark


@dataclass(frozen=True, slots=True)
class BroughtRemark:
    passage: str
    body: str
    wording: str
    type: str


@dataclass(frozen=True, slots=True)
class BroughtDisposition:
    """`comment` is the key of a released comment of the round."""

    comment: str
    outcome: str
    reason: str


@transaction.atomic
def bring_remarks(
    *, actor: Actor, round_: Round, remarks: Sequence[BroughtRemark], language: str, at: datetime
) -> list[Remark]:
    """All of them or none: a table that stops in the middle would have to be compared by hand."""
    return [
        make_remark(
            actor=actor,
            round_=round_,
            passage=row.passage,
            language=language,
            body=row.body,
            wording=row.wording,
            type=row.type,
            at=at,
        )
        for row in remarks
    ]


@transaction.atomic
def bring_dispositions(
    *,
    actor: Actor,
    round_: Round,
    dispositions: Sequence[BroughtDisposition],
    language: str,
    revision: Revision | None,
    at: datetime,
) -> list[Disposition]:
    """The secretariat's observations, each as the answer to its comment; all of them or none."""
    return [
        given
        for row in dispositions
        for given in dispose(
            actor=actor,
            round_=round_,
            comments=[row.comment],
            outcome=row.outcome,
            language=language,
            reason=row.reason,
            revision=revision,
            at=at,
        )
    ]
