"""Where each State lies among its neighbours, by its ISO 3166-1 code, one tile each. Drawn by hand for this node; no
borders, so that no border is decided."""

from __future__ import annotations

from collections.abc import Mapping

Cells = Mapping[str, tuple[int, int]]


def placed(picture: str) -> Cells:
    """Column and row of each code in a picture made of letters; a full stop is an empty place."""
    lines = [line.split() for line in picture.strip().splitlines()]
    return {code: (column, row) for row, line in enumerate(lines) for column, code in enumerate(line) if code != "."}


AMERICAS_ROWS = """
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
AFRICA_ROWS = """
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
AMERICAS, AFRICA = placed(AMERICAS_ROWS), placed(AFRICA_ROWS)
ONLY_AS_MEMBERS = frozenset({"EH"})
