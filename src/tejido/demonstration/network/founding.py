"""The first chapter: the register. Members and their standing, dated events, institutions, seats and their holders."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime
from functools import partial

from tejido.handover.commands import add_matter, leave_note
from tejido.ledger.actors import CONSOLE
from tejido.people.commands import open_account
from tejido.people.models import Account
from tejido.registry import commands as registry
from tejido.registry.models import Mandate
from tejido.registry.names import Role
from tejido.registry.queries import actor_of

from ..stage import ZONE, Stage, Step
from . import over_time
from .events import FOUNDING, SEMINARS, EventFact
from .institutions import KINDS, OF_MEMBER, InstitutionKind, marked
from .meetings import MEETINGS
from .members import LAUNCH, MEMBERS, MemberFact, standings
from .seats import OF_NETWORK, SeatPlan, seats

NAME = {
    "es": "Red Latinoamericana para la Prevención del Genocidio y Atrocidades Masivas",
    "pt": "Rede Latino-Americana para a Prevenção do Genocídio e das Atrocidades Massivas",
    "en": "Latin American Network for Genocide and Mass Atrocity Prevention",
    "fr": "Réseau latino-américain pour la prévention du génocide et des atrocités de masse",
}
FOUNDED = 320  # days ago
# The seats of the Dominican Republic fell vacant after it had agreed to the agenda and before the silence on the rules
# began: there its silence can never count as consent.
# A procedure is open then: the validating authority asks for it, and who is still there agrees.
LEFT_VACANT = (
    (("DO", Role.FOCAL_POINT, ""), ("DO", Role.ALTERNATE, "")),
    (("DO", Role.ALTERNATE, ""), ("", Role.SECRETARIAT, "")),
)
VACANT_SINCE = 3
# Paraguay's focal point is new: the memory of the seat is what a predecessor left.
SUCCEEDED = ("PY", Role.FOCAL_POINT, "")
SUCCESSION = 45
NOTE = """## Para quien siga en el puesto

Escuche primero a **Justicia**: sus observaciones llegan tarde, pero son las que deciden.

- Lo que dijimos sobre los datos desagregados fue acordado con Defensoría.
- La autoridad validadora pide dos días para leer.

(Nota inventada para la demostración.)
"""
PROMISE = "Compartir con la delegación del Brasil el calendario de la formación nacional (promesa inventada)."


def steps(stage: Stage) -> Iterator[Step]:
    for minute, do in enumerate(_entries(stage)):
        yield Step(stage.ago(FOUNDED, minute), do)
    for key, second in LEFT_VACANT:
        yield Step(stage.ago(VACANT_SINCE), partial(_leave, stage, key, second))
    yield Step(stage.ago(SUCCESSION), partial(_succeed, stage))


def _entries(stage: Stage) -> Iterator[Callable[[datetime], None]]:
    yield _found
    for fact in MEMBERS:
        yield partial(_enter_member, stage, fact)
    for event in (*FOUNDING, *SEMINARS, *MEETINGS):
        yield partial(_enter_event, event)
    for kind in OF_NETWORK.values():
        yield partial(_enter_institution, stage, "", kind)
    for member, codes in OF_MEMBER.items():
        for code in codes:
            yield partial(_enter_institution, stage, member, KINDS[code])
    for plan in seats():
        yield partial(_fill, stage, plan)
    yield from over_time.entries(stage)


def _found(at: datetime) -> None:
    name, languages = marked(NAME), ["es", "pt", "en", "fr"]
    registry.found_network(actor=CONSOLE, name=name, languages=languages, zone=ZONE, at=at, is_demonstration=True)


def _enter_member(stage: Stage, fact: MemberFact, at: datetime) -> None:
    languages = list(fact.languages)
    member = registry.enter_member(
        actor=CONSOLE, code=fact.code, name=fact.name, languages=languages, since=LAUNCH, at=at
    )
    stage.members[fact.code] = member
    for standing in standings(fact.code):
        registry.enter_standing(actor=CONSOLE, member=member, at=at, **asdict(standing))


def _enter_event(event: EventFact, at: datetime) -> None:
    registry.enter_event(actor=CONSOLE, at=at, **asdict(event))


def _enter_institution(stage: Stage, member: str, kind: InstitutionKind, at: datetime) -> None:
    stage.institutions[member, kind.code] = registry.enter_institution(
        actor=CONSOLE, member=stage.members.get(member), code=kind.code, name=kind.name, branch=kind.branch, at=at,
        is_demonstration=True,
    )  # fmt: skip  # one row of a table, read as one


def _fill(stage: Stage, plan: SeatPlan, at: datetime) -> None:
    """Creates the seat and seats its holder, unless it is vacant."""
    institution = stage.institutions[plan.member, plan.institution]
    seat = registry.create_seat(actor=CONSOLE, institution=institution, role=plan.role, title=plan.title, at=at)
    if not plan.is_vacant:
        account = _account(plan.email, plan.holder, plan.language, at)
        _begin(stage, plan.key, registry.begin_mandate(actor=CONSOLE, seat=seat, account=account, since=at, at=at))


def _account(email: str, name: str, language: str, at: datetime) -> Account:
    return open_account(
        actor=CONSOLE, email=email, name=name, language=language, zone=ZONE, at=at, is_demonstration=True
    )


def _begin(stage: Stage, key: tuple[str, str, str], mandate: Mandate) -> None:
    stage.mandates[key] = mandate
    stage.actors[key] = actor_of(mandate, is_fresh=True)


def _leave(stage: Stage, key: tuple[str, str, str], second: tuple[str, str, str], at: datetime) -> None:
    asks = stage.actor(key[0], Role.VALIDATING_AUTHORITY)
    registry.end_mandate(actor=asks, mandate=stage.mandates[key], until=at, at=at, second=stage.actors[second])
    del stage.actors[key]


def _succeed(stage: Stage, at: datetime) -> None:
    """One mandate ends and the next begins at the same instant: the seat is never empty."""
    old = stage.mandates[SUCCEEDED]
    leave_note(actor=stage.actors[SUCCEEDED], markdown=NOTE, language="es", at=at)
    add_matter(actor=stage.actors[SUCCEEDED], code="", words=PROMISE, until=None, at=at)
    account = _account(f"nuevo.{old.account.email}", old.account.name, old.account.language, at)
    registry.end_mandate(actor=CONSOLE, mandate=old, until=at, at=at)
    _begin(stage, SUCCEEDED, registry.begin_mandate(actor=CONSOLE, seat=old.seat, account=account, since=at, at=at))
