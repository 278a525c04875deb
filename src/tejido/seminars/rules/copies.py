"""A seminar or a cycle made after another one."""

from collections.abc import Collection, Sequence

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal

from ..models import Seminar
from ..names import OVER, No
from .seminars import Outline, is_day, is_free, may_keep_cycle, may_keep_seminars


def may_copy_seminar(actor: Actor, source: Seminar, part: int, parts: Collection[int]) -> Refusal | None:
    """`parts` are those that the cycle has already. A past that the register alone tells has nothing to copy."""
    if refusal := may_keep_seminars(actor) or is_free(part, parts):
        return refusal
    return None if is_copied(source) else Refusal(No.NOTHING_TO_COPY)


def may_copy_cycle(
    actor: Actor, parts: Sequence[Seminar], outline: Outline, numbers: Collection[int]
) -> Refusal | None:
    """`numbers` are those of all cycles."""
    if refusal := may_keep_cycle(actor, outline, numbers):
        return refusal
    return None if any(is_copied(part) and part.state not in OVER for part in parts) else Refusal(No.NOTHING_TO_COPY)


def is_copied(source: Seminar) -> bool:
    """Its days can be shifted, and it was prepared here."""
    return source.event_id is None and is_day(source.since) and is_day(source.until)
