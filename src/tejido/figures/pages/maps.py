"""A map of equal tiles: which members told something of a year."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tejido.formats.chart import AFRICA, AMERICAS

STEP, SIDE = 48, 42  # from tile to tile, and the side of one, in the units of the drawing
WIDTH_OF_OTHERS = 8


@dataclass(frozen=True, slots=True)
class Tile:
    """A member. Without `url` it told nothing that the reader may know."""

    code: str
    x: int
    y: int
    label: str
    url: str = ""

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + SIDE // 2, self.y + SIDE // 2


@dataclass(frozen=True, slots=True)
class Map:
    key: str
    tiles: Sequence[Tile]
    width: int
    height: int


def maps_of(labels: Mapping[str, str], urls: Mapping[str, str]) -> list[Map]:
    """A map of each region in which a member lies, and one of those that lie in none. `labels` by the code of the
    member, read aloud; `urls` of those that told something."""
    others = [code for code in labels if code not in AMERICAS and code not in AFRICA]
    grid = {code: (place % WIDTH_OF_OTHERS, place // WIDTH_OF_OTHERS) for place, code in enumerate(sorted(others))}
    regions = [(key, cells) for key, cells in (("americas", AMERICAS), ("africa", AFRICA), ("others", grid))]
    return [_map(key, cells, labels, urls) for key, cells in regions if not labels.keys().isdisjoint(cells)]


def _map(key: str, cells: Mapping[str, tuple[int, int]], labels: Mapping[str, str], urls: Mapping[str, str]) -> Map:
    known = {code: cell for code, cell in cells.items() if code in labels}
    left, top = _first(known.values(), 0), _first(known.values(), 1)
    tiles = [
        Tile(code, (column - left) * STEP + 3, (row - top) * STEP + 3, labels[code], urls.get(code, ""))
        for code, (column, row) in known.items()
    ]
    return Map(key, tiles, max(tile.x for tile in tiles) + STEP, max(tile.y for tile in tiles) + STEP)


def _first(cells: Collection[tuple[int, int]], place: int) -> int:
    return min(cell[place] for cell in cells)
