"""Who was trained, from what members have published of it and from nothing else: no record is read here, and groups
that were joined because they are small stand joined."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tejido.engine import measure
from tejido.figures.lines import Sum
from tejido.figures.names import By, Counts
from tejido.figures.queries import Shown, shown_to

from ..terms import Block, Say, Text, amount, bars, choice, days, gap, grid, noted, say, several
from .asked import Asked


def published(asked: Asked) -> Shown:
    """What the readers of the report may know of its years. Four queries."""
    found = shown_to(asked.actor, asked.years)
    kept = {of: row for of, row in found.publications.items() if asked.takes(row)}
    sums = [one for one in found.sums if (one.member, one.year) in kept and one.counts == Counts.TRAINED]
    return Shown(sums, found.editions, kept)


def chapter(asked: Asked, shown: Shown) -> list[Block]:
    """How many officials each member says were trained, year by year; who published nothing is named and has no
    nought."""
    found: list[Block] = []
    for year in asked.years:
        totals = _totals(shown, year)
        if totals:
            rows: list[tuple[Text, float | None]] = [(dict(m.name), totals.get(m.code)) for m in asked.members]
            silent: list[Text] = [dict(m.name) for m in asked.members if m.code not in totals]
            found.append(bars(say(Say.TRAINED_IN, year=str(year)), say(Say.MEMBER), say(Say.COUNT), rows))
            if silent:
                found.append(gap(say(Say.NO_TRAINED, year=str(year), names=several(silent))))
    return found


def _totals(shown: Shown, year: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in shown.sums:
        if one.year == year and not one.by:
            found[one.member] = found.get(one.member, 0) + one.persons
    return found


def of_member(shown: Shown, code: str) -> list[Block]:
    """What one member published: by year and edition how many, and by sex as far as it is told."""
    totals = [one for one in shown.sums if one.member == code and not one.by]
    if not totals:
        return []
    head = [say(Say.YEAR), say(Say.EDITION), say(Say.COUNT), say(Say.BY_SEX)]
    rows = [_row(shown, one) for one in sorted(totals, key=lambda one: (one.year, one.edition))]
    return [grid(say(Say.TRAINED), head, rows, (3, 5, 2, 5))]


def _row(shown: Shown, total: Sum) -> list[Text]:
    publication = shown.publications[total.member, total.year]
    source = say(Say.PUBLISHED, day=days(publication.at.date().isoformat()), digest=publication.digest)
    told = [one for one in shown.sums if (one.member, one.year, one.edition, one.by) == _by_sex(total)]
    return [
        noted(str(total.year), source),
        _edition(shown.editions, total.edition),
        amount(measure.to_data(measure.Number(Decimal(total.persons)))),
        several([_group(one) for one in told]),
    ]


def _by_sex(total: Sum) -> tuple[str, int, str, str]:
    return total.member, total.year, total.edition, By.SEX.value


def _group(one: Sum) -> Text:
    """A group and how many; two that were joined stand so, and nobody can tell them apart."""
    words = [say(Say.SEX_NOT_STATED) if value == "-" else choice("sex", value) for value in one.values]
    return say(Say.SO_MANY, answer=several(words, between=" / ") if words else say(Say.NOT_DIVIDED), n=one.persons)


def _edition(editions: Mapping[str, tuple[Mapping[str, str], int]], key: str) -> Text:
    if key not in editions:
        return say(Say.NO_EDITION)
    title, number = editions[key]
    parts: Sequence[Text] = [dict(title), say(Say.EDITION_OF, number=str(number))]
    return several(parts)
