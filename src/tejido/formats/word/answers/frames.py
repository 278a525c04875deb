"""An answer as plain data and back: what the child says is checked like the file itself."""

from __future__ import annotations

import json
from typing import Any

from tejido.engine.document import Kind

from ...frames import raise_refusal
from ..writing.names import Mark, mark_in
from .values import Answer, Change, ChangeKind, Comment, Piece


def answer_to_data(answer: Answer) -> dict[str, Any]:
    """Ready for JSON."""
    return {
        "identity": list(answer.identity or ()),
        "digest": answer.digest,
        "languages": list(answer.languages),
        "pieces": [
            [[mark.name for mark in p.marks], p.column, p.kind.value, p.level, p.text, p.before, p.is_new, p.is_ordered,
             p.is_apart]
            for p in answer.pieces
        ],
        "comments": [
            [c.author, c.initials, c.at, c.words, c.piece, c.quoted, c.parent, c.is_resolved] for c in answer.comments
        ],
        "changes": [[c.kind.value, c.author, c.words, c.piece, c.run, c.place] for c in answer.changes],
    }  # fmt: skip  # one table, read as one


def answer_from_data(data: Any) -> Answer:
    """The inverse. ValueError, KeyError or TypeError where it is no answer."""
    pieces = tuple(_piece(*fields) for fields in data["pieces"])
    comments = tuple(_comment(*fields) for fields in data["comments"])
    changes = tuple(_change(*fields) for fields in data["changes"])
    places = [*(comment.piece for comment in comments), *(change.piece for change in changes)]
    if any(not -1 <= place <= len(pieces) for place in places):
        raise ValueError("something stands in a piece that is not there")
    if any(not -1 <= comment.parent < len(comments) for comment in comments):
        raise ValueError("a reply replies to nothing")
    identity = [_text(part) for part in data["identity"]]
    named = (identity[0], identity[1], identity[2]) if len(identity) == 3 else None
    return Answer(named, _text(data["digest"]), tuple(map(_text, data["languages"])), pieces, comments, changes)


def to_bytes(answer: Answer) -> bytes:
    """What the child says of a Word file that came back."""
    return json.dumps({"answer": answer_to_data(answer)}, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def from_bytes(data: bytes) -> Answer:
    """The answer, or the BadFile in it raised. ValueError where it is neither; nothing in it is trusted."""
    try:
        said = json.loads(data)
        raise_refusal(said)
        return answer_from_data(said["answer"])
    except (KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise ValueError("this is no answer") from problem


def _piece(
    marks: Any, column: Any, kind: Any, level: Any, text: Any, before: Any, is_new: Any, is_ordered: Any, is_apart: Any
) -> Piece:
    found = tuple(mark for mark in map(mark_in, map(_text, marks)) if isinstance(mark, Mark))
    flags = bool(is_new), bool(is_ordered), bool(is_apart)
    return Piece(found, _number(column), Kind(kind), _number(level), _text(text), _text(before), *flags)


def _comment(
    author: Any, initials: Any, at: Any, words: Any, piece: Any, quoted: Any, parent: Any, is_resolved: Any
) -> Comment:
    said = (_text(author), _text(initials), _text(at), _text(words))
    return Comment(*said, _number(piece), _text(quoted), _number(parent), bool(is_resolved))


def _change(kind: Any, author: Any, words: Any, piece: Any, run: Any, place: Any) -> Change:
    return Change(ChangeKind(kind), _text(author), _text(words), _number(piece), _number(run), _text(place))


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(f"{value!r:.20} is not a number")
    return value


def _text(value: Any) -> str:
    """A text without the lone surrogates and the NUL that no database can hold."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r:.20} is not a text")
    value.encode()
    return value.replace("\x00", "")
