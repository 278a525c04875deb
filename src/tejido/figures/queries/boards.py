"""Who is trained, as far as a reader may know: of other members and of the region what was published to the reader, of
the own member what its schools released. No page here reads a record, and none adds up groups: the number of queries
and of rows hangs on what was published, and on nothing behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.db.models import Sum as Added

from tejido.curriculum.models import Edition
from tejido.ledger.actors import Actor
from tejido.mechanisms.names import Audience
from tejido.mechanisms.rules import EVERYBODY, IN_NETWORK
from tejido.registry.models import Member
from tejido.schools.models import School

from ..lines import BETWEEN, Sum, heaps_of
from ..models import Figure, Part, Publication, Release
from ..names import By
from .publishing import received_member, targets

# Of the region words that every member has alike; a province is told on its member's page.
IN_REGION = (By.SEX, By.CADRE, By.LEVEL, By.MONTH)
Editions = Mapping[str, tuple[Mapping[str, str], int]]  # title of the text and number, by key


@dataclass(frozen=True, slots=True)
class Region:
    """A year in which something was published to the reader. `shown` by the code of the member, `totals` by member and
    edition, `sums` the margins of all members together, `by_year` the totals of all members in every year."""

    year: int
    years: Sequence[int]
    shown: Mapping[str, Publication]
    totals: Sequence[Sum]
    sums: Sequence[Sum]
    by_year: Sequence[Sum]
    editions: Editions


@dataclass(frozen=True, slots=True)
class Board:
    """A member's year. `covers` are the months of which something was released and the number of schools; `names` what
    is told by key; `targets` the populations, each with how many were trained."""

    member: Member
    year: int
    years: Sequence[int]
    sums: Sequence[Sum]
    editions: Editions
    covers: Mapping[str, Any]
    targets: Sequence[Mapping[str, Any]]
    publication: Publication | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """What a member's schools released of a year, and what of it is missing: by school the months that nothing was
    released of. `entered` are the member's schools, by the key of their institution."""

    board: Board
    releases: Sequence[Release]
    entered: Sequence[School]


def region(actor: Actor, year: int | None = None) -> Region | None:
    """The latest year, or the one that is asked for; None where nothing was published to the reader. Six queries."""
    shown = _visible(actor)
    years = sorted({row.year for row in shown}, reverse=True)
    if not years or (year is not None and year not in years):
        return None
    chosen = year if year is not None else years[0]
    codes = {row.key: row.member for row in shown if row.year == chosen}
    of_year = Figure.objects.filter(publication__in=codes)
    totals, margins = _sums(of_year.filter(by=""), "publication", codes), _sums(of_year.filter(by__in=IN_REGION))
    by_year = _sums(Figure.objects.filter(publication__in=[row.key for row in shown], by=""))
    told = {row.member.code: row for row in _whole(codes)}
    return Region(chosen, years, told, totals, margins, by_year, editions_of(totals))


def board_for(actor: Actor, code: str, year: int | None = None) -> Board:
    """What a member published to the reader. ObjectDoesNotExist where it published nothing, as for an unknown code.
    Four queries."""
    shown = _visible(actor, code)
    years = [row.year for row in shown]
    found = next((one for one in shown if year in {None, one.year}), None)
    if found is None:
        raise ObjectDoesNotExist
    row = _whole([found.key])[0]
    sums = _sums(Figure.objects.filter(publication=row))
    return Board(row.member, row.year, years, sums, editions_of(sums), row.covers, row.targets, row)


def publication_for(actor: Actor, code: str, year: int) -> Publication:
    """What the board of a member shows, with its groups. ObjectDoesNotExist as there."""
    row = next((one for one in _visible(actor, code) if one.year == year), None)
    if row is None:
        raise ObjectDoesNotExist
    return Publication.objects.get(key=row.key)


