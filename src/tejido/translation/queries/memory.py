"""The translation memory: what the network has adopted already, passage by passage, as far as the actor may read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from tejido.curriculum.models import Edition
from tejido.curriculum.queries import documents_of, readable_editions
from tejido.engine.document import Document, addresses
from tejido.formats.markdown import plain
from tejido.ledger.actors import Actor
from tejido.web.memory import Memory

LEAST = 60  # per cent; below it, translating anew is quicker than mending
SHOWN = 5
_Pairs = tuple[tuple[str, str, str, str], ...]  # source without markup, words, passage id, address
remembered: Memory[tuple[str, str, str], _Pairs] = Memory(64)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words of an adopted text, and how much the source there is like the one here: 100 only where it is the same."""

    words: str
    source: str
    percent: int
    edition: Edition
    passage: str
    address: str

    @property
    def key(self) -> str:
        return f"{self.edition.key}.{self.passage}"


def suggestions(actor: Actor, source: str, languages: tuple[str, str]) -> list[Suggestion]:
    """The most alike first, each wording once, from the newest edition that has it. Three queries at most.

    Likeness is the share of letters in common (normalised indel distance, rapidfuzz).
    """
    asked = plain(source)
    editions = sorted(readable_editions(actor), key=lambda edition: (edition.sealed_at, edition.number), reverse=True)
    pairs = [(edition, pair) for edition, found in _memory(editions, languages) for pair in found]
    if not asked or not pairs:
        return []
    close = process.extract(
        asked, [pair[0] for _, pair in pairs], scorer=fuzz.ratio, score_cutoff=LEAST, limit=SHOWN * 4
    )
    seen: dict[tuple[str, str], Suggestion] = {}
    for said, score, place in close:
        edition, (_, words, passage, address) = pairs[place]
        percent = 100 if said == asked else min(int(score), 99)
        seen.setdefault((said, words), Suggestion(words, said, percent, edition, passage, address))
    return list(seen.values())[:SHOWN]


def _memory(editions: Sequence[Edition], languages: tuple[str, str]) -> list[tuple[Edition, _Pairs]]:
    """The pairs of each edition. Editions never change, so they are made once; who may read them was asked before."""
    found = {edition.key: remembered.recall((edition.revision.digest, *languages)) for edition in editions}
    missing = [edition for edition in editions if found[edition.key] is None]
    documents = documents_of([edition.revision for edition in missing])
    for edition in missing:
        where = (edition.revision.digest, *languages)
        found[edition.key] = remembered.keep(where, _pairs(documents[edition.revision.digest], languages))
    return [(edition, found[edition.key] or ()) for edition in editions]


def _pairs(document: Document, languages: tuple[str, str]) -> _Pairs:
    source, target = languages
    where = addresses(document)
    return tuple(
        (plain(p.text(source)), p.text(target), p.id, str(where[p.id]))
        for p in document
        if p.text(source) and p.text(target)
    )
