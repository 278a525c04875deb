"""In which order the passages of a merged text stand."""

from collections.abc import Mapping
from functools import cached_property
from itertools import takewhile

from ..document import Document, Kind, Passage, longest_increasing


def merged_order(
    base: Document, ours: Document, theirs: Document, kept: Mapping[str, Passage]
) -> tuple[list[str], list[tuple[str, ...]]]:
    """The ids of `kept` in the order of the merged text, and the runs of ids whose place both sides changed
    differently.

    Method: passages of the base that neither side moved are *steady*; they stand in the same order in all three
    texts. Every other passage was added or moved by a side, and hangs on its predecessor in that side's order,
    wherever that predecessor goes; so what one side adds to a section that the other side moves goes along. The
    result is read off this forest. Where both sides hang something on the same passage, what begins with running text
    comes before what begins with a heading, and deeper headings before higher ones, so that nobody's paragraph falls
    into somebody else's section; the rest of the choice is by id, not by side. Invariants: with one side unchanged
    the result is the other side's order; swapping the sides changes nothing unless there is a conflict. Cost: linear
    where one side neither added nor moved, else n log n.
    """
    before, mine, yours = ([id for id in document.index if id in kept] for document in (base, ours, theirs))
    if len(mine) == len(kept) and yours in (before, mine):
        return mine, []
    if len(yours) == len(kept) and mine == before:
        return yours, []
    forest = _Forest(before, mine, yours)
    if not forest.torn:
        return _Reading(forest, kept).order(), []
    # Following the other side may cut other circles; whoever is asked, the same passages are named.
    torn = forest.torn | _Forest(before, yours, mine).torn
    return _Reading(forest, kept).order(), _runs(mine, torn)


def _runs(order: list[str], torn: set[str]) -> list[tuple[str, ...]]:
    runs: list[list[str]] = []
    last = -2
    for at, id in enumerate(order):
        if id in torn:
            if at != last + 1:
                runs.append([])
            runs[-1].append(id)
            last = at
    return [tuple(run) for run in runs]


class _Forest:
    """Which passage hangs on which. `predecessor` has every passage that is not steady; None is the start of the
    text."""

    def __init__(self, base: list[str], ours: list[str], theirs: list[str]) -> None:
        self._before = _predecessors(ours), _predecessors(theirs)
        place = {id: at for at, id in enumerate(base)}
        loose = _loose(place, ours), _loose(place, theirs)
        self.steady = [id for id in base if id not in loose[0] and id not in loose[1]]
        self.predecessor: dict[str, str | None] = {}
        for side in (0, 1):
            for id in sorted(loose[side] - loose[1 - side]):
                self.predecessor[id] = self._before[side][id]
        self.torn = self._hang_shared(sorted(loose[0] & loose[1]))
        self._cut_circles()

    def _hang_shared(self, shared: list[str]) -> set[str]:
        """Hangs up what both sides placed; returns what they placed differently, which follows ours."""
        torn = {id for id in shared if self._place(0, id) != self._place(1, id)}
        for id in shared:
            mine, yours = self._before[0][id], self._before[1][id]
            self.predecessor[id] = mine if id in torn else min(mine, yours, key=lambda name: name or "")
        return torn

    def _place(self, side: int, id: str) -> str | None:
        """The nearest predecessor that both sides have; a passage that only one of them added does not tell places
        apart."""
        before: str | None = self._before[side][id]
        while before is not None and before not in self._before[1 - side]:
            before = self._before[side][before]
        return before

    def _cut_circles(self) -> None:
        """Where each side moved one passage onto the other's, both hang on nothing steady; then ours is followed.

        Terminates: a circle cannot follow one side alone, because a side's order has no circles; so each round turns
        at least one passage from theirs to ours, and none back.
        """
        ours = self._before[0]
        while circles := self._circles():
            for id in circles:
                if id in ours:
                    self.predecessor[id] = ours[id]
            self.torn |= {id for id in circles if id in ours and id in self._before[1]}

    def _circles(self) -> list[str]:
        """The passages that hang on each other in a circle. Linear: every passage is walked once."""
        done: set[str | None] = {None, *self.steady}
        found: list[str] = []
        for start in self.predecessor:
            path: dict[str, int] = {}
            at: str | None = start
            while at is not None and at not in done and at not in path:
                path[at] = len(path)
                at = self.predecessor[at]
            if at is not None and at in path:
                found += list(path)[path[at] :]
            done.update(path)
        return found

    def first_of(self, one: str, other: str) -> str | None:
        """Which of two comes first where a side has both, or None where no side has or the two sides disagree."""
        firsts = {
            min(one, other, key=places.__getitem__) for places in self._places if one in places and other in places
        }
        return firsts.pop() if len(firsts) == 1 else None

    @cached_property
    def _places(self) -> tuple[dict[str, int], dict[str, int]]:
        mine, yours = self._before
        return {id: at for at, id in enumerate(mine)}, {id: at for at, id in enumerate(yours)}


