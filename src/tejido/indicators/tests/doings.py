"""What people do in the tests of indicators, with values that nobody has to read."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cast import NOW, Cast
from tejido.engine.measure import Number
from tejido.indicators import commands
from tejido.indicators.lines import definition_digest
from tejido.indicators.models import Indicator, Milestone, Release, Value
from tejido.indicators.names import Audience, Counting, Divide, Frequency, Kind
from tejido.programmes.models import Initiative
from tejido.programmes.models import Value as Told

FOCAL_POINT, SECRETARIAT, OTHER = "XA/focal_point", "network/secretariat", "XB/focal_point"
JUSTICE = "XA/representative/JUS"
TODAY, DAY = NOW.date(), timedelta(days=1)
SEX = {
    "code": Divide.SEX.value,
    "categories": [{"code": "women", "name": {}}, {"code": "men", "name": {}}],
    "exhaustive": True,
}
WHAT = {
    "name": {"es": "Personas formadas", "en": "Persons trained"}, "unit": {"es": "personas", "en": "persons"},
    "kind": Kind.NUMBER, "frequency": Frequency.QUARTER, "counting": Counting.EACH, "since": date(2026, 1, 1),
    "dimensions": [SEX],
}  # fmt: skip  # one row of a table, read as one


def define(cast: Cast, who: str = FOCAL_POINT, *, of: str = "XA", **values: Any) -> Indicator:
    member = cast.members[of] if of else None
    return commands.define_indicator(actor=cast.actor(who), member=member, at=NOW, **{**WHAT, **values})


def question(cast: Cast, **values: Any) -> Indicator:
    return define(cast, SECRETARIAT, of="", **values)


def n(amount: int | str) -> Number:
    return Number(Decimal(amount))


def report(
    cast: Cast, row: Indicator, period: str = "2026-Q1", amount: int = 10, who: str = FOCAL_POINT, **more: Any
) -> Value:
    given = {"value": n(amount), "source": "Registro", "at": NOW}
    return commands.report_value(actor=cast.actor(who), indicator=row, period=period, **{**given, **more})


def correct(cast: Cast, value: Value, amount: int = 11, **more: Any) -> Value:
    given = {"seen": value.key, "because": "Un error", **more}
    return report(cast, value.indicator, value.period, amount, **given)


def release(
    cast: Cast,
    value: Value,
    audience: str = Audience.NETWORK,
    who: str = FOCAL_POINT,
    *,
    fresh: bool = True,
    seen: str | None = None,
) -> Release:
    read = definition_digest(Indicator.objects.get(key=value.indicator_id)) if seen is None else seen
    actor = cast.actor(who, fresh=fresh)
    return commands.release_value(actor=actor, value=value, audience=audience, seen=read, at=NOW)


def initiative(cast: Cast, of: str = "XA", title: str = "Una iniciativa") -> Initiative:
    """An initiative with its title alone, as a row: how it comes about is not what is tried here."""
    row = Initiative.objects.create(member=cast.members[of], at=NOW, office="")
    Told.objects.create(initiative=row, field="title", value={"es": title}, folded=title, revision=1, at=NOW, office="")
    return row


def milestone(cast: Cast, row: Initiative, who: str = FOCAL_POINT, **values: Any) -> Milestone:
    given = {"what": {"es": "El primer curso"}, "by": TODAY + 10 * DAY}
    return commands.set_milestone(actor=cast.actor(who), initiative=row, at=NOW, **{**given, **values})
