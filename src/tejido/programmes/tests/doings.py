"""What people do in the tests of initiatives, with values that nobody has to read."""

from datetime import timedelta
from typing import Any

from cast import NOW, Cast
from tejido.mechanisms.names import Audience, Grade
from tejido.programmes import commands
from tejido.programmes.commands import Plan
from tejido.programmes.models import Area, Initiative, Release, Term
from tejido.programmes.names import AreaKind, Field, State, Use

FOCAL_POINT, REPRESENTATIVE = "XA/focal_point", "XA/representative/JUS"
SECRETARIAT, OTHER = "network/secretariat", "XB/focal_point"
DAY = timedelta(days=1)
TITLED = {Field.TITLE: {"es": "Escuelas sin odio"}}


def term(cast: Cast, name: str = "Formación", use: str = Use.TYPE) -> Term:
    return commands.add_term(actor=cast.secretariat, use=use, names={"es": name}, at=NOW)


def area(cast: Cast, who: str = FOCAL_POINT, **values: Any) -> Area:
    actor = cast.actor(who)
    given = {"kind": AreaKind.INCLUSION, "name": {"es": "Inclusión"}, **values}
    return commands.enter_area(actor=actor, member=cast.members[actor.member or "XA"], at=NOW, **given)


def initiative(cast: Cast, said: Any = None, who: str = FOCAL_POINT, member: str = "", **values: Any) -> Initiative:
    """An initiative of the member of whoever enters it, or of Aldea. `said` is added to its title."""
    actor = cast.actor(who)
    of = cast.members[member or actor.member or "XA"]
    return commands.enter_initiative(actor=actor, member=of, values={**TITLED, **(said or {})}, **{"at": NOW, **values})


def reported(cast: Cast, said: Any = None, **values: Any) -> Initiative:
    """What the secretariat takes from a public source about Aldea."""
    return initiative(cast, said, SECRETARIAT, **{"grade": Grade.B, "source": "Un informe", **values})


def now(row: Initiative) -> Initiative:
    return Initiative.objects.select_related("member").get(key=row.key)


def change(cast: Cast, row: Initiative, said: Any, who: str = FOCAL_POINT, **values: Any) -> Initiative:
    given = {"seen": now(row).revision, "at": NOW + DAY, **values}
    return commands.change_initiative(actor=cast.actor(who), initiative=row, values=said, **given)


def stand(cast: Cast, row: Initiative, state: str = State.RUNNING, since: str = "2026", who: str = FOCAL_POINT) -> Any:
    return commands.change_status(
        actor=cast.actor(who), initiative=row, state=state, since=since, reason={"es": "Así es."}, at=NOW
    )


def release(
    cast: Cast,
    row: Initiative,
    audience: str = Audience.NETWORK,
    *fields: str,
    who: str = FOCAL_POINT,
    fresh: bool = True,
    **values: Any,
) -> dict[str, Release]:
    """The title and these fields, to these readers; all else is shown to nobody."""
    plan = Plan(dict.fromkeys((Field.TITLE, *fields), audience), values.pop("anew", ()))
    actor = cast.actor(who, fresh=fresh)
    given = {"seen": now(row).revision, "at": NOW, **values}
    return dict(commands.release_fields(actor=actor, initiative=row, plan=plan, **given))
