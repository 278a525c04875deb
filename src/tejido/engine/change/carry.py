"""Giving what somebody saved the ids and the other languages of what stood there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..document import Document, Passage
from .align import Alignment, align

Mint = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Carried:
    """The saved text with its final ids, and the alignment they come from."""

    document: Document
    alignment: Alignment


def carry(old: Document, new: Document, language: str, mint: Mint) -> Carried:
    """The text that results when a person who edited one language saves `new` over `old`.

    Text in the language, kind, level and attributes come from `new`; the texts in other languages come from the old
    passage, and where passages were joined from all of them, in order. What the person removed is gone in every
    language; passages that have no text in the language were not shown, and stay behind the passage they stood
    behind. `mint` makes new ids; one that is taken is passed over.
    """
    return _carried(old, new, language, mint, set(old.index))


def replace_section(whole: Document, start: int, end: int, new: Document, language: str, mint: Mint) -> Carried:
    """The whole text with the passages from `start` to `end` replaced by what a person saved in their place.

    The section is aligned with what stood there alone, so an id from outside is never taken.
    """
    section = Document(whole.passages[start:end])
    carried = _carried(section, new, language, mint, set(whole.index))
    passages = whole.passages[:start] + carried.document.passages + whole.passages[end:]
    return Carried(Document(passages), carried.alignment)


def _carried(old: Document, new: Document, language: str, mint: Mint, taken: set[str]) -> Carried:
    alignment = align(old, new, language)
    parts: dict[str, list[str]] = {}
    for part, whole in alignment.joined.items():
        parts.setdefault(whole, []).append(part)
    written = [
        _passage(old, saved, match.old, parts.get(match.old or "", []), language) or saved.with_id(_unused(mint, taken))
        for saved, match in zip(new, alignment.matches, strict=True)
    ]
    return Carried(Document(tuple(_with_unseen(old, written, language))), alignment)


def _passage(old: Document, saved: Passage, id: str | None, parts: list[str], language: str) -> Passage | None:
    """What was saved under its old id, with the other languages; None where it is new."""
    if id is None:
        return None
    before = old.passage(id)
    texts = {**dict(before.texts), **dict(saved.texts)}
    if parts:
        sources = [old.passage(name) for name in sorted([id, *parts], key=old.index.__getitem__)]
        texts = {**_joined(sources, language), **dict(saved.texts)}
    kept = Passage.of(id, saved.kind, texts, level=saved.level, attributes=dict(saved.attributes))
    return before if kept == before else kept


def _joined(sources: list[Passage], language: str) -> dict[str, str]:
    """The other languages of joined passages, one after the other, so that no translation is lost."""
    tags = {tag for passage in sources for tag in passage.languages if tag != language}
    return {tag: " ".join(text for passage in sources if (text := passage.text(tag))) for tag in tags}


def _unused(mint: Mint, taken: set[str]) -> str:
    id = mint()
    while id in taken:
        id = mint()
    taken.add(id)
    return id


def _with_unseen(old: Document, written: list[Passage], language: str) -> Iterable[Passage]:
    """Puts passages that were not shown behind the nearest passage before them that is still there."""
    kept = {passage.id for passage in written}
    behind: dict[str | None, list[Passage]] = {}
    last: str | None = None
    for passage in old:
        if passage.id in kept:
            last = passage.id
        elif not passage.text(language):
            behind.setdefault(last, []).append(passage)
    found = list(behind.get(None, ()))
    for passage in written:
        found.append(passage)
        found += behind.get(passage.id, ())
    return found
