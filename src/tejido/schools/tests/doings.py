"""What people do in the tests of schools, with values that nobody has to read."""

from datetime import date
from typing import Any

from cast import NOW, Cast
from tejido.ledger.actors import CONSOLE, Actor
from tejido.registry.commands import begin_mandate, convene_mechanism, create_seat, open_office
from tejido.registry.models import Body
from tejido.registry.names import Role
from tejido.registry.queries import actor_of
from tejido.schools import commands
from tejido.schools.models import Obligation, School, Target
from tejido.schools.queries import Population

FOCAL_POINT, REPRESENTATIVE, ELSEWHERE = "XA/focal_point", "XA/representative/JUS", "XA/representative/DEF"
AUTHORITY, SECRETARIAT, OTHER = "XA/validating_authority", "network/secretariat", "XB/focal_point"
SINCE = date(2026, 1, 1)


def registrar(cast: Cast) -> Actor:
    """Somebody who only enters records at the school of Justice: the alternate, in another seat."""
    seat = create_seat(
        actor=CONSOLE, institution=cast.institutions["XA/JUS"], role=Role.REGISTRAR, title={"es": "Registro"}, at=NOW
    )
    account = cast.account("XA/alternate")
    mandate = begin_mandate(actor=CONSOLE, seat=seat, account=account, since=NOW, at=NOW)
    return actor_of(mandate, is_fresh=True)


def school(cast: Cast, who: str = REPRESENTATIVE, code: str = "JUS", **told: Any) -> School:
    institution = cast.institutions[f"XA/{code}"]
    return commands.enter_school(actor=cast.actor(who), institution=institution, at=NOW, **told)


def reported(cast: Cast, **told: Any) -> School:
    given = {"name": {"es": "Academia"}, "source": "Un informe", "grade": "B", **told}
    return commands.report_school(actor=cast.secretariat, member=cast.members["XA"], at=NOW, **given)


def space(cast: Cast) -> Body:
    actor = cast.actor(REPRESENTATIVE)
    return open_office(actor=actor, member=cast.members["XA"], institution=cast.institutions["XA/JUS"], at=NOW)


def state(cast: Cast) -> Body:
    """The National Mechanism of Aldea."""
    found = Body.objects.filter(member=cast.members["XA"], kind="mechanism").first()
    return found or convene_mechanism(
        actor=cast.actor(FOCAL_POINT), member=cast.members["XA"], name={"es": "Mecanismo"}, at=NOW
    )


def norm(cast: Cast, body: Body, who: str = FOCAL_POINT, **values: Any) -> Obligation:
    given = {"norm": "Ley 1", "cadres": ["police"], "since": SINCE, "at": NOW, **values}
    return commands.enter_obligation(actor=cast.actor(who), body=body, **given)


def target(cast: Cast, body: Body, number: int = 10, who: str = REPRESENTATIVE, **values: Any) -> Target:
    said = Population(**{"year": 2027, **values})
    return commands.set_target(
        actor=cast.actor(who), body=body, population=said, number=number, source="Un plan", at=NOW
    )
