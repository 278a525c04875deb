"""One document of all languages from a document for each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ..passages import Document, Kind, Passage
from .marks import marks_of
from .pairs import pairs_of


@dataclass(frozen=True, slots=True)
class Joined:
    """`unjoined` has for each language the ids of the passages without it: for a person to join or to translate."""

    document: Document
    unjoined: Mapping[str, tuple[str, ...]]


def join_languages(documents: Mapping[str, Document]) -> Joined:
    """One text from the same text in several languages, each a document by its BCP 47 tag; the first one leads.

    A passage keeps the id, kind, level and attributes of the first language that has it. One without a partner that is
    certain stays alone in its language, at its place. An id that two documents share says that they mean the same
    passage. Invariants: every text is there once, unchanged; in every language the passages stand in the order of its
    document, shared ids apart. Cost: linear in the passages and in the languages.
    """
    rows: list[Passage] = []
    for tag, document in documents.items():
        rows = _with_language(rows, document, tag, list(documents)) if rows else list(document)
    unjoined = {tag: tuple(row.id for row in rows if tag not in row.languages) for tag in documents}
    return Joined(Document.of(rows), unjoined)


def _with_language(rows: list[Passage], document: Document, tag: str, order: list[str]) -> list[Passage]:
    place = {row.id: at for at, row in enumerate(rows)}
    pinned = {place[passage.id]: at for at, passage in enumerate(document) if passage.id in place}
    ones = [marks_of(row, next(filter(None, map(row.text, order)), "")) for row in rows]
    others = [marks_of(passage, passage.text(tag)) for passage in document]
    taken = set(pinned.values())
    partners = pinned | {i: j for i, j in pairs_of(ones, others, pinned) if i not in pinned and j not in taken}
    joined = [
        row.with_text(tag, document.passages[partners[at]].text(tag)) if at in partners else row
        for at, row in enumerate(rows)
    ]
    return list(_woven(joined, document.passages, {j: i for i, j in partners.items()}))


def _woven(rows: Sequence[Passage], passages: Sequence[Passage], row_of: Mapping[int, int]) -> Iterable[Passage]:
    """The rows with the passages that are in none, each behind the row of the passage before it."""
    behind: dict[int, list[Passage]] = {}
    last = -1
    for at, passage in enumerate(passages):
        if at in row_of:
            last = row_of[at]
        else:
            behind.setdefault(last, []).append(passage)
    with_partner = set(row_of.values())
    alone: list[Passage] = []
    extra = behind.get(-1, [])
    for at, row in enumerate(rows):
        if at not in with_partner:
            alone.append(row)
            continue
        yield from _in_one_order(alone, extra)
        yield row
        alone, extra = [], behind.get(at, [])
    yield from _in_one_order(alone, extra)


def _in_one_order(rows: list[Passage], passages: list[Passage]) -> list[Passage]:
    """What still belongs to the section before comes first, so that nothing falls under another language's heading."""
    body, other_body = (list(takewhile(_is_text, run)) for run in (rows, passages))
    return body + other_body + rows[len(body) :] + passages[len(other_body) :]


def _is_text(passage: Passage) -> bool:
    return passage.kind is not Kind.HEADING
