"""What people do in the tests of regional initiatives, with values that nobody has to read."""

from datetime import timedelta
from typing import Any

from cast import NOW, Cast
from tejido.regional import commands
from tejido.regional.models import RegionalInitiative, RegionalPart, RegionalRelease
from tejido.regional.names import Audience, Field

ALDEA, BRISA, SECRETARIAT = "XA/focal_point", "XB/focal_point", "network/secretariat"
DAY = timedelta(days=1)


def proposed(cast: Cast, who: str = ALDEA, **values: Any) -> RegionalInitiative:
    given = {"name": {"es": "Memoria común", "en": "Common memory"}, "aim": {"es": "Recordar juntos."}, **values}
    return commands.propose_initiative(actor=cast.actor(who), at=NOW, **given)


def joined(cast: Cast, row: RegionalInitiative, who: str = BRISA, *, fresh: bool = True) -> None:
    commands.join(actor=cast.actor(who, fresh=fresh), initiative=row, at=NOW)


def left(cast: Cast, row: RegionalInitiative, who: str = BRISA, reason: str = "Otra tarea", at: Any = NOW) -> None:
    commands.leave(actor=cast.actor(who), initiative=row, reason=reason, at=at)


def written(
    cast: Cast, row: RegionalInitiative, words: str = "Aporta.", who: str = ALDEA, field: str = Field.CONTRIBUTION
) -> RegionalPart:
    value = {"es": words} if field in {Field.CONTRIBUTION, Field.RESULTS} else {"state": words}
    return commands.write_part(actor=cast.actor(who), initiative=row, field=field, value=value, at=NOW)


def released(
    cast: Cast, row: RegionalInitiative, audience: str = Audience.PARTICIPANTS, who: str = ALDEA,
    field: str = Field.CONTRIBUTION, *, fresh: bool = True,
) -> RegionalRelease:  # fmt: skip  # one signature
    return commands.release_field(
        actor=cast.actor(who, fresh=fresh), initiative=row, field=field, audience=audience, at=NOW
    )
