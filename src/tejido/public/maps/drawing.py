"""From the register to tiles: one link per State of the register, its neighbours as empty places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from tejido.formats.chart import ONLY_AS_MEMBERS
from tejido.web.languages import in_my_language

from ..names import Standing
from ..queries import Place
from .grids import GRIDS, Grid, grid_of_others

STEP, SIDE = 48, 42  # from tile to tile, and the side of one, in the units of the drawing


@dataclass(frozen=True, slots=True)
class Tile:
    """A State on the map. Without `url` it is a neighbour: its code for orientation, and nothing else about it."""

    code: str
    column: int
    row: int
    url: str = ""
    label: str = ""
    standing: Standing = Standing.NONE
    has_mechanism: bool = False

    @property
    def x(self) -> int:
        return self.column * STEP + (STEP - SIDE) // 2

    @property
    def y(self) -> int:
        return self.row * STEP + (STEP - SIDE) // 2

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + SIDE // 2, self.y + SIDE // 2

    @property
    def thread(self) -> str:
        """Over or under, as in woven cloth."""
        return "weft" if (self.column + self.row) % 2 else "warp"


@dataclass(frozen=True, slots=True)
class Map:
    """A region. `key` makes its ids different from those of the other regions on the page."""

    key: str
    name: str | Promise
    tiles: tuple[Tile, ...]
    neighbours: tuple[Tile, ...]
    width: int
    height: int

    @property
    def columns(self) -> list[int]:
        """The middle of each column, where a thread runs."""
        return list(range(STEP // 2, self.width, STEP))

    @property
    def rows(self) -> list[int]:
        return list(range(STEP // 2, self.height, STEP))


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend: a standing that occurs, and how often."""

    standing: Standing
    count: int

    @property
    def label(self) -> str:
        return str(self.standing.label)


def legend(places: Sequence[Place]) -> list[Key]:
    found = [place.standing for place in places]
    return [Key(standing, found.count(standing)) for standing in Standing if standing in found]


def maps(places: Sequence[Place], language: str) -> list[Map]:
    """A map of every region in which a State of the register lies; States of no drawn region on one of their own."""
    known = {place.code: place for place in places if place.is_state}
    others = [code for code in known if not any(code in grid.cells for grid in GRIDS)]
    grids = [grid for grid in GRIDS if not known.keys().isdisjoint(grid.cells)]
    if others:
        grids.append(grid_of_others(others))
    return [_map(f"map-{number}", grid, known, language) for number, grid in enumerate(grids, 1)]


def _map(key: str, grid: Grid, known: Mapping[str, Place], language: str) -> Map:
    tiles = [_tile(known[code], cell, language) for code, cell in grid.cells.items() if code in known]
    neighbours = [
        Tile(code, *cell) for code, cell in grid.cells.items() if code not in known and code not in ONLY_AS_MEMBERS
    ]
    return Map(key, grid.name, tuple(tiles), tuple(neighbours), grid.columns * STEP, grid.rows * STEP)


def _tile(place: Place, cell: tuple[int, int], language: str) -> Tile:
    words = [in_my_language(place.line.member.name), str(place.standing.label)]
    if place.has_mechanism:
        words.append(_("National Mechanism at work"))
    url = reverse("public:member", kwargs={"language": language, "code": place.code})
    return Tile(place.code, *cell, url, " · ".join(words), place.standing, place.has_mechanism)