def received_for(actor: Actor, year: int | None = None) -> Received:
    """What the reader's own member received. ObjectDoesNotExist for who reads nothing of it. Eight queries."""
    member = received_member(actor)
    standing = Release.objects.filter(member=member, replaced_at=None, withdrawn_at=None)
    rows = list(standing.select_related("space__institution", "member"))
    years = sorted({row.since.year for row in rows}, reverse=True)
    chosen = year if year is not None else (years or [0])[0]
    releases = [row for row in rows if row.since.year == chosen]
    keys = [row.key for row in releases]
    sums = _sums(Figure.objects.filter(release__in=keys))
    parts = Part.objects.filter(release__in=keys).select_related("release__space__institution", "course")
    several = list(parts)
    heaps = heaps_of(several)
    months = {month for heap in heaps for leaf in heap.leaves for month in leaf.of["month"]}
    covers = {
        "months": sorted(months), "schools": len({row.space_id for row in releases}),
        "names": {"course": {part.course_id: part.course.title for part in several}},
    }  # fmt: skip  # one table
    told = targets(member, chosen, heaps)
    entered = School.objects.filter(member=member, institution__isnull=False, struck_at=None)
    board = Board(member, chosen, years, sums, editions_of(sums), covers, told)
    return Received(board, releases, list(entered.select_related("institution")))


@dataclass(frozen=True, slots=True)
class Shown:
    """All that was published to a reader of several years: totals and the margins of sex, each by member, year and
    edition; and when each year of a member was published, with the digest of what was."""

    sums: Sequence[Sum]
    editions: Editions
    publications: Mapping[tuple[str, int], Publication]


def shown_to(actor: Actor, years: Collection[int], code: str = "") -> Shown:
    """What was published of these years, of all members or of one. Four queries, however much it is."""
    shown = [row for row in _visible(actor, code) if row.year in years]
    codes = {row.key: row.member for row in shown}
    rows = Figure.objects.filter(publication__in=codes, by__in=["", By.SEX])
    sums = _sums(rows, "publication", codes)
    whole = {(row.member.code, row.year): row for row in _whole(codes)}
    return Shown(sums, editions_of(sums), whole)


@dataclass(frozen=True, slots=True)
class _Shown:
    """The key of a publication, whose it is and of which year."""

    key: str
    member: str
    year: int


def _visible(actor: Actor, code: str = "") -> list[_Shown]:
    """What stands and the reader may read, the latest year first; of two of one member and year the one that was made
    for the narrower circle. One query."""
    audiences = EVERYBODY if actor.is_public else IN_NETWORK
    rows = Publication.objects.filter(ended_at=None, audience__in=audiences)
    if code:
        rows = rows.filter(member__code=code)
    found: dict[tuple[str, int], _Shown] = {}
    columns = rows.order_by("-year", "member__code").values_list("key", "member__code", "year", "audience")
    for key, member, year, audience in columns:
        if (member, year) not in found or audience == Audience.NETWORK:
            found[member, year] = _Shown(key, member, year)
    return list(found.values())


def _whole(keys: Collection[str]) -> list[Publication]:
    """What these say beside their figures, without their groups. One query."""
    rows = Publication.objects.filter(key__in=keys).select_related("member").defer("groups")
    return list(rows.order_by("member__code"))


def _sums(rows: QuerySet[Figure], by: str = "", codes: Mapping[str, str] | None = None) -> list[Sum]:
    """Figures of several publications or releases, added up; `by` keeps those of each apart."""
    columns = ("year", "edition", "counts", "by", "values", *([by] if by else []))
    several = rows.order_by(*columns).values(*columns).annotate(n=Added("persons"))
    return [
        Sum(row["edition"], row["counts"], row["by"], _values(row["values"]), row["n"], row["year"],
            (codes or {}).get(row.get(by, ""), ""))
        for row in several
    ]  # fmt: skip  # one row of a table


def _values(text: str) -> tuple[str, ...]:
    return tuple(text.split(BETWEEN)) if text else ()


def editions_of(sums: Iterable[Sum]) -> Editions:
    """The editions of the common text that are taught: of the network, so that everybody may know them. One query."""
    keys: Collection[str] = {one.edition for one in sums if one.edition}
    rows = Edition.objects.filter(key__in=keys).select_related("text").defer("record")
    return {row.key: (row.text.title, row.number) for row in rows}
