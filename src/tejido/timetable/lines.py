"""Sessions as values that are laid beside one another, compared and hashed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from tejido.engine.programme import Slot, Told
from tejido.engine.proof import canonical_digest

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
    return canonical_digest(said)


## What was told


def told_of(lines: Iterable[tuple[Session, Sequence[Appearance]]], zone: str) -> tuple[Told, ...]:
    """The programme as it is told. Of people there are keys alone: who is taken off the list is in no old copy."""
    return tuple(
        Told(
            row.key, row.number, row.starts_at.isoformat(), row.ends_at.isoformat(), str(row.kind), row.parallel,
            row.room.name if row.room else "", tuple(each.speaker_id for each in speakers),
            tuple(sorted(row.title.items())), zone,
        )
        for row, speakers in lines
    )  # fmt: skip  # one row, read as one


def told_data(told: Iterable[Told]) -> list[dict[str, Any]]:
    """As it is kept with an announcement."""
    return [{**asdict(each), "people": list(each.people), "words": each.titles} for each in told]


def told_again(data: Iterable[Mapping[str, Any]]) -> tuple[Told, ...]:
    """The inverse of `told_data`."""
    return tuple(
        Told(**{**each, "people": tuple(each["people"]), "words": tuple(sorted(each["words"].items()))})
        for each in data
    )


def told_digest(told: Iterable[Told]) -> str:
    return canonical_digest(told_data(told))
