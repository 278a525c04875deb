"""A long list page by page, and files that are cut into parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from tejido.records.queries import PAGE

PART = 200  # certificates of one PDF: a second of the press, and a hundred megabytes


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a list, counted from 1; `before` and `after` are 0 where there is none."""

    number: int
    of: int

    @property
    def before(self) -> int:
        return self.number - 1

    @property
    def after(self) -> int:
        return self.number + 1 if self.number < self.of else 0


def leaf_of(asked: str, size: int) -> Leaf:
    """The page that was asked for; the first or the last where there is no such page."""
    of = max(1, -(-size // PAGE))
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 1
    return Leaf(min(max(number, 1), of), of)


def parts_of(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """The first and the last number of each part."""
    cut = [numbers[at : at + PART] for at in range(0, len(numbers), PART)]
    return [(part[0], part[-1]) for part in cut]
