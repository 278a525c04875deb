"""Indicators with their values: one's own, what is asked of every member, and of others what they released."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tejido.indicators import queries
from tejido.indicators.lines import definition
from tejido.indicators.queries import Line, Seen
from tejido.ledger.actors import Actor

from ..resource import Resource, Texts, Within, address, page
from .parts import BETWEEN, found, halves, texts, today


@dataclass(frozen=True, slots=True)
class Measure:
    """A value by its kind: a `number`; a `part` of a `whole`; something that `holds` or not; a `step` of a scale, the
    lowest is 1. Amounts are decimal numbers as text, so that no digit is lost."""

    number: str | None
    part: str | None
    whole: str | None
    holds: bool | None
    step: int | None


@dataclass(frozen=True, slots=True)
class Category:
    """One part of a division."""

    code: str
    name: Texts


@dataclass(frozen=True, slots=True)
class Division:
    """By what values are divided; `exhaustive`: the parts make the whole."""

    code: str
    categories: list[Category]
    exhaustive: bool


@dataclass(frozen=True, slots=True)
class Period:
    """A period with what was reported for it; `value` is null for a gap, and `due` then says to its own member how it
    stands. `parts` are by "division:category"."""

    period: str
    first: date
    last: date
    due: str
    value: Measure | None
    parts: dict[str, Measure]
    source: str
    link: str
    note: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured, how and how often, with the values of one member; `member` is empty for a question that is
    asked of every member and has no values of the reader's own. The key of what another member answered to such a
    question has the code of that member after a dot. `baseline` and `target` are told to who may know them."""

    key: str
    address: str
    page: str
    member: str
    is_own: bool
    is_asked_of_all: bool
    name: Texts
    says: Texts
    unit: Texts
    kind: str
    steps: list[Texts]
    divisions: list[Division]
    frequency: str
    counting: str
    direction: str
    baseline: Measure | None
    target: Measure | None
    periods: list[Period]
    links: dict[str, str]


def _many(actor: Actor, at: datetime, within: Within) -> Sequence[Seen]:
    member = within.get("member")
    own = queries.overview(actor, today(at))
    others = [one for one in queries.released_to(actor) if _code(one) != actor.member]
    asked = [] if actor.is_public or actor.member else [_question(row) for row in queries.asked()]
    return [one for one in (*own, *asked, *others) if member in {"", _code(one)}]


def _question(row: Any) -> Seen:
    """A question of the network as its own seats read it, who have no values."""
    return Seen(row, definition(row), None, False, (), knows_levels=True)


def _one(actor: Actor, at: datetime, key: str) -> Seen:
    indicator, member = halves(key)
    if not member:
        return queries.indicator_for(actor, indicator, today(at))
    return found([one for one in queries.released_to(actor, member=member) if _code(one) != actor.member], key, _key)


def _code(one: Seen) -> str:
    return one.member.code if one.member else ""


def _key(one: Seen) -> str:
    is_of_another = one.indicator.is_asked_of_all and one.member is not None and not one.is_own
    return f"{one.key}{BETWEEN}{_code(one)}" if is_of_another else one.key


def _show(one: Seen, _actor: Actor, _at: datetime) -> Indicator:
    row, shown = one.indicator, one.shown
    return Indicator(
        key=_key(one),
        address=address("indicators", _key(one)),
        page=page("indicators:indicator", one.key),
        member=_code(one),
        is_own=one.is_own,
        is_asked_of_all=row.is_asked_of_all,
        name=texts(shown["name"]),
        says=texts(shown["says"]),
        unit=texts(shown["unit"]),
        kind=str(shown["kind"]),
        steps=[texts(step) for step in shown["steps"]],
        divisions=[_division(each) for each in shown["dimensions"]],
        frequency=str(shown["frequency"]),
        counting=str(shown["counting"]),
        direction=str(shown["direction"]),
        baseline=_measure(row.baseline) if one.knows_levels and row.baseline else None,
        target=_measure(row.target) if one.knows_levels and row.target else None,
        periods=[_period(line) for line in one.lines],
        links={"member": address("members", _code(one))} if one.member else {},
    )


def _division(each: Mapping[str, Any]) -> Division:
    several = [Category(one["code"], texts(one["name"])) for one in each["categories"]]
    return Division(each["code"], several, each["exhaustive"])


def _period(line: Line) -> Period:
    row, period = line.row, line.period
    due = str(line.due) if line.due else ""
    if row is None:
        return Period(period.code, period.first, period.last, due, None, {}, "", "", "")
    parts = {code: _measure(data) for code, data in row.parts.items()}
    return Period(
        period.code, period.first, period.last, due, _measure(row.value), parts, row.source, row.address, row.note,
    )  # fmt: skip  # one row, read as one


def _measure(data: Mapping[str, Any]) -> Measure:
    return Measure(*(data.get(name) for name in ("number", "part", "whole", "holds", "step")))


def _place(key: str) -> tuple[str, ...]:
    return (halves(key)[0],)


INDICATORS = Resource(
    "indicators", "indicators:indicator", Indicator, _many, _one, _show, key=_key, place=_place,
    index="indicators:home", filters=("member",), is_public=True,
)  # fmt: skip  # one row, read as one

RESOURCES = (INDICATORS,)
