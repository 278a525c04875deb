"""What happened to each passage of a text, revision by revision."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ..change import Added, Changed, Entry, Moved, Removed, Unchanged, diff
from ..document import Document
from .values import Event, State, What

History = Mapping[str, tuple[Event, ...]]


def history(states: Sequence[State]) -> History:
    """The events of every passage that the text ever had, in the order of the revisions. ValueError where the numbers
    do not rise.

    In the first revision everything is added, beside nothing. Invariant: an event begins with what the one before has
    left, so that whoever follows them reads the passage in every revision. Cost: one difference for each revision.
    """
    if any(old.number >= new.number for old, new in pairwise(states)):
        raise ValueError("revisions are told in their order")
    found: dict[str, list[Event]] = {}
    if states:
        for passage in states[0].document:
            found[passage.id] = [Event(states[0].number, What.ADDED, None, passage)]
    for old, new in pairwise(states):
        for id, event in _events(old.document, new.document, new.number):
            found.setdefault(id, []).append(event)
    return {id: tuple(events) for id, events in found.items()}


def _events(old: Document, new: Document, number: int) -> Iterator[tuple[str, Event]]:
    """What one revision did, by passage. Entries that were added or removed one after the other are one place."""
    if old is new or old == new:
        return
    run: list[Entry] = []
    last = ""
    for entry in diff(old, new).entries:
        match entry:
            case Added() | Removed():
                run.append(entry)
                continue
            case _:
                yield from _in_place(run, last, number)
                run, last = [], _id(entry)
                yield from _kept(entry, number)
    yield from _in_place(run, last, number)


def _in_place(run: Sequence[Entry], last: str, number: int) -> Iterator[tuple[str, Event]]:
    added = tuple(entry.passage.id for entry in run if isinstance(entry, Added))
    removed = tuple(entry.passage.id for entry in run if isinstance(entry, Removed))
    follows = (last,) if last else ()
    for entry in run:
        if isinstance(entry, Added):
            yield entry.passage.id, Event(number, What.ADDED, None, entry.passage, removed + follows)
        elif isinstance(entry, Removed):
            yield entry.passage.id, Event(number, What.REMOVED, entry.passage, None, added)


def _kept(entry: Entry, number: int) -> Iterator[tuple[str, Event]]:
    match entry:
        case Changed(old=before, new=after):
            yield after.id, Event(number, What.CHANGED, before, after)
        case Moved(old=before, new=after):
            what = What.CHANGED if before != after else What.MOVED
            yield after.id, Event(number, what, before, after)
        case _:
            return


def _id(entry: Entry) -> str:
    match entry:
        case Unchanged(passage):
            return passage.id
        case Changed(new=passage) | Moved(new=passage):
            return passage.id
        case _:
            return ""
