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
    seen = standing(cast, row, field, who)
    return commands.write_part(actor=cast.actor(who), initiative=row, field=field, value=value, seen=seen, at=NOW)


def standing(cast: Cast, row: RegionalInitiative, field: str = Field.CONTRIBUTION, who: str = ALDEA) -> str:
    """The key of what stands in a field of the member's part, or nothing."""
    mine = {"initiative": row, "member__code": cast.actor(who).member, "field": field}
    return RegionalPart.objects.filter(replaced_at=None, **mine).values_list("key", flat=True).first() or ""


def released(
    cast: Cast, row: RegionalInitiative, audience: str = Audience.PARTICIPANTS, who: str = ALDEA,
    field: str = Field.CONTRIBUTION, *, fresh: bool = True, seen: str | None = None,
) -> RegionalRelease:  # fmt: skip  # one signature
    seen = standing(cast, row, field, who) if seen is None else seen
    return commands.release_field(
        actor=cast.actor(who, fresh=fresh), initiative=row, field=field, audience=audience, seen=seen, at=NOW
    )
