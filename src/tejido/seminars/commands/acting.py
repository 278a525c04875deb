"""What every act of a seminar begins and ends with: the row locked, the line written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.web.languages import filled

from ..models import Cycle, Seminar, Step
from ..names import StepKind
from ..queries.seminars import OF_CYCLE, seminar_for
from ..rules import may_keep_seminars


def locked(actor: Actor, seminar: Seminar) -> Seminar:
    """The seminar with its row locked, so that an act sees every act before it."""
    Seminar.objects.select_for_update().get(key=seminar.key)
    return seminar_for(actor, seminar.key)


def locked_cycle(actor: Actor, cycle: Cycle) -> Cycle:
    """The same for a cycle, for those alone who keep it."""
    ask(may_keep_seminars(actor))
    Cycle.objects.select_for_update().get(key=cycle.key)
    return Cycle.objects.select_related(*OF_CYCLE).get(key=cycle.key)


def write_down(
    actor: Actor, act: str, row: Cycle | Seminar, at: datetime, facts: Mapping[str, Any], said: Any = None
) -> None:
    """One line in the ledger of the network. What people wrote is sealed."""
    record(
        actor=actor,
        act=act,
        tree=tree_of(""),
        kind=type(row).__name__.lower(),
        object=row.key,
        at=at,
        facts=facts,
        details={"said": said} if said else None,
    )


def step(actor: Actor, seminar: Seminar, kind: StepKind, at: datetime, words: Mapping[str, str], **more: Any) -> Step:
    """What happened, for those who read the seminar. It counts where it had been announced."""
    if seminar.was_announced:
        seminar.sequence += 1
        seminar.save(update_fields=["sequence"])
    return Step.objects.create(seminar=seminar, kind=kind, at=at, office=actor.office, words=filled(words), **more)


def numbers_but(cycle: Cycle | None) -> set[int]:
    """The numbers of the other cycles."""
    others = Cycle.objects.exclude(key=cycle.key if cycle else "").exclude(number=None)
    return {int(number) for number in others.values_list("number", flat=True) if number is not None}


def parts_but(cycle: Cycle, seminar: Seminar | None) -> set[int]:
    """The parts of a cycle that are taken by others."""
    others = Seminar.objects.filter(cycle=cycle).exclude(key=seminar.key if seminar else "")
    return set(others.values_list("part", flat=True))
