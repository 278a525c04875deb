"""Core passages: a lock stands on a passage of a text, from the edition that it was written down in until it is lifted.

A row says that the network made the passage core in the words of one edition. The first standing row is the lock; later
ones confirm it in other words. Nothing is carried anywhere when an edition is adopted: what is locked in an edition is
read from the rows of it and of earlier ones.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from tejido.curriculum.models import Edition
from tejido.curriculum.queries import documents_of
from tejido.engine.document import Document, Passage

from ..lines import Account, is_said_anew
from ..models import CorePassage, Derivation, Uptake
from ..names import LockState


@dataclass(frozen=True, slots=True)
class Lock:
    """A locked passage as one edition has it. `rows` are the decisions, the first one first; `judged` says what the
    last of them was made on, `now` what the edition says, None where it has the passage no more."""

    passage: str
    rows: tuple[CorePassage, ...]
    judged: Passage
    now: Passage | None

    @property
    def state(self) -> LockState:
        if self.now is None:
            return LockState.ENDED
        return LockState.CHANGED if is_said_anew(self.judged, self.now) else LockState.LOCKED


def locks_in(edition: Edition) -> list[Lock]:
    """What is locked in an edition: here, or in an earlier one of the same text. Three queries at most."""
    rows = list(_standing_until(edition))
    return _locks(edition, rows, _texts([edition], rows))


def lock_on(edition: Edition, passage: str) -> Lock | None:
    rows = list(_standing_until(edition).filter(passage=passage))
    return next(iter(_locks(edition, rows, _texts([edition], rows))), None)


def _standing_until(edition: Edition) -> QuerySet[CorePassage]:
    of_text = CorePassage.objects.filter(edition__text=edition.text_id, lifted_at=None)
    found = of_text.filter(edition__number__lte=edition.number)
    return found.select_related("edition__revision").defer("edition__record").order_by("edition__number")


def lock_states(editions: Iterable[Edition], rows: Sequence[CorePassage]) -> list[tuple[str, LockState]]:
    """How each locked passage stands in one edition of its text: the text's key and the state. `rows` are all standing
    ones of these texts, the earlier editions first. One query at most."""
    newest = list(editions)
    texts = _texts(newest, rows)
    return [
        (edition.text_id, lock.state)
        for edition in newest
        for lock in _locks(edition, [row for row in rows if row.edition.text_id == edition.text_id], texts)
    ]


def _texts(editions: Sequence[Edition], rows: Sequence[CorePassage]) -> dict[str, Document]:
    listed = [edition.revision for edition in editions] + [row.edition.revision for row in rows]
    return documents_of(listed) if rows else {}


def _locks(edition: Edition, rows: Sequence[CorePassage], texts: Mapping[str, Document]) -> list[Lock]:
    by_passage: dict[str, list[CorePassage]] = {}
    for row in rows:
        by_passage.setdefault(row.passage, []).append(row)
    if not by_passage:
        return []
    here = texts[edition.revision.digest]
    found = [_lock(id, several, texts, here) for id, several in by_passage.items()]
    return sorted(found, key=lambda lock: here.index.get(lock.passage, len(here)))


def _lock(id: str, several: Sequence[CorePassage], texts: Mapping[str, Document], here: Document) -> Lock:
    judged = texts[several[-1].edition.revision.digest].passage(id)
    return Lock(id, tuple(several), judged, here.passage(id) if id in here else None)


## What versions depart from


def locked_until(source: str | None, number: int) -> frozenset[str]:
    """The passages of a text that are locked in its edition of this number, some of which it may have no more."""
    found = CorePassage.objects.filter(edition__text=source, edition__number__lte=number, lifted_at=None)
    return frozenset(found.values_list("passage", flat=True)) if source else frozenset()


def core_in(account: Account, locked: Iterable[str]) -> frozenset[str]:
    """Those of the locked passages that the text has that a version was brought up to: the lock of what is gone from
    it has ended, also where the version keeps the passage as its own."""
    return frozenset(locked) - {told.id for told in account.told if not told.before}


def core_of(derivation: Derivation, uptake: Uptake, account: Account) -> frozenset[str]:
    """The core passages of the edition that the version was brought up to. One query."""
    return core_in(account, locked_until(derivation.source_id, uptake.edition)) if uptake.is_edition else frozenset()
