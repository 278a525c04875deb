"""Where each State lies among its neighbours, by its ISO 3166-1 code, one tile each. Drawn by hand for this node; no
borders, so that no border is decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

AMERICAS = """
    .  CA .  .  .  .  .  .
    .  US .  .  BS .  .  .
    MX .  .  CU HT DO KN AG
    GT BZ .  JM .  .  .  DM
    SV HN .  .  .  .  LC BB
    .  NI .  .  .  .  VC .
    .  CR PA .  .  .  GD TT
    .  .  CO VE GY SR .  .
    .  .  EC PE BR .  .  .
    .  .  .  BO PY .  .  .
    .  .  .  CL AR UY .  .
"""
# EH is a place on the grid, not a statement: it is drawn only where a network's own register names it.
AFRICA = """
    .  .  MA DZ TN LY EG .  .  .
    .  EH MR ML NE TD SD ER DJ .
    CV SN GM BF BJ NG CF SS ET SO
    .  GW GN CI GH TG CM UG KE .
    .  .  SL LR .  GQ CG RW TZ SC
    .  .  .  .  ST GA CD BI .  KM
    .  .  .  .  .  AO ZM MW MZ MG
    .  .  .  .  .  NA BW ZW .  MU
    .  .  .  .  .  ZA LS SZ .  .
"""
ONLY_AS_MEMBERS = frozenset({"EH"})
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


def _read(name: str | Promise, picture: str) -> Grid:
    lines = [line.split() for line in picture.strip().splitlines()]
    cells = {code: (column, row) for row, line in enumerate(lines) for column, code in enumerate(line) if code != "."}
    return Grid(name, cells)


GRIDS = (_read(_("The Americas"), AMERICAS), _read(_("Africa"), AFRICA))


def grid_of_others(codes: list[str]) -> Grid:
    """States that lie on no drawn region, in the order of their codes."""
    cells = {code: (place % WIDTH_OF_OTHERS, place // WIDTH_OF_OTHERS) for place, code in enumerate(sorted(codes))}
    return Grid(_("Elsewhere"), cells)
