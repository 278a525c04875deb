"""What is published, as tables to take along."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tejido.formats.sheet import Cell, Sheet

from .lines import Sum
from .models import Publication, Release
from .queries.boards import Board, Editions, Region
from .words import Names, edition_words, population_words, value_words

_EACH = " | "  # between joined values of a cell


def region_sheets(region: Region) -> list[Sheet]:
    """The totals of the chosen year by member and edition, its margins, and the totals of every year."""
    totals = Sheet("totals", ("member", "year", "edition", "edition_words", "counts", "persons"), tuple(
        (one.member, one.year, one.edition, edition_words(one.edition, region.editions), one.counts, one.persons)
        for one in region.totals
    ))  # fmt: skip  # one table
    margins = _margins("margins", region.sums, region.editions, {})
    return [totals, margins, _margins("years", region.by_year, region.editions, {})]


def board_sheets(board: Board) -> list[Sheet]:
    """All that a member published of a year."""
    names = board.covers.get("names", {})
    found = [_margins("persons", board.sums, board.editions, names)]
    if board.targets:
        columns = ("population", "number", "trained_at_least", "trained_at_most", "source")
        rows = tuple(
            (population_words(row["of"], names), row["number"], row["least"], row["most"], row["source"])
            for row in board.targets
        )
        found.append(Sheet("targets", columns, rows))
    return [*found, Sheet("months", ("month",), tuple((month,) for month in board.covers.get("months", ())))]


def _margins(name: str, sums: Sequence[Sum], editions: Editions, names: Names) -> Sheet:
    columns = ("year", "edition", "edition_words", "counts", "by", "values", "values_words", "persons")
    return Sheet(name, columns, tuple(_cells(one, editions, names) for one in sums))


def _cells(one: Sum, editions: Editions, names: Names) -> tuple[Cell, ...]:
    words = _EACH.join(value_words(one.by, value, names) for value in one.values)
    edition = edition_words(one.edition, editions)
    return one.year, one.edition, edition, one.counts, one.by or "all", _EACH.join(one.values), words, one.persons


def region_json(region: Region) -> str:
    rows = [_said(one) for one in (*region.totals, *region.sums, *region.by_year)]
    editions = {key: {"text": title, "number": number} for key, (title, number) in region.editions.items()}
    return _json({"year": region.year, "editions": editions, "figures": rows})


def publication_json(row: Publication, said: Any) -> str:
    """Exactly what its digest is of, with it."""
    return _json({"sha256": row.digest, "data": said})


def release_json(row: Release, said: Any) -> str:
    """The same of what a school released."""
    return _json({"sha256": row.digest, "data": said})


def _said(one: Sum) -> dict[str, Any]:
    return {
        "member": one.member, "year": one.year, "edition": one.edition, "counts": one.counts, "by": one.by,
        "values": list(one.values), "persons": one.persons,
    }  # fmt: skip  # one row


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
