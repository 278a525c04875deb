"""The region and a member's year, as their pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.registry.queries import MemberLine
from tejido.web.languages import in_my_language

from ..lines import Sum, months_between
from ..names import By, Counts
from ..queries import Board, Received, Region
from ..words import months_words, number
from .coverage import coverage_of
from .maps import maps_of
from .tables import editions_table, tables_of, total_of, trend_of

IN_REGION = (By.SEX, By.CADRE, By.LEVEL)
OF_MEMBER = (By.SEX, By.CADRE, By.LEVEL, By.PROVINCE, By.INSTITUTION, By.COURSE, By.SCHOOL)


@dataclass(frozen=True, slots=True)
class MemberShown:
    """A member of record. Without `url` it told the reader nothing of this year."""

    code: str
    name: str
    url: str = ""
    trained: str = ""
    again: str = ""
    months: str = ""
    is_demonstration: bool = False


@dataclass(frozen=True, slots=True)
class SchoolShown:
    """A school of the member with the months of which it released something, and those that are over and missing."""

    name: str
    released: str
    missing: str
    is_silent: bool


def region_shown(region: Region, of_record: Sequence[MemberLine]) -> dict[str, Any]:
    """Everything beside the region itself. Members that told something are shown whether of record or not."""
    rows = [_member(region, line.member.code, in_my_language(line.member.name)) for line in of_record]
    known = {row.code for row in rows}
    rows += [_member(region, code, in_my_language(row.member.name)) for code, row in region.shown.items()
             if code not in known]  # fmt: skip  # one list
    nothing = _("nothing released")
    labels = {row.code: f"{row.name}: {row.trained or nothing}" for row in rows}
    return {
        "members": rows,
        "silent": [row.name for row in rows if not row.url],
        "told": sum(bool(row.url) for row in rows),
        "maps": maps_of(labels, {row.code: row.url for row in rows if row.url}),
        "trained": number(total_of(region.totals)),
        "again": number(total_of(region.totals, Counts.AGAIN)),
        "edition_table": editions_table(region.totals, region.editions),
        "unbound": number(_without_edition(region.totals)) if _without_edition(region.totals) else "",
        "tables": tables_of(region.sums, IN_REGION, {}),
        "trend": trend_of(region.sums, [row.covers["months"] for row in region.shown.values()], "region"),
        "by_year": [(year, number(total_of([one for one in region.by_year if one.year == year])))
                    for year in region.years],
        "is_demonstration": any(row.is_demonstration for row in region.shown.values()),
    }  # fmt: skip  # one page


def _member(region: Region, code: str, name: str) -> MemberShown:
    row = region.shown.get(code)
    if row is None:
        return MemberShown(code, name)
    own = [one for one in region.totals if one.member == code]
    return MemberShown(
        code, name, f"{reverse('figures:member', args=[code])}?year={region.year}", number(total_of(own)),
        number(total_of(own, Counts.AGAIN)), months_words(row.covers["months"]), row.is_demonstration,
    )  # fmt: skip  # one row


def _without_edition(sums: Sequence[Sum]) -> int:
    return total_of([one for one in sums if not one.edition])


def board_shown(board: Board) -> dict[str, Any]:
    """The tables, charts and gaps of a member's year."""
    names, months = board.covers.get("names", {}), board.covers.get("months", [])
    unbound = _without_edition(board.sums)
    return {
        "name": in_my_language(board.member.name),
        "trained": number(total_of(board.sums)),
        "again": number(total_of(board.sums, Counts.AGAIN)),
        "edition_table": editions_table(board.sums, board.editions),
        "unbound": number(unbound) if unbound else "",
        "tables": tables_of(board.sums, OF_MEMBER, names),
        "trend": trend_of(board.sums, [months], "member"),
        "targets": coverage_of(board.targets, names),
        "months": months_words(months),
        "missing_months": months_words(_missing(board.year, months)),
        "schools": board.covers.get("schools", 0),
    }


def received_shown(received: Received, over: Sequence[str]) -> dict[str, Any]:
    """The same of what a member received, with its schools. `over`: the months of the year that are over."""
    told: dict[str, set[str]] = {}
    for release in received.releases:
        months = months_between(release.since, release.until)
        told.setdefault(release.space.institution_id or "", set()).update(months)
    schools = [
        _school(in_my_language(school.institution.name), told.get(school.institution.key, set()), over)
        for school in received.entered
        if school.institution is not None
    ]
    return {**board_shown(received.board), "schools_shown": schools,
            "silent": [row.name for row in schools if row.is_silent]}  # fmt: skip  # one page


def _school(name: str, told: set[str], over: Sequence[str]) -> SchoolShown:
    missing = [month for month in over if month not in told]
    return SchoolShown(name, months_words(sorted(told)), months_words(missing), not told)


def _missing(year: int, months: Sequence[str]) -> list[str]:
    """The months up to the last one that was released."""
    last = max(months, default="")
    return [name for month in range(1, 13) if (name := f"{year:04}-{month:02}") < last and name not in months]
