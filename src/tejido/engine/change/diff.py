"""How two revisions of a text differ: by passage id, then by language, then by word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..document import Document, Passage, longest_increasing, substance
from .words import Op, Span, diff_words


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The same passage at the same place, in every language."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class Added:
    """A passage that the old text has not. `split_from` is for callers that know from an alignment what it was split
    from."""

    passage: Passage
    split_from: str | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """A passage that the new text has not; it stands where it stood."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class Changed:
    """The same place, other words, kind, level or attributes, in at least one language."""

    old: Passage
    new: Passage


@dataclass(frozen=True, slots=True)
class Moved:
    """Another place, and perhaps other words as well. `from_position` counts in the old text from 0."""

    old: Passage
    new: Passage
    from_position: int

    @property
    def is_changed(self) -> bool:
        return self.old != self.new


Entry = Unchanged | Added | Removed | Changed | Moved


@dataclass(frozen=True, slots=True)
class Diff:
    """Every passage of either text once, in the reading order of the new one; what was removed stands at its old place.

    `moved_blocks` holds the ids of passages that moved together, for instance a whole section, in reading order.
    """

    entries: tuple[Entry, ...]
    moved_blocks: tuple[tuple[str, ...], ...] = ()


def diff(old: Document, new: Document) -> Diff:
    """The difference of two revisions.

    Method: the ids both have, in the new order, are numbered by their old order; a longest increasing subsequence
    stays, and the rest moved, which is the smallest number of moves that explains the new order. The two texts are
    then walked from one staying passage to the next. Invariant: without the removed entries the new text is read, in
    order. Cost: linear, n log n where passages moved.
    """
    shared = [p.id for p in new if p.id in old.index]
    came_from = [old.index[id] for id in shared]
    staying = [shared[at] for at in longest_increasing(came_from)]
    moved = set(shared) - set(staying)
    return Diff(tuple(_entries(old, new, staying, moved)), _blocks(shared, came_from, moved))


def _entries(old: Document, new: Document, staying: list[str], moved: set[str]) -> Iterator[Entry]:
    at_old = at_new = 0
    for id in [*staying, None]:
        stop_old = len(old) if id is None else old.index[id]
        stop_new = len(new) if id is None else new.index[id]
        yield from (Removed(p) for p in old.passages[at_old:stop_old] if p.id not in new.index)
        for passage in new.passages[at_new:stop_new]:
            yield _arrived(old, passage, moved)
        if id is not None:
            yield _stayed(old.passages[stop_old], new.passages[stop_new])
        at_old, at_new = stop_old + 1, stop_new + 1


def _arrived(old: Document, passage: Passage, moved: set[str]) -> Entry:
    if passage.id not in moved:
        return Added(passage)
    position = old.index[passage.id]
    return Moved(old.passages[position], passage, position)


def _stayed(old: Passage, new: Passage) -> Entry:
    return Unchanged(new) if old is new or old == new else Changed(old, new)


def _blocks(shared: list[str], came_from: list[int], moved: set[str]) -> tuple[tuple[str, ...], ...]:
    """Runs of moved passages that stood one after the other before, what was added or removed between them left out."""
    if not moved:
        return ()
    rank = {position: place for place, position in enumerate(sorted(came_from))}
    blocks: list[list[str]] = []
    last = -2
    for id, position in zip(shared, came_from, strict=True):
        if id in moved and rank[position] == last + 1:
            blocks[-1].append(id)
        elif id in moved:
            blocks.append([id])
        last = rank[position] if id in moved else -2
    return tuple(tuple(block) for block in blocks)


def spans(entry: Entry, language: str) -> tuple[Span, ...]:
    """The entry's text in one language with what was deleted and inserted; empty where neither side has a text."""
    match entry:
        case Unchanged(passage):
            return _whole(Op.EQUAL, passage.text(language))
        case Added(passage=passage):
            return _whole(Op.INSERT, passage.text(language))
        case Removed(passage):
            return _whole(Op.DELETE, passage.text(language))
        case _:
            return diff_words(entry.old.text(language), entry.new.text(language))


def _whole(op: Op, text: str) -> tuple[Span, ...]:
    return (Span(op, text),) if text else ()


def changed_ids(difference: Diff) -> frozenset[str]:
    """The ids of passages added, removed or changed in themselves; one that only moved is not among them."""
    return frozenset(id for entry in difference.entries for id in _changed_id(entry))


def _changed_id(entry: Entry) -> tuple[str, ...]:
    match entry:
        case Added(passage=passage) | Removed(passage) | Changed(new=passage):
            return (passage.id,)
        case Moved(new=passage) if entry.is_changed:
            return (passage.id,)
        case _:
            return ()


def substantive_ids(old: Document, new: Document, languages: Iterable[str]) -> frozenset[str]:
    """The ids of passages added, removed or changed in substance in the negotiated languages.

    A change of typography, of blanks or of a language that is not negotiated is none; nor is a move.
    """
    negotiated = tuple(languages)
    one_sided = set(old.index) ^ set(new.index)
    pairs = ((old.passages[old.index[p.id]], p) for p in new if p.id in old.index)
    changed = {
        after.id
        for before, after in pairs
        if before is not after and before != after and substance(before, negotiated) != substance(after, negotiated)
    }
    return frozenset(one_sided | changed)
