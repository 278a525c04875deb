"""What people do in the tests of mechanisms, with values that nobody has to read."""

from datetime import date, timedelta
from typing import Any

from cast import NOW, Cast
from tejido.mechanisms import commands
from tejido.mechanisms.models import Answer, Assessment, Entry, Instrument, Release
from tejido.mechanisms.names import Audience, Criterion, Grade, Level, Rank, Stage, Topic

FOCAL_POINT, SECRETARIAT, OTHER = "XA/focal_point", "network/secretariat", "XB/focal_point"
DAY, TODAY = timedelta(days=1), NOW.date()


def entry(cast: Cast, who: str = FOCAL_POINT, **values: Any) -> Entry:
    given = {"topic": Topic.STAGE, "value": Stage.WORKING, "since": "2026-04", "says": {"es": "Así es."}}
    return commands.make_entry(actor=cast.actor(who), member=cast.members["XA"], at=NOW, **{**given, **values})


def reported(cast: Cast, who: str = SECRETARIAT, **values: Any) -> Entry:
    return entry(cast, who, **{"source": "Un informe", "grade": Grade.B, **values})


def instrument(cast: Cast, who: str = FOCAL_POINT, **values: Any) -> Instrument:
    given = {"title": "Decreto de prueba", "rank": Rank.DECREE, "since": "2026", "language": "es", "number": "7"}
    return commands.enter_instrument(actor=cast.actor(who), member=cast.members["XA"], at=NOW, **{**given, **values})


def assessment(cast: Cast, who: str = FOCAL_POINT, day: date = TODAY) -> Assessment:
    return commands.begin_assessment(actor=cast.actor(who), member=cast.members["XA"], day=day, at=NOW)


def answered(cast: Cast, row: Assessment, who: str = FOCAL_POINT, **values: Any) -> Answer:
    given = {"criterion": Criterion.BUDGET, "level": Level.PARTLY, "language": "es", "words": "Apenas."}
    return commands.answer(actor=cast.actor(who), assessment=row, **{"at": NOW, **given, **values})


def release(
    cast: Cast, part: Any, audience: str = Audience.NETWORK, who: str = FOCAL_POINT, *, fresh: bool = True
) -> Release:
    return commands.release(actor=cast.actor(who, fresh=fresh), part=part, audience=audience, at=NOW)


def withdraw(cast: Cast, part: Any, who: str = FOCAL_POINT, *, fresh: bool = True) -> None:
    commands.withdraw_release(actor=cast.actor(who, fresh=fresh), part=part, at=NOW + DAY)
