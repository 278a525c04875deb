"""A network is founded as it was planned: name, languages, rules, tiers, members and first seat, or nothing of it."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import available_timezones

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.people.commands import open_account
from tejido.people.models import Account

from ..models import Body, Network, Seat
from ..names import Branch, No, Role, Status
from .founding import found_network
from .institutions import create_seat, enter_institution
from .mandates import begin_mandate
from .members import enter_sourced_member
from .tiers import enter_belonging, enter_community, rule_network
from .writing import Texts

SECRETARIAT = "ST"  # its code among the network's own institutions
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class PlannedMember:
    """A member by its code, with the source that says so, and the codes of the communities that it belongs to. `row`
    is where it stands in the file."""

    row: int
    code: str
    name: Texts
    since: date
    source: str
    communities: tuple[str, ...] = ()
    status: str = Status.MEMBER


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that a network begins with. `tiers` and `communities` are names by code; `person` holds the first seat
    of the secretariat."""

    name: Texts
    languages: list[str]
    zone: str
    email: str
    person: str
    language: str
    secretariat: Texts
    silence_hours: int = 72
    decided: str = ""
    tiers: Mapping[str, Texts] = field(default_factory=dict)
    communities: Mapping[str, Texts] = field(default_factory=dict)
    members: tuple[PlannedMember, ...] = ()
    is_demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Founded:
    """The network, and who comes in first."""

    network: Network
    account: Account
    seat: Seat


@transaction.atomic
def found_by_plan(*, actor: Actor, plan: Plan, at: datetime) -> Founded:
    """Refused with the row and the reason where anything of the plan does not stand; then nothing of it is there."""
    ask(is_language(plan.languages))
    ask(None if plan.zone in available_timezones() else Refusal(No.NOT_A_ZONE, {"zone": plan.zone}))
    network = found_network(
        actor=actor, name=plan.name, languages=plan.languages, zone=plan.zone, at=at,
        is_demonstration=plan.is_demonstration,
    )  # fmt: skip  # one act, read as one
    rule_network(
        actor=actor, network=network, silence_hours=plan.silence_hours, tiers=plan.tiers, decided=plan.decided, at=at
    )
    account, seat = _first_seat(actor, plan, at)
    bodies = {code: enter_community(actor=actor, name=name, at=at) for code, name in sorted(plan.communities.items())}
    for member in plan.members:
        with _in_row(member.row):
            _enter(actor, member, bodies, at)
    network.refresh_from_db()
    return Founded(network, account, seat)


def is_language(languages: list[str]) -> Refusal | None:
    """BCP 47, as far as its shape: a network chooses its languages itself. None twice, and one at least."""
    wrong = [tag for tag in languages if not _TAG.fullmatch(tag) or languages.count(tag) > 1]
    if not languages or wrong:
        return Refusal(No.NOT_A_LANGUAGE, {"tag": wrong[0] if wrong else ""})
    return None


def _first_seat(actor: Actor, plan: Plan, at: datetime) -> tuple[Account, Seat]:
    institution = enter_institution(
        actor=actor, member=None, code=SECRETARIAT, name=plan.secretariat, branch=Branch.EXECUTIVE, at=at,
        is_demonstration=plan.is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    seat = create_seat(actor=actor, institution=institution, role=Role.SECRETARIAT, title=plan.secretariat, at=at)
    account = open_account(
        actor=actor, email=plan.email, name=plan.person, language=plan.language, zone=plan.zone, at=at,
        is_demonstration=plan.is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    begin_mandate(actor=actor, seat=seat, account=account, since=at, at=at)
    return account, seat


def _enter(actor: Actor, planned: PlannedMember, bodies: Mapping[str, Body], at: datetime) -> None:
    missing = [code for code in planned.communities if code not in bodies]
    ask(Refusal(No.NO_SUCH_COMMUNITY, {"code": missing[0]}) if missing else None)
    ask(None if planned.source.strip() else Refusal(No.NO_SOURCE))
    since, source = planned.since, planned.source
    member = enter_sourced_member(
        actor=actor, code=planned.code, name=planned.name, status=planned.status, since=since, source=source, at=at
    )
    for code in planned.communities:
        enter_belonging(actor=actor, body=bodies[code], member=member, since=since, source=source, at=at)


@contextmanager
def _in_row(row: int) -> Iterator[None]:
    """What is refused of a row names it."""
    try:
        yield
    except Refused as problem:
        said = {"row": row, "why": problem.refusal.sentence}
        raise Refused(Refusal(No.ROW_REFUSED, said)) from problem
