"""A difference as a page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tejido.engine.change import Added, Changed, Entry, Moved, Op, Removed, Span, Unchanged, diff
from tejido.engine.document import Address, Document, Passage, addresses
from tejido.web.marking import marked, whole
from tejido.web.stretches import lines_asked, way_on, weight


@dataclass(frozen=True, slots=True)
class RedlineEntry:
    """One passage of a redline. `what` is unchanged, added, removed, changed or moved; a moved one may be changed as
    well. `is_other_language`: what was changed are words, and none in the language shown."""

    what: str
    passage: Passage
    address: str
    came_from: str
    spans: tuple[Span, ...]
    is_other_language: bool = False


@dataclass(frozen=True, slots=True)
class Redline:
    entries: tuple[RedlineEntry, ...]

    def count(self, what: str) -> int:
        return sum(entry.what == what for entry in self.entries)

    @property
    def counts(self) -> dict[str, int]:
        return {what: self.count(what) for what in ("changed", "added", "removed", "moved")}


def redline(old: Document, new: Document, language: str) -> Redline:
    """The redline of two revisions in one language; moves are shown as moves."""
    before, after = addresses(old), addresses(new)
    return Redline(tuple(_entry(entry, before, after, language) for entry in diff(old, new).entries))


def _entry(entry: Entry, before: Mapping[str, Address], after: Mapping[str, Address], language: str) -> RedlineEntry:
    match entry:
        case Unchanged(passage):
            return RedlineEntry(
                "unchanged", passage, str(after[passage.id]), "", whole(Op.EQUAL, passage.text(language))
            )
        case Added(passage=passage):
            spans = whole(Op.INSERT, passage.text(language))
            return RedlineEntry("added", passage, str(after[passage.id]), "", spans)
        case Removed(passage=passage):
            return RedlineEntry(
                "removed", passage, "", str(before[passage.id]), whole(Op.DELETE, passage.text(language))
            )
        case Changed(old=was, new=passage):
            spans = marked(was.text(language), passage.text(language))
            elsewhere = was.texts != passage.texts and was.text(language) == passage.text(language)
            return RedlineEntry("changed", passage, str(after[passage.id]), "", spans, elsewhere)
        case Moved(old=was, new=passage):
            spans = marked(was.text(language), passage.text(language))
            return RedlineEntry("moved", passage, str(after[passage.id]), str(before[passage.id]), spans)


def shown_of(found: Redline, asked: Mapping[str, str], kept: dict[str, object]) -> dict[str, Any]:
    """What a page of it needs: the entries that it shows, those that did not change only with `?whole=`, and the way to
    those that follow. `kept` goes along, with the `language`."""
    is_whole = bool(asked.get("whole"))
    entries = [entry for entry in found.entries if is_whole or entry.what != "unchanged"]
    lines = lines_asked([weight("".join(span.text for span in entry.spans)) for entry in entries], asked)
    on = way_on(kept | ({"whole": 1} if is_whole else {}), lines.stop) if lines.stop < len(entries) else ""
    return {"entries": entries[lines], "way_on": on, "language": kept["language"], "is_whole": is_whole}
