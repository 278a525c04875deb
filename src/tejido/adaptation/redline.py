"""Departures and offered changes as a page shows them, word by word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tejido.engine.adaptation import Change, Clash
from tejido.engine.change import Span
from tejido.engine.document import Document, Passage, addresses
from tejido.registry.models import Seat
from tejido.registry.words import office_words
from tejido.web.marking import marked
from tejido.web.reading import ReadPassage

from .lines import judged_on
from .models import Departure
from .names import Kind, LockState
from .queries import Departed, Lock


@dataclass(frozen=True, slots=True)
class Words:
    """One language of a passage with what was deleted and inserted."""

    language: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DepartedLine:
    """One departing passage. `words` are the languages that differ, the asked one first; `judged` is the digest of what
    a reason for it is given for."""

    id: str
    kind: Kind
    address: str
    is_moved: bool
    is_core: bool
    words: tuple[Words, ...]
    reason: Departure | None
    earlier: Departure | None
    who: str = ""
    approved_by: str = ""
    judged: str = ""


def seats_in(several: Iterable[Departed]) -> set[str]:
    """The seats that gave or approved the reasons, to be named."""
    rows = [each.reason for each in several if each.reason]
    return {seat for row in rows for seat in (row.seat, row.approved_seat) if seat}


def departed_lines(
    several: Sequence[Departed], language: str, seats: Mapping[str, Seat], places: Mapping[str, str] | None = None
) -> list[DepartedLine]:
    """The departures of one version, drawn. `seats` are those of `seats_in`."""
    return [_line(each, language, seats, places or {}) for each in several]


def _line(each: Departed, language: str, seats: Mapping[str, Seat], places: Mapping[str, str]) -> DepartedLine:
    row = each.reason
    kind = Kind.DEROGATED if each.is_core else Kind(each.told.state)
    words = differing(each.before, each.after, language)
    return DepartedLine(
        each.told.id, kind, places.get(each.told.id, ""), each.told.is_moved, each.is_core, words, each.reason,
        each.earlier, office_words(seats.get(row.seat), row.office) if row else "",
        office_words(seats.get(row.approved_seat), row.approved_office) if row else "", judged_on([each.told]),
    )  # fmt: skip  # one row of a table, read as one


def differing(before: Passage | None, after: Passage | None, language: str) -> tuple[Words, ...]:
    """The languages whose words differ, the asked one first. The asked one alone where the passage is only on one side,
    or where only its place or form differs."""
    old, new = dict(before.texts) if before else {}, dict(after.texts) if after else {}
    tags = sorted({*old, *new}, key=lambda tag: (tag != language, tag))
    found = [tag for tag in tags if old.get(tag, "") != new.get(tag, "")] if old and new else []
    found = found or tags[:1]
    return tuple(Words(tag, marked(old.get(tag, ""), new.get(tag, ""))) for tag in found)


def places_of(base: Document, version: Document) -> dict[str, str]:
    """The address of every passage, in the version where it is there."""
    found = {id: str(address) for id, address in addresses(base).items()}
    return found | {id: str(address) for id, address in addresses(version).items()}


@dataclass(frozen=True, slots=True)
class LockedLine:
    """A locked passage as the page of an edition shows it: as it reads, and what changed in it since it was locked."""

    id: str
    address: str
    state: LockState
    decided: str
    since: int
    judged: int
    passage: ReadPassage | None
    words: tuple[Words, ...]

    @property
    def is_changed(self) -> bool:
        return self.state == LockState.CHANGED

    @property
    def is_ended(self) -> bool:
        return self.state == LockState.ENDED


def locked_lines(locks: Iterable[Lock], read: Iterable[ReadPassage], language: str) -> list[LockedLine]:
    """The locks of an edition, drawn: what waits for the network first, what has ended last."""
    passages = {passage.id: passage for passage in read}
    found = [_locked(lock, passages.get(lock.passage), language) for lock in locks]
    return sorted(found, key=lambda line: (line.is_ended, not line.is_changed))


def _locked(lock: Lock, passage: ReadPassage | None, language: str) -> LockedLine:
    last = lock.rows[-1]
    words = () if lock.state == LockState.LOCKED else differing(lock.judged, lock.now, language)
    return LockedLine(
        lock.passage, passage.address if passage else "", lock.state, last.decided, lock.rows[0].edition.number,
        last.edition.number, passage, words,
    )  # fmt: skip  # one row of a table, read as one


@dataclass(frozen=True, slots=True)
class Pane:
    """The three texts of a clash in one language, or of what else clashes: each side marked against where both
    started."""

    clash: Clash
    base: str
    ours: tuple[Span, ...]
    theirs: tuple[Span, ...]
    ours_text: str
    theirs_text: str

    @property
    def is_text(self) -> bool:
        return self.clash.aspect.value == "text"


@dataclass(frozen=True, slots=True)
class OfferedLine:
    """One offered change: what would change in our words, and a pane for each clash."""

    id: str
    address: str
    what: str
    is_clean: bool
    is_moved: bool
    is_ours: bool
    is_core: bool
    words: tuple[Words, ...]
    panes: tuple[Pane, ...]


def offered_lines(
    changes: Sequence[Change], base: Document, theirs: Document, core: frozenset[str], language: str
) -> list[OfferedLine]:
    """The changes of one page, drawn."""
    places = places_of(base, theirs)
    return [_offered(change, places, core, language) for change in changes]


def _offered(change: Change, places: Mapping[str, str], core: frozenset[str], language: str) -> OfferedLine:
    return OfferedLine(
        change.id,
        places.get(change.id, ""),
        _what(change),
        change.is_clean,
        change.is_moved,
        not change.is_ours_as_it_was,
        change.id in core,
        differing(change.ours, change.merged, language) if change.is_clean else (),
        tuple(_pane(change, clash) for clash in change.clashes),
    )


def _what(change: Change) -> str:
    if change.base is None:
        return "added"
    if change.theirs is None:
        return "removed"
    return "changed" if change.base != change.theirs else "moved"


def _pane(change: Change, clash: Clash) -> Pane:
    base, ours, theirs = (_said(passage, clash) for passage in (change.base, change.ours, change.theirs))
    return Pane(clash, base, marked(base, ours), marked(base, theirs), ours, theirs)


def _said(passage: Passage | None, clash: Clash) -> str:
    """What one side says of what clashes: the words of a language; for the rest, the code or the passage itself."""
    if passage is None:
        return ""
    match clash.aspect.value:
        case "text":
            return passage.text(clash.name)
        case "attribute":
            return passage.attribute(clash.name)
        case "form":
            return f"{passage.kind.value} {passage.level or ''}".strip()
        case _:
            return passage.texts[0][1] if passage.texts else ""
