"""Institutions as they stood on a day: which there were, and what they were called then."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OrderBy, Q, QuerySet

from ..models import Institution, InstitutionName, Sector
from .days import AsOf


@dataclass(frozen=True, slots=True)
class InstitutionLine:
    """An institution with the name that it had. `is_certain`: it is known to have been there, not only supposed."""

    institution: Institution
    name: Mapping[str, str]
    is_certain: bool


def network_first(prefix: str = "") -> OrderBy:
    """By member, the network's own first: the databases do not agree where to put what has no member."""
    return F(f"{prefix}member__code").asc(nulls_first=True)


def valid_on(day: date, prefix: str = "") -> Q:
    """What had begun by that day and not ended; an unknown beginning or end shuts nothing out."""
    since, until = f"{prefix}since", f"{prefix}until"
    return (Q(**{since: None}) | Q(**{f"{since}__lte": day})) & (Q(**{until: None}) | Q(**{f"{until}__gt": day}))


def institutions(on: AsOf, among: QuerySet[Institution] | None = None) -> list[InstitutionLine]:
    """The institutions of that day by branch and code, of the whole register or among some. Two queries."""
    rows = Institution.objects.all() if among is None else among
    rows = rows.filter(valid_on(on.day)).select_related("member", "sector", "successor")
    return named(list(rows), on.day, is_certain=on.is_today)


def named(rows: list[Institution], day: date, *, is_certain: bool = False) -> list[InstitutionLine]:
    """The rows with the names that they had on that day. One query."""
    names = names_on(day, [row.key for row in rows])
    return [InstitutionLine(row, names.get(row.key, row.name), is_certain or row.since is not None) for row in rows]


def names_on(day: date, keys: Iterable[str]) -> dict[str, Mapping[str, str]]:
    """What renamed institutions were called on that day, by key. One query."""
    found = InstitutionName.objects.filter(Q(since=None) | Q(since__lte=day), institution__in=list(keys))
    ordered = found.order_by(F("since").asc(nulls_first=True)).values_list("institution_id", "name")
    return dict(ordered)


def heirs_of(row: Institution) -> list[Institution]:
    """The other institutions of the same member that are still there. One query."""
    return list(Institution.objects.filter(member=row.member_id, until=None).exclude(key=row.key))


def sectors() -> list[Sector]:
    """The network's vocabulary of what institutions deal with."""
    return list(Sector.objects.all())
