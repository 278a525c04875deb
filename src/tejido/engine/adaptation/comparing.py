"""What a version makes of the text that it comes from: passage by passage, and section by section."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..document import Document, Kind, Passage, digest_of_digests, longest_increasing, outline, substance
from .names import State

START = ""  # what stands before the first heading


@dataclass(frozen=True, slots=True)
class Departing:
    """A passage that the version does not have as its source has it; `state` is never verbatim.

    `section` is the id of the heading of the source that it belongs to, empty before the first one: what was added
    belongs where it stands. `is_moved`: it stands elsewhere, whatever else was done to it.
    """

    id: str
    state: State
    section: str
    is_moved: bool = False


@dataclass(frozen=True)
class Survey:
    """Every departure of a version in reading order, and how many passages each section of the source has."""

    departing: tuple[Departing, ...]
    sizes: Mapping[str, int]

    @cached_property
    def by_section(self) -> Mapping[str, tuple[Departing, ...]]:
        found: dict[str, list[Departing]] = {}
        for each in self.departing:
            found.setdefault(each.section, []).append(each)
        return {section: tuple(several) for section, several in found.items()}

    def state(self, section: str) -> State:
        """How the version treats a section's own passages, subsections left out."""
        return section_state(self.sizes.get(section, 0), (each.state for each in self.by_section.get(section, ())))


def section_state(size: int, states: Iterable[State]) -> State:
    """One state for a section of `size` passages of the source: omitted where nothing is left of it and nothing was put
    in its place, added or reordered where only that was done, else adapted."""
    found = list(states)
    if not found:
        return State.VERBATIM
    if size and found.count(State.OMITTED) == len(found) == size:
        return State.OMITTED
    alike = found[0] if len(set(found)) == 1 else State.ADAPTED
    return State.ADAPTED if alike is State.OMITTED else alike


def compare(source: Document, version: Document) -> Survey:
    """How a version departs from its source.

    Only languages that both texts have are compared, and of a passage only those that the source has: a translation
    into another language is no departure. Typography and blanks make none either (`substance`). Lineage is by id, so a
    passage that moved is found again. Invariant: a version equal to its source departs nowhere, and every passage of
    either is verbatim or listed once. Cost: linear while passages are equal, n log n where they moved.
    """
    languages = tuple(sorted({*source.languages} & {*version.languages}))
    belongs = _sections(source)
    moved = _moved(source, version)
    kept = {p.id: _state(source.passage(p.id), p, languages, p.id in moved) for p in version if p.id in source}
    found = [
        Departing(id, state, belongs[id], id in moved) for id, state in kept.items() if state is not State.VERBATIM
    ]
    found += [Departing(p.id, State.OMITTED, belongs[p.id]) for p in source if p.id not in version]
    found += _added(source, version, belongs)
    places = _places(source, version)
    return Survey(tuple(sorted(found, key=lambda each: places[each.id])), _sizes(source))


def _state(before: Passage, after: Passage, languages: Sequence[str], is_moved: bool) -> State:
    if before is after or before == after or not _differs(before, after, languages):
        return State.REORDERED if is_moved else State.VERBATIM
    return State.ADAPTED


def _differs(before: Passage, after: Passage, languages: Sequence[str]) -> bool:
    said = [language for language in languages if before.text(language)]
    return before.level != after.level or substance(before, said) != substance(after, said)


def _moved(source: Document, version: Document) -> frozenset[str]:
    shared = [p.id for p in version if p.id in source]
    places = [source.index[id] for id in shared]
    return frozenset(shared) - {shared[at] for at in longest_increasing(places)}


def _sections(source: Document) -> dict[str, str]:
    """The section of every passage: the innermost heading above it, or it itself."""
    found, section = {}, START
    for passage in source:
        if passage.kind is Kind.HEADING:
            section = passage.id
        found[passage.id] = section
    return found


def _added(source: Document, version: Document, belongs: Mapping[str, str]) -> list[Departing]:
    """What the version has of its own, under the last passage of the source before it."""
    found, section = [], START
    for passage in version:
        if passage.id in source:
            section = belongs[passage.id]
        else:
            found.append(Departing(passage.id, State.ADDED, section))
    return found


def _places(source: Document, version: Document) -> dict[str, tuple[int, int]]:
    """Where to tell of each passage: in the order of the version, what was left out behind what stood before it."""
    found: dict[str, tuple[int, int]] = {id: (at, 0) for id, at in version.index.items()}
    before = -1
    for at, passage in enumerate(source):
        if passage.id in version:
            before = version.index[passage.id]
        else:
            found[passage.id] = (before, at + 1)
    return found


def _sizes(source: Document) -> dict[str, int]:
    found = {(s.heading.id if s.heading else START): s.body_end - s.start for s in outline(source)}
    return {START: 0, **found}


def section_digests(document: Document, digests: Sequence[str]) -> dict[str, str]:
    """The digest of every section's own passages by the id of its heading. `digests` are those of the passages in
    order."""
    return {
        (s.heading.id if s.heading else START): digest_of_digests(digests[s.start : s.body_end])
        for s in outline(document)
    }
