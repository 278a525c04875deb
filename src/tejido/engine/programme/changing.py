"""What changed in a programme since it was told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Told:
    """A session as people were told of it. Times are ISO 8601 in UTC; `room` is the name of the room, `people` are
    keys, `words` its title by language, `zone` names the clocks of the place; it is empty in what was told before zones
    were kept."""

    id: str
    number: int
    starts: str
    ends: str
    kind: str = ""
    group: str = ""
    room: str = ""
    people: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    zone: str = ""

    @property
    def titles(self) -> Mapping[str, str]:
        return dict(self.words)


class Changing(StrEnum):
    """What is different, in the order in which it is told."""

    CANCELLED = "cancelled"
    ADDED = "added"
    MOVED = "moved"
    ROOM = "room"
    GROUP = "group"
    WORDS = "words"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Change:
    """A session that is not as it was told: `before` is None for a new one, `after` for a cancelled one."""

    kinds: tuple[Changing, ...]
    before: Told | None
    after: Told | None

    @property
    def session(self) -> Told:
        """The session as it is now; as it was where it is cancelled."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change of nothing")
        return found

    @property
    def groups(self) -> frozenset[str]:
        """The groups whom it concerns, those before it and those after; "" is everybody."""
        return frozenset(told.group for told in (self.before, self.after) if told is not None)


def changes(before: Sequence[Told], after: Sequence[Told]) -> tuple[Change, ...]:
    """Every session that is not as it was told, in the order of time. Nothing where nothing changed; turned round, it
    tells the way back."""
    old, new = {told.id: told for told in before}, {told.id: told for told in after}
    found = [_change(old.get(id), new.get(id)) for id in dict.fromkeys([*old, *new])]
    told = [change for change in found if change.kinds]
    return tuple(sorted(told, key=lambda change: (change.session.starts, change.session.number)))


def has_other_clocks(before: Told, after: Told) -> bool:
    """The same instant is another hour on the clocks of another zone, and the same hour another instant."""
    return bool(before.zone and after.zone) and before.zone != after.zone


def _change(before: Told | None, after: Told | None) -> Change:
    if before is None:
        return Change((Changing.ADDED,), None, after)
    if after is None:
        return Change((Changing.CANCELLED,), before, None)
    differs = {
        Changing.MOVED: (before.starts, before.ends) != (after.starts, after.ends) or has_other_clocks(before, after),
        Changing.ROOM: before.room != after.room,
        Changing.GROUP: before.group != after.group,
        Changing.WORDS: (before.kind, before.titles) != (after.kind, after.titles),
        Changing.PEOPLE: before.people != after.people,
    }
    return Change(tuple(kind for kind, is_so in differs.items() if is_so), before, after)