def _predecessors(order: list[str]) -> dict[str, str | None]:
    before: list[str | None] = [None, *order]
    return dict(zip(order, before, strict=False))


def _loose(place: dict[str, int], order: list[str]) -> set[str]:
    """What a side added or moved: all but a longest run of base passages that it left in the base's order."""
    shared = [id for id in order if id in place]
    steady = {shared[at] for at in longest_increasing([place[id] for id in shared])}
    return {id for id in order if id not in steady}


class _Reading:
    """Reads a forest from left to right. At most two passages hang on one: each side has one successor for it."""

    def __init__(self, forest: _Forest, kept: Mapping[str, Passage]) -> None:
        self._forest = forest
        self._kept = kept
        self._children: dict[str | None, list[str]] = {}
        for id, before in forest.predecessor.items():
            self._children.setdefault(before, []).append(id)

    def order(self) -> list[str]:
        """Every tree behind its root, the steady passages in the order of the base."""
        found = self._below(None)
        for id in self._forest.steady:
            found.append(id)
            if id in self._children:
                found += self._below(id)
        return found

    def _below(self, root: str | None) -> list[str]:
        """What hangs on a passage. Chains are gathered from the root down and woven from the leaves up, without
        recursion."""
        chains = [self._chain(root)]
        for chain in chains:  # grows while it is walked
            chains += [self._chain(child) for child in self._children.get(chain[-1], ())]
        read: dict[str | None, list[str]] = {}
        for chain in reversed(chains):
            hanging = [read.pop(child) for child in self._children.get(chain[-1], ())]
            read[chain[0]] = [id for id in chain if id is not None and id != root] + self._woven(hanging)
        return read[root]

    def _chain(self, id: str | None) -> list[str | None]:
        """The passage and what hangs on it up to the first fork."""
        found = [id]
        while len(children := self._children.get(found[-1], ())) == 1:
            found += children
        return found

    def _woven(self, hanging: list[list[str]]) -> list[str]:
        """What two sides hung on the same passage, in one order."""
        if len(hanging) < 2:
            return hanging[0] if hanging else []
        one, other = hanging
        first = self._forest.first_of(one[0], other[0])
        if first is not None:
            return one + other if first == one[0] else other + one
        return self._by_rank(one, other)

    def _by_rank(self, one: list[str], other: list[str]) -> list[str]:
        """Both opening runs of text first, then both runs of sections, deeper ones first; else by id."""
        bodies = [list(takewhile(lambda name: not self._level(name), run)) for run in (one, other)]
        sections = [run[len(body) :] for run, body in zip((one, other), bodies, strict=True)]
        sections.sort(key=lambda run: (-self._level(run[0]), run[0]) if run else (0, ""))
        return [id for part in sorted(bodies) + sections for id in part]

    def _level(self, id: str) -> int:
        passage = self._kept[id]
        return passage.level if passage.kind is Kind.HEADING else 0
