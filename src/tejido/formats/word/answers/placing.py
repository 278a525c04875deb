"""Which piece of a file is which passage of the base.

The base is written as a file and read back (the *echo*), so that pieces are compared with what an untouched file would
say, whatever Markdown and Word make of each other. Bookmarks decide where they are there and make sense; the rest is
aligned by content, on the words before the tracked changes, which are those of the base.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tejido.engine.change import align, similarity
from tejido.engine.document import Document, Passage

from ...markdown import plain
from ..writing.names import Mark
from .values import Piece

SURE = 0.5  # of the words of a paragraph without an id among others that have theirs
_NONE = 0.12  # a paragraph with less in common with its passage may have got the wrong bookmark
_LANGUAGE = "x"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the pieces belong. `marks` has the part of a passage for each piece, None for what is new or not of the
    text; `first` the piece that speaks for each part; `front` the pieces that belong to the paper and not to its text.
    """

    marks: tuple[Mark | None, ...]
    first: Mapping[Mark, int]
    front: frozenset[int]
    with_ids: bool


def placed(echo: Sequence[Piece], pieces: Sequence[Piece]) -> Placed:
    """See the module."""
    base = {piece.marks[0]: piece for piece in echo if piece.marks and piece.text}
    claims = _claims(base, pieces)
    _correct(base, pieces, claims)
    with_ids = 2 * len({mark for mark in claims if mark is not None}) > len(base) or not base
    front = {at for at, piece in enumerate(pieces) if piece.is_apart}
    for column in sorted({piece.column for piece in pieces}):
        _align(column, echo, pieces, claims, front, with_ids=with_ids)
    _follow_moves(base, pieces, claims)
    first = _first(base, pieces, claims)
    for at, mark in enumerate(claims):
        if mark is not None and first[mark] != at and pieces[at].text:
            claims[at] = None  # a copy says something new where it stands
    return Placed(tuple(claims), first, frozenset(front), with_ids)


def _claims(base: Mapping[Mark, Piece], pieces: Sequence[Piece]) -> list[Mark | None]:
    """The mark of each piece by its own bookmarks: of several, that of the passage which it resembles most. A table has
    one in every row; any of them names its first part.
    """
    return [_claim(base, piece) for piece in pieces]


def _claim(base: Mapping[Mark, Piece], piece: Piece) -> Mark | None:
    known = [mark for mark in (_known(base, mark) for mark in piece.marks) if mark is not None]
    if len(known) < 2:
        return known[0] if known else None
    return max(dict.fromkeys(known), key=lambda mark: likeness(base[mark], piece))


def _known(base: Mapping[Mark, Piece], mark: Mark) -> Mark | None:
    if mark in base:
        return mark
    whole = Mark(mark.id, mark.column)
    return whole if whole in base and base[whole].kind.value == "table" else None


def likeness(old: Piece, new: Piece) -> float:
    """How much a piece has of an old one, before or after its changes."""
    words = plain(old.text)
    return max(similarity(words, new.before), similarity(words, plain(new.text)))


def _correct(base: Mapping[Mark, Piece], pieces: Sequence[Piece], claims: list[Mark | None]) -> None:
    """A bookmark that slid to a paragraph put in before its own goes back: the own one says what it always said."""
    free = {piece.before: at for at, piece in enumerate(pieces) if claims[at] is None and piece.before}
    for at, mark in enumerate(claims):
        if mark is None or (pieces[at].before and likeness(base[mark], pieces[at]) >= _NONE):
            continue
        rightful = free.pop(base[mark].before, None)
        if rightful is not None and pieces[at].text:
            claims[rightful], claims[at] = mark, None


def _align(
    column: int,
    echo: Sequence[Piece],
    pieces: Sequence[Piece],
    claims: list[Mark | None],
    front: set[int],
    *,
    with_ids: bool,
) -> None:
    """Gives the pieces of one column that have no mark the parts that nothing has claimed."""
    taken = {mark for at, mark in enumerate(claims) if mark is not None and (pieces[at].text or pieces[at].before)}
    old = [
        (piece.marks[0] if piece.marks else None, piece)
        for piece in echo
        if piece.column == column and piece.text and not (piece.marks and piece.marks[0] in taken)
    ]
    new = [
        at for at, piece in enumerate(pieces) if piece.column == column and claims[at] is None and _is_of_base(piece)
    ]
    if not old or not new:
        return
    found = align(_document("o", [piece for _, piece in old]), _document("n", [pieces[at] for at in new]), _LANGUAGE)
    for at, match in zip(new, found.matches, strict=True):
        if match.old is None:
            continue
        mark, piece = old[int(match.old[1:])]
        if with_ids and likeness(piece, pieces[at]) < SURE:
            continue
        if mark is None:
            front.add(at)
        else:
            claims[at] = mark


def _follow_moves(base: Mapping[Mark, Piece], pieces: Sequence[Piece], claims: list[Mark | None]) -> None:
    """A paragraph that was taken away here and says the same elsewhere has moved, with its mark or without."""
    speaking = {mark for at, mark in enumerate(claims) if mark is not None and pieces[at].text}
    silent = {base[mark].before: mark for mark in claims if mark is not None and mark not in speaking}
    for at, piece in enumerate(pieces):
        if claims[at] is None and piece.text and not piece.is_apart:
            mark = silent.pop(plain(piece.text), None)
            if mark is not None and mark.column == piece.column:
                claims[at] = mark


def _is_of_base(piece: Piece) -> bool:
    """Whether a piece may be one of the base: something in it was there before the tracked changes."""
    return not piece.is_new and not piece.is_apart and bool(piece.before or piece.text)


def _document(prefix: str, pieces: Sequence[Piece]) -> Document:
    """What the pieces said before their changes."""
    return Document.of(
        Passage.of(f"{prefix}{at}", piece.kind, {_LANGUAGE: _said(piece)}, level=piece.level)
        for at, piece in enumerate(pieces)
    )


def _said(piece: Piece) -> str:
    return piece.text if not piece.before or plain(piece.text) == piece.before else piece.before


def _first(base: Mapping[Mark, Piece], pieces: Sequence[Piece], claims: list[Mark | None]) -> dict[Mark, int]:
    """Of several pieces with one mark (a copy; a paragraph that moved away, and where it went) the one that says most
    of what the passage said.
    """
    found: dict[Mark, list[int]] = {}
    for at, mark in enumerate(claims):
        if mark is not None:
            found.setdefault(mark, []).append(at)
    return {
        mark: places[0] if len(places) == 1 else max(places, key=lambda at: _weight(base[mark], pieces[at]))
        for mark, places in found.items()
    }


def _weight(old: Piece, piece: Piece) -> tuple[bool, float]:
    return bool(piece.text), likeness(old, piece)
