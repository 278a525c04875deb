"""When a position may be written, cleared, released, withdrawn and corrected."""

from collections.abc import Iterable

from tejido.ledger.refusals import Refusal
from tejido.registry.models import Party
from tejido.web.instants import in_zone

from ..models import Answer, Position, Release, Remark
from ..names import No, Stance

NEEDS_WORDING = {Stance.AMEND, Stance.ADD}
NEEDS_REASON = {Stance.AMEND, Stance.ADD, Stance.DELETE, Stance.RESERVE}


def must_be_in_preparation(party: Party, release: Release | None, zone: str) -> Refusal | None:
    """A position can be written until it is released; afterwards only a correction can change it."""
    if release is None:
        return None
    return Refusal(No.ALREADY_RELEASED, {"party": party.code, "at": in_zone(release.at, zone)})


def is_complete(stance: str, wording: str, reason: str) -> Refusal | None:
    """Amending and adding need the wording; everything but agreeing and having no position needs the reason."""
    if stance in NEEDS_WORDING and not wording.strip():
        return Refusal(No.WORDING_MISSING, {"stance": Stance(stance).label})
    return has_reason(reason) if stance in NEEDS_REASON else None


def may_copy(remark: Remark | None, answers: Iterable[Answer]) -> Refusal | None:
    """A remark is copied once: the second copy would be a second comment, to be answered twice."""
    is_taken = remark is not None and any(answer.remark_id == remark.key for answer in answers)
    return Refusal(No.ALREADY_COPIED) if is_taken else None


def may_clear(seen: str, digest: str, cleared: str | None, answers: int) -> Refusal | None:
    """`seen` is the digest of the position as the authority read it, `cleared` the digest that stands cleared."""
    refusal = _is_as_read(seen, digest, answers)
    return refusal or (Refusal(No.ALREADY_CLEARED) if cleared == digest else None)


def may_release(
    seen: str, digest: str, cleared: str | None, answers: int, *, requires_clearance: bool
) -> Refusal | None:
    """Word for word what was read, and, where the body asks for it, word for word what was cleared."""
    refusal = _is_as_read(seen, digest, answers)
    return refusal or (Refusal(No.NOT_CLEARED) if requires_clearance and cleared != digest else None)


def _is_as_read(seen: str, digest: str, answers: int) -> Refusal | None:
    if not answers:
        return Refusal(No.POSITION_EMPTY)
    return None if seen == digest else Refusal(No.CHANGED_SINCE)


def comes_from_its_node(party: Party, node: str) -> Refusal | None:
    """`node` is the fingerprint of the key that signed."""
    return None if node and party.node == node else Refusal(No.NOT_ITS_NODE, {"party": party.code})


def speaks_to(revision: str, said: str) -> Refusal | None:
    """`revision` is the digest of the round's text, `said` the one that the position was prepared on."""
    return None if revision == said else Refusal(No.OTHER_REVISION)


def is_as_signed(said: str, digest: str) -> Refusal | None:
    return None if said == digest else Refusal(No.NOT_AS_SIGNED)


def no_correction_is_open(position: Position | None, release: Release | None) -> Refusal | None:
    is_open = position is not None and position.number > 1 and release is None
    return Refusal(No.CORRECTION_OPEN) if is_open else None


def not_released(party: Party) -> Refusal:
    """What is said where there is nothing to withdraw or to correct."""
    return Refusal(No.NOT_RELEASED, {"party": party.code})


def has_reason(reason: str) -> Refusal | None:
    return None if reason.strip() else Refusal(No.REASON_MISSING)
