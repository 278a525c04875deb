"""What a newer text offers to a version of an older one."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..change import (
    AttributeConflict,
    Changed,
    Conflict,
    Entry,
    KindConflict,
    Merge,
    Moved,
    RemovedAndChanged,
    TextConflict,
    Unchanged,
    diff,
    merge,
)
from ..document import Document, Passage
from .names import Aspect


@dataclass(frozen=True, slots=True)
class Clash:
    """What nobody but a person can settle in one passage. `name` is the language of a text or the name of an
    attribute."""

    aspect: Aspect
    name: str = ""

    @property
    def key(self) -> str:
        return f"{self.aspect.value}:{self.name}" if self.name else self.aspect.value


@dataclass(frozen=True, slots=True)
class Change:
    """One passage that the newer text has otherwise. None stands for a passage that is not there.

    `merged` is what joining both sides gives; where they clash, ours. `is_moved`: the newer text has it elsewhere.
    """

    id: str
    base: Passage | None
    ours: Passage | None
    theirs: Passage | None
    merged: Passage | None
    clashes: tuple[Clash, ...] = ()
    is_moved: bool = False

    @property
    def is_clean(self) -> bool:
        return not self.clashes

    @property
    def is_ours_as_it_was(self) -> bool:
        """Nothing local stands in the way: the version has the passage as it was taken up."""
        return self.ours == self.base


@dataclass(frozen=True, slots=True)
class Offer:
    """Every change that the version has not made by itself, in the order of the newer text, and what the whole would be
    if all that is clean were taken."""

    changes: tuple[Change, ...]
    merged: Document

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(change.id for change in self.changes)


def offer(base: Document, ours: Document, theirs: Document) -> Offer:
    """What `theirs` offers to `ours`, which was last brought up to `base`.

    The three-way merge decides what is clean (`engine.change.merge`). Invariants: every conflict of the merge is a
    clash of exactly the passages that it names; a change that the version has made already is not offered again;
    nothing is offered where `theirs` is the base. Where the merge could not bring two orders together it kept ours, so
    every passage that the newer text moved is on offer. Cost: that of the merge.
    """
    joined = merge(base, ours, theirs)
    clashes = _clashes(joined)
    is_torn = any(clash.aspect is Aspect.PLACE for found in clashes.values() for clash in found)
    is_other_order = is_torn or _order(ours, joined.document) != _order(joined.document, ours)
    found = []
    for id, is_moved in _differing(base, theirs, clashes):
        change = Change(
            id,
            _get(base, id),
            _get(ours, id),
            _get(theirs, id),
            _get(joined.document, id),
            tuple(clashes.get(id, ())),
            is_moved,
        )
        if change.clashes or (is_moved and is_other_order) or change.ours != change.theirs:
            found.append(change)
    return Offer(tuple(found), joined.document)


def _order(document: Document, other: Document) -> list[str]:
    return [passage.id for passage in document if passage.id in other]


def _differing(base: Document, theirs: Document, clashes: dict[str, list[Clash]]) -> Iterator[tuple[str, bool]]:
    """The ids that the newer text has otherwise, with whether it moved them."""
    moved = dict(_entry(entry) for entry in diff(base, theirs).entries if not isinstance(entry, Unchanged))
    yield from moved.items()
    yield from ((id, True) for id in clashes if id not in moved)


def _entry(entry: Entry) -> tuple[str, bool]:
    match entry:
        case Moved(new=passage):
            return passage.id, True
        case Changed(new=passage):
            return passage.id, False
        case _:
            return entry.passage.id, False


def _clashes(joined: Merge) -> dict[str, list[Clash]]:
    found: dict[str, list[Clash]] = {}
    for conflict in joined.conflicts:
        for id, clash in _clash(conflict):
            found.setdefault(id, []).append(clash)
    return found


def _clash(conflict: Conflict) -> list[tuple[str, Clash]]:
    match conflict:
        case TextConflict(id=id, language=language):
            return [(id, Clash(Aspect.TEXT, language))]
        case RemovedAndChanged(id=id):
            return [(id, Clash(Aspect.PRESENCE))]
        case KindConflict(id=id):
            return [(id, Clash(Aspect.FORM))]
        case AttributeConflict(id=id, name=name):
            return [(id, Clash(Aspect.ATTRIBUTE, name))]
        case _:
            return [(id, Clash(Aspect.PLACE)) for id in conflict.ids]


def _get(document: Document, id: str) -> Passage | None:
    return document.passage(id) if id in document else None
