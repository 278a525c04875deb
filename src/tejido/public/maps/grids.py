"""The regions that are drawn, with what they are called: which State lies where is told by `formats.chart`, for paper
as well."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tejido.formats.chart import AFRICA, AMERICAS

WIDTH_OF_OTHERS = 8


@dataclass(frozen=True, slots=True)
class Grid:
    """A region: its name, and column and row by code."""

    name: str | Promise
    cells: Mapping[str, tuple[int, int]]

    @property
    def columns(self) -> int:
        return 1 + max(column for column, _row in self.cells.values())

    @property
    def rows(self) -> int:
        return 1 + max(row for _column, row in self.cells.values())


GRIDS = (Grid(_("The Americas"), AMERICAS), Grid(_("Africa"), AFRICA))


def grid_of_others(codes: list[str]) -> Grid:
    """States that lie on no drawn region, in the order of their codes."""
    cells = {code: (place % WIDTH_OF_OTHERS, place // WIDTH_OF_OTHERS) for place, code in enumerate(sorted(codes))}
    return Grid(_("Elsewhere"), cells)
