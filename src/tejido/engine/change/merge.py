"""Joining what two sides made of one text: by passage id, then by language, then by word."""

from dataclasses import dataclass

from ..document import Document, Passage
from .conflicts import (
    AttributeConflict,
    Conflict,
    Form,
    KindConflict,
    OrderConflict,
    RemovedAndChanged,
    Side,
    TextConflict,
)
from .order import merged_order
from .words import merge_words


@dataclass(frozen=True, slots=True)
class Merge:
    """The joined text and what nobody but a person can decide.

    Where there is a conflict the document holds our version, except that a passage or text that one side removed and
    the other changed is kept as changed; the other version stands in the conflict, so that nothing is lost. `blended`
    names the passages and languages whose words come from both sides without a clash: worth a look before anybody
    adopts them.
    """

    document: Document
    conflicts: tuple[Conflict, ...] = ()
    blended: tuple[tuple[str, str], ...] = ()


def merge(base: Document, ours: Document, theirs: Document) -> Merge:
    """The three-way merge of two revisions that go back to the same base.

    Method: each passage is settled by itself, then the order (see `merged_order`). Laws, held by property tests:
    merge(b, b, x), merge(b, x, b) and merge(b, x, x) are x; swapping the sides mirrors the conflicts and, where there
    are none, changes nothing; every word comes from one of the three; what a side added survives. Cost: linear while
    passages are equal, because equality is asked first; words are compared only where both sides changed the same
    language of a passage.
    """
    settled = _Settled(base, ours, theirs)
    kept: dict[str, Passage] = {}
    for id in _ids(ours, theirs):
        passage = settled.passage(id)
        if passage is not None:
            kept[id] = passage
    order, torn = merged_order(base, ours, theirs, kept)
    conflicts = tuple(settled.conflicts) + tuple(OrderConflict(ids) for ids in torn)
    return Merge(Document(tuple(kept[id] for id in order)), conflicts, tuple(settled.blended))


def _ids(ours: Document, theirs: Document) -> list[str]:
    extra = [id for id in theirs.index if id not in ours.index]
    return [*ours.index, *extra]


class _Settled:
    """Decides one passage at a time and gathers what it could not decide."""

    def __init__(self, base: Document, ours: Document, theirs: Document) -> None:
        self._sides = base, ours, theirs
        self.conflicts: list[Conflict] = []
        self.blended: list[tuple[str, str]] = []

    def passage(self, id: str) -> Passage | None:
        """The passage as it stands after the merge, or None where it is removed."""
        base, ours, theirs = (_get(document, id) for document in self._sides)
        if ours is theirs or ours == theirs or theirs is base or theirs == base:
            return ours
        if ours is base or ours == base:
            return theirs
        if ours is None or theirs is None:
            return self._removed(id, ours, theirs)
        return self._joined(base, ours, theirs)

    def _removed(self, id: str, ours: Passage | None, theirs: Passage | None) -> Passage | None:
        """One side has it, and not as it was in the base: changed there and removed by the other."""
        self.conflicts.append(RemovedAndChanged(id, Side.OURS if ours is None else Side.THEIRS))
        return ours or theirs

    def _joined(self, base: Passage | None, ours: Passage, theirs: Passage) -> Passage:
        form = self._form(base, ours, theirs)
        texts = self._texts(ours.id, _texts(base), _texts(ours), _texts(theirs))
        attributes = self._attributes(ours.id, _attributes(base), _attributes(ours), _attributes(theirs))
        return Passage.of(ours.id, form.kind, texts, level=form.level, attributes=attributes)

    def _form(self, base: Passage | None, ours: Passage, theirs: Passage) -> Form:
        before = _form(base) if base else None
        mine, yours = _form(ours), _form(theirs)
        if mine == yours or yours == before:
            return mine
        if mine == before:
            return yours
        self.conflicts.append(KindConflict(ours.id, before, mine, yours))
        return mine

    def _texts(self, id: str, base: dict[str, str], ours: dict[str, str], theirs: dict[str, str]) -> dict[str, str]:
        return {
            language: self._text(id, language, base.get(language, ""), ours.get(language, ""), theirs.get(language, ""))
            for language in sorted({*ours, *theirs})
        }

    def _text(self, id: str, language: str, base: str, ours: str, theirs: str) -> str:
        if ours == theirs or theirs == base:
            return ours
        if ours == base:
            return theirs
        joined = merge_words(base, ours, theirs) if base and ours and theirs else None
        if joined is None:
            self.conflicts.append(TextConflict(id, language, base, ours, theirs))
            return ours or theirs
        self.blended.append((id, language))
        return joined

    def _attributes(
        self, id: str, base: dict[str, str], ours: dict[str, str], theirs: dict[str, str]
    ) -> dict[str, str]:
        settled = {
            name: self._attribute(id, name, base.get(name), ours.get(name), theirs.get(name))
            for name in sorted({*ours, *theirs})
        }
        return {name: value for name, value in settled.items() if value is not None}

    def _attribute(self, id: str, name: str, base: str | None, ours: str | None, theirs: str | None) -> str | None:
        if ours == theirs or theirs == base:
            return ours
        if ours == base:
            return theirs
        self.conflicts.append(AttributeConflict(id, name, base, ours, theirs))
        return theirs if ours is None else ours


def _get(document: Document, id: str) -> Passage | None:
    at = document.index.get(id)
    return None if at is None else document.passages[at]


def _form(passage: Passage) -> Form:
    return Form(passage.kind, passage.level)


def _texts(passage: Passage | None) -> dict[str, str]:
    return dict(passage.texts) if passage else {}


def _attributes(passage: Passage | None) -> dict[str, str]:
    return dict(passage.attributes) if passage else {}
