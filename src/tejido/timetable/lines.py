"""Sessions as values that are laid beside one another, compared and hashed."""

import hashlib
from collections.abc import Iterable, Sequence

from tejido.engine.programme import Slot
from tejido.engine.proof import write_canonical

from .models import Appearance, Session


def slot_of(session: Session, speakers: Iterable[Appearance] = ()) -> Slot:
    """The session as it is laid beside others."""
    return Slot(
        session.key,
        session.starts_at,
        session.ends_at,
        session.parallel,
        session.room_id or "",
        tuple(each.speaker_id for each in speakers),
        tuple(session.into),
    )


def session_digest(session: Session, speakers: Sequence[Appearance]) -> str:
    """The digest of a session as somebody reads it before changing it."""
    said = [
        session.title, session.about, str(session.kind), session.starts_at.isoformat(), session.ends_at.isoformat(),
        session.parallel, session.room_id or "", session.floor, session.into, session.treats, session.is_counted,
        [[each.speaker_id, str(each.part)] for each in speakers],
    ]  # fmt: skip  # one row, read as one
    return hashlib.sha256(write_canonical(said)).hexdigest()
