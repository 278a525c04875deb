"""A difference as a page shows it."""

from dataclasses import dataclass

from tejido.engine.change import Added, Changed, Moved, Removed, Span, Unchanged, diff, spans
from tejido.engine.document import Document, Passage, addresses


@dataclass(frozen=True, slots=True)
class RedlineEntry:
    """One passage of a redline. `what` is unchanged, added, removed, changed or moved; a moved one may be changed as
    well."""

    what: str
    passage: Passage
    address: str
    came_from: str
    spans: tuple[Span, ...]

    @property
    def is_other_language(self) -> bool:
        """Changed, but not in the language shown."""
        return self.what == "changed" and all(span.op == "equal" for span in self.spans)


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
    entries = []
    for entry in diff(old, new).entries:
        marked = tuple(spans(entry, language))
        match entry:
            case Unchanged(passage):
                entries.append(RedlineEntry("unchanged", passage, str(after[passage.id]), "", marked))
            case Added(passage=passage):
                entries.append(RedlineEntry("added", passage, str(after[passage.id]), "", marked))
            case Removed(passage=passage):
                entries.append(RedlineEntry("removed", passage, "", str(before[passage.id]), marked))
            case Changed(new=passage):
                entries.append(RedlineEntry("changed", passage, str(after[passage.id]), "", marked))
            case Moved(new=passage):
                entries.append(RedlineEntry("moved", passage, str(after[passage.id]), str(before[passage.id]), marked))
    return Redline(tuple(entries))
