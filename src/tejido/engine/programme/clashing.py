"""Which sessions cannot be at once."""

from collections.abc import Iterator, Sequence

from .values import Clash, Clashing, Slot


def clashes(slots: Sequence[Slot]) -> tuple[Clash, ...]:
    """Every pair of sessions that overlap and want the same people, room, speaker or interpreters.

    Who ends when another begins does not overlap. Cost: the pairs that overlap, after a sort. Invariants: the order of
    the sessions does not matter, and sessions one after the other never clash.
    """
    ordered = sorted(slots, key=lambda slot: (slot.starts, slot.ends, slot.id))
    return tuple(clash for first, second in _overlapping(ordered) for clash in _between(first, second))


def _overlapping(ordered: Sequence[Slot]) -> Iterator[tuple[Slot, Slot]]:
    for at, first in enumerate(ordered):
        for second in ordered[at + 1 :]:
            if second.starts >= first.ends:
                break
            yield first, second


def _between(first: Slot, second: Slot) -> Iterator[Clash]:
    pair = first.id, second.id
    if first.meets(second):
        yield Clash(Clashing.GROUP, *pair, first.group if first.group == second.group else "")
    if first.room and first.room == second.room:
        yield Clash(Clashing.ROOM, *pair, first.room)
    for speaker in first.speakers:
        if speaker in second.speakers:
            yield Clash(Clashing.SPEAKER, *pair, speaker)
    for language in first.into:
        if language in second.into:
            yield Clash(Clashing.INTERPRETATION, *pair, language)
