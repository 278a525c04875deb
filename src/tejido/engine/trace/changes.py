"""What a matter has changed in the text."""

from collections.abc import Iterator, Mapping

from ..document import Document, Kind, Passage, section_span
from .histories import History
from .values import Change, Event, Line, Matter, What


def changes(matter: Matter, line: Line, events: History) -> tuple[Change, ...]:
    """What became of the passages of a matter in the revisions that are named as carrying it, in the order of the text.

    `events` is the history of the line. A passage is changed for the matter's sake where it is one of its passages,
    stands in a section that it names, or was added beside one of them, and differs from what was taught. The change
    counts as made in the last revision up to the named one that touched the passage; where two named revisions come to
    the same one, it is told once. A matter on the text as a whole is answered by what the named revision itself
    touched.
    """
    states = {state.number: state.document for state in line.states}
    found: dict[tuple[str, int], Change] = {}
    for number in matter.carried:
        if number in states and matter.taught in states:
            for change in _in_revision(matter, number, states, events):
                found.setdefault((change.passage, change.made), change)
    places = _places(states)
    return tuple(sorted(found.values(), key=lambda c: (c.made, places.get(c.passage, -1), c.passage)))


def _places(states: Mapping[int, Document]) -> dict[str, int]:
    """Where a passage stands, or stood last."""
    return {id: place for _, document in sorted(states.items()) for id, place in document.index.items()}


def _in_revision(matter: Matter, number: int, states: Mapping[int, Document], events: History) -> Iterator[Change]:
    taught = states[matter.taught]
    for id in _reach(matter, number, states, events):
        touched = [event for event in events.get(id, ()) if matter.taught < event.revision <= number]
        if not touched or not (matter.passages or touched[-1].revision == number):
            continue
        before = taught.passage(id) if id in taught else None
        what = _what(before, touched[-1])
        if what is not None:
            yield _change(id, what, number, before, touched, events[id])


def _change(
    id: str, what: What, number: int, before: Passage | None, touched: list[Event], events: tuple[Event, ...]
) -> Change:
    made = touched[-1]
    return Change(
        passage=id,
        what=what,
        revision=number,
        made=made.revision,
        before=before,
        after=made.after,
        between=tuple(event.revision for event in touched[:-1]),
        since=tuple(event.revision for event in events if event.revision > made.revision),
        stands=events[-1].after == made.after,
    )


def _what(before: Passage | None, made: Event) -> What | None:
    """How the passage differs from what was taught; None where it came and went, or says the same again."""
    match before, made.after:
        case None, None:
            return None
        case None, _:
            return What.ADDED
        case _, None:
            return What.REMOVED
        case was, now if was != now:
            return What.CHANGED
        case _:
            return What.MOVED if made.what is What.MOVED else None


def _reach(matter: Matter, number: int, states: Mapping[int, Document], events: History) -> list[str]:
    """The passages that can have changed for the matter's sake."""
    if not matter.passages:
        return list(events)
    texts = () if matter.is_narrow else (states[matter.taught], states[number])
    named = dict.fromkeys(id for passage in matter.passages for id in (passage, *_below(passage, texts)))
    beside = (
        id
        for id, told in events.items()
        for event in told
        if event.what is What.ADDED and matter.taught < event.revision <= number
        if any(each in matter.passages for each in event.beside)
    )
    return list(named | dict.fromkeys(beside))


def _below(id: str, texts: tuple[Document, ...]) -> Iterator[str]:
    """What stands in the section that a heading opens, in any of the texts."""
    for text in texts:
        if id in text and text.passage(id).kind is Kind.HEADING:
            section = section_span(text, id)
            yield from (passage.id for passage in text.passages[section.start : section.end])
