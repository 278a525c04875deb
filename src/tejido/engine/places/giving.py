"""Giving places: round by round, one person a member."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .values import Admitted, Candidate, Outcome, Reason, Waiting


def drawn(seed: str, members: Iterable[str]) -> tuple[str, ...]:
    """The members in an order that nobody chose and anybody can reckon again: by the SHA-256 of "seed:member"."""
    return tuple(sorted(set(members), key=lambda code: hashlib.sha256(f"{seed}:{code}".encode()).hexdigest()))


def allocate(
    candidates: Iterable[Candidate], *, capacity: int | None, quota: Mapping[str, int], order: Sequence[str]
) -> dict[str, Outcome]:
    """Who is admitted and who waits, by the key of the candidate.

    Method: whoever holds a place keeps it. The others of a member come after those, in the member's own order: the
    n-th person of a member has the turn n. Places are given turn by turn, so that no member's second person comes
    before every member's first; within a turn by `order`, the members as they were drawn. A turn beyond the member's
    quota waits until somebody of that member gives up. `capacity` None is as many as come; a member that `quota` does
    not name may have none.

    Laws: never more than `capacity`, unless more were held; never more of a member than its quota, unless more were
    held; who held a place has one; without somebody who held a place exactly the next one moves up, first of the same
    member, then of the waiting list, and nobody else's place in it changes places with another member's.
    """
    waiting: defaultdict[str, list[Candidate]] = defaultdict(list)
    held: Counter[str] = Counter()
    found: dict[str, Outcome] = {}
    for each in sorted(candidates, key=lambda c: (c.rank, c.key)):
        if each.is_held:
            held[each.member] += 1
            found[each.key] = Admitted(held[each.member])
        else:
            waiting[each.member].append(each)
    left = None if capacity is None else max(0, capacity - sum(held.values()))
    found.update(_given(_turns(waiting, held, order), left, quota))
    return found


def _turns(
    waiting: Mapping[str, Sequence[Candidate]], held: Mapping[str, int], order: Sequence[str]
) -> list[tuple[int, Candidate]]:
    """Everybody without a place with their turn, in the order in which places are given."""
    drawn_as = {code: number for number, code in enumerate(order)}
    several = [
        (turn, drawn_as.get(member, len(drawn_as)), member, each)
        for member, rows in waiting.items()
        for turn, each in enumerate(rows, held.get(member, 0) + 1)
    ]
    return [(turn, each) for turn, _number, _member, each in sorted(several, key=lambda row: row[:3])]


def _given(
    turns: Sequence[tuple[int, Candidate]], left: int | None, quota: Mapping[str, int]
) -> Iterable[tuple[str, Outcome]]:
    within = [(turn, each) for turn, each in turns if turn <= quota.get(each.member, 0)]
    beyond = [each for turn, each in turns if turn > quota.get(each.member, 0)]
    admitted = within if left is None else within[:left]
    for turn, each in admitted:
        yield each.key, Admitted(turn)
    full = [each for _turn, each in within[len(admitted) :]]
    for place, each in enumerate([*full, *beyond], 1):
        yield each.key, Waiting(place, Reason.FULL if place <= len(full) else Reason.BEYOND)
