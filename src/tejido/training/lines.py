"""What a session treats and what is stated of a course, as values that are kept and hashed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tejido.engine.coverage import Session, Treated
from tejido.engine.proof import canonical_digest, write_canonical


@dataclass(frozen=True, slots=True)
class Thing:
    """What a session treats: a passage, or by the id of its heading a whole section; `minutes` where they were said."""

    id: str
    minutes: int | None = None


def stated(treats: Iterable[Thing]) -> int:
    return sum(thing.minutes or 0 for thing in treats)


def treats_data(treats: Iterable[Thing]) -> list[dict[str, Any]]:
    return [{"id": thing.id, "minutes": thing.minutes} for thing in treats]


def things(data: Iterable[Mapping[str, Any]]) -> tuple[Thing, ...]:
    return tuple(Thing(each["id"], each["minutes"]) for each in data)


def session_of(key: str, minutes: int, treats: Sequence[Thing]) -> Session:
    """The session as it is reckoned with."""
    return Session(key, minutes, tuple(Treated(thing.id, thing.minutes) for thing in treats))


def canonical(data: Mapping[str, Any]) -> bytes:
    """The bytes of a statement's file."""
    return write_canonical(data)


def session_digest(title: Mapping[str, str], minutes: int, method: str, treats: Sequence[Mapping[str, Any]]) -> str:
    """The digest of a session as somebody reads it."""
    return canonical_digest([title, minutes, str(method), treats])
