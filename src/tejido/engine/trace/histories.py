"""What happened to each passage of a text, revision by revision."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ..change import Added, Removed, Unchanged, diff
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
    run: list[Added | Removed] = []
    last = ""
    for entry in diff(old, new).entries:
        if isinstance(entry, Added | Removed):
            run.append(entry)
            continue
        yield from _in_place(run, last, number)
        run, last = [], entry.passage.id if isinstance(entry, Unchanged) else entry.new.id
        if not isinstance(entry, Unchanged):
            what = What.CHANGED if entry.old != entry.new else What.MOVED
            yield last, Event(number, what, entry.old, entry.new)
    yield from _in_place(run, last, number)


def _in_place(run: Sequence[Added | Removed], last: str, number: int) -> Iterator[tuple[str, Event]]:
    added = tuple(entry.passage.id for entry in run if isinstance(entry, Added))
    removed = tuple(entry.passage.id for entry in run if isinstance(entry, Removed))
    follows = (last,) if last else ()
    for entry in run:
        if isinstance(entry, Added):
            yield entry.passage.id, Event(number, What.ADDED, None, entry.passage, removed + follows)
        else:
            yield entry.passage.id, Event(number, What.REMOVED, entry.passage, None, added)
