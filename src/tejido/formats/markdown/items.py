"""Where list items stand in Markdown: their indent, marker and number, and the blank lines that part two lists."""

from __future__ import annotations

from dataclasses import dataclass

from .blocks import Block

MAX_NUMBER = 999_999_999  # a longer number opens no list


@dataclass(frozen=True, slots=True)
class _Marker:
    """What opens an item; `number` is None for "-"."""

    number: int | None
    delimiter: str

    def __str__(self) -> str:
        return self.delimiter if self.number is None else f"{self.number}{self.delimiter}"


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is open: the marker of its last item, and the indent of what that item holds."""

    marker: _Marker
    indent: str


_BULLET = _Marker(None, "-")


class Items:
    """Places one item after the other. `indent` is that of the item placed last."""

    def __init__(self) -> None:
        self.indent = ""
        self._open: list[_List] = []

    def close(self) -> None:
        """Something that is no item follows."""
        self._open = []

    def placed(self, block: Block, lines: list[str]) -> tuple[list[str], bool]:
        """The item's lines with marker and indent, and whether a blank line must stand before it.

        Where an item is deeper than the lists above it, empty bullets on its line stand for those that are missing.
        """
        level = max(block.level, 1)
        above, last = self._open[: level - 1], next(iter(self._open[level - 1 :]), None)
        self.indent = above[-1].indent if above else ""
        missing = level - 1 - len(above)
        above += [_List(_BULLET, self.indent + "  " * place) for place in range(1, missing + 1)]
        marker = _marker(block, last.marker if last else None)
        held = f"{self.indent}{'  ' * missing}{' ' * len(str(marker))} "
        self._open = [*above, _List(marker, held)]
        first, *rest = lines
        placed = [f"{self.indent}{'- ' * missing}{marker} {first}", *(f"{held}{line}".rstrip(" ") for line in rest)]
        opens = last is None or last.marker.delimiter != marker.delimiter
        is_apart = opens and (not above or marker.number not in {None, 1})
        return placed, is_apart or "" in rest


def _marker(block: Block, last: _Marker | None) -> _Marker:
    """The item's marker. Where its number does not follow from the last one, the other delimiter opens a new list."""
    if not block.attributes.get("ordered"):
        return _BULLET
    follows = last is not None and last.number is not None
    expected = last.number + 1 if last and last.number is not None else 1
    number = _start(block.attributes.get("start", ""), min(expected, MAX_NUMBER))
    delimiter = last.delimiter if last and follows else "."
    if follows and number != expected:
        delimiter = ")" if delimiter == "." else "."
    return _Marker(number, delimiter)


def _start(written: str, default: int) -> int:
    is_number = written.isascii() and written.isdigit() and len(written) <= len(str(MAX_NUMBER))
    return int(written) if is_number else default
