"""The directory of all institutions: found by what people remember of them, a page at a time."""

import unicodedata
from dataclasses import dataclass

from django.db.models import QuerySet

from ..models import Institution, Member, Sector
from .days import AsOf
from .institutions import InstitutionLine, named, network_first, valid_on

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. Empty means any."""

    words: str = ""
    member: str = ""
    branch: str = ""
    sector: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    lines: tuple[InstitutionLine, ...]
    count: int
    page: int
    pages: int
    members: tuple[Member, ...]
    sectors: tuple[Sector, ...]


def directory(wanted: Wanted, on: AsOf, page: int) -> Directory:
    """One page of the institutions of that day. Six queries at most, however many there are."""
    rows = _matching(wanted, Institution.objects.filter(valid_on(on.day)))
    if wanted.words:
        rows = rows.filter(key__in=_with_words(wanted.words, rows))
    count = rows.count()
    pages = max(1, -(-count // PER_PAGE))
    page = min(max(page, 1), pages)
    ordered = rows.select_related("member", "sector", "successor").order_by(network_first(), "code")
    shown = list(ordered[(page - 1) * PER_PAGE : page * PER_PAGE])
    lines = named(shown, on.day, is_certain=on.is_today)
    return Directory(tuple(lines), count, page, pages, tuple(Member.objects.all()), tuple(Sector.objects.all()))


def _matching(wanted: Wanted, rows: QuerySet[Institution]) -> QuerySet[Institution]:
    if wanted.member:
        rows = rows.filter(member__code=wanted.member) if wanted.member != "network" else rows.filter(member=None)
    exact = {"branch": wanted.branch, "sector__code": wanted.sector, "level": wanted.level}
    return rows.filter(**{field: value for field, value in exact.items() if value})


def _with_words(words: str, rows: QuerySet[Institution]) -> list[str]:
    """The keys of those whose code, name or place has every word, whatever accents and capitals."""
    wanted = _folded(words).split()
    found = []
    for key, code, name, place, place_name in rows.values_list("key", "code", "name", "place", "place_name"):
        text = _folded(" ".join([code, place, place_name, *name.values()]))
        if all(word in text for word in wanted):
            found.append(key)
    return found


def _folded(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))
