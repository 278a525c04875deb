"""Pieces of a file that came back, as the words of the passages that they belong to."""

from collections.abc import Mapping, Sequence

from tejido.engine.document import Kind, Passage, substance

from ...markdown import plain
from ..writing.names import Mark
from .values import Piece

Parts = Mapping[int, Piece]


def by_passage(pieces: Mapping[Mark, Piece]) -> dict[tuple[str, int], dict[int, Piece]]:
    found: dict[tuple[str, int], dict[int, Piece]] = {}
    for mark, piece in pieces.items():
        found.setdefault((mark.id, mark.column), {})[mark.part] = piece
    return found


def text_of(kind: Kind, parts: Parts) -> str:
    """The parts of one passage as its text. The caption of a figure is no part of its Markdown but of its title."""
    if kind in {Kind.TABLE, Kind.FIGURE} and 0 in parts:
        return "\n\n".join(parts[at].text for at in sorted(parts) if parts[at].text)
    return joined([parts[at] for at in sorted(parts)], plainly=kind is Kind.ITEM)


def joined(pieces: Sequence[Piece], *, plainly: bool = False) -> str:
    """Pieces as paragraphs, items of a list as a list."""
    parts: list[str] = []
    number = 0
    was_item = False
    for piece in pieces:
        is_item = piece.kind is Kind.ITEM and not plainly
        number = number + 1 if is_item and piece.is_ordered else 0
        if not piece.text:
            continue
        sign = f"{number}. " if number else "- "
        indent = "  " * (piece.level - 1)
        text = f"{indent}{sign}{piece.text}" if is_item else piece.text
        parts.append(("\n" if was_item and is_item else "\n\n" if parts else "") + text)
        was_item = is_item
    only = [piece for piece in pieces if piece.text]
    return only[0].text if len(only) == 1 else "".join(parts)


def is_typography(old: str, new: str) -> bool:
    """Whether two texts differ only in blanks, quotation marks and dashes, which programs change by themselves."""
    return len({substance(Passage.of("x", Kind.PARAGRAPH, {"x": plain(text)}), ["x"]) for text in (old, new)}) == 1
