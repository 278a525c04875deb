"""What stays in its place when the order of passages changes."""

from bisect import bisect_left
from collections.abc import Sequence


def longest_increasing(numbers: Sequence[int]) -> list[int]:
    """The positions of a longest strictly increasing subsequence: of the old places of what stands in a new order, the
    most that stayed.

    Method: patience sorting with back pointers (Fredman 1975). `tails[k]` is the position of the smallest number that
    ends an increasing subsequence of length k + 1. Deterministic. Cost: n log n; linear where the numbers increase
    already.
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        place = len(ends) if not ends or number > ends[-1] else bisect_left(ends, number)
        before.append(tails[place - 1] if place else -1)
        if place == len(ends):
            tails.append(at)
            ends.append(number)
        else:
            tails[place], ends[place] = at, number
    return walk_back(tails[-1] if tails else -1, before)


def walk_back(last: int, before: Sequence[int]) -> list[int]:
    """The chain that ends at `last`, in order, where `before` names for each place the one before it and -1 ends."""
    found = []
    while last >= 0:
        found.append(last)
        last = before[last]
    found.reverse()
    return found
