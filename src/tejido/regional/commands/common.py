"""The common part, which the coordinating seat keeps: aim, dates, results, milestones, turns, and whether the public
reads it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Seat

from .. import rules
from ..models import RegionalCommon, RegionalInitiative, RegionalMilestone, RegionalTurn
from ..names import Act
from .locks import Locked, locked, write_down


def _kept(actor: Actor, initiative: RegionalInitiative, at: datetime) -> Locked:
    found = locked(initiative, at)
    ask(rules.coordinates(actor, found.company))
    return found


@transaction.atomic
def keep_common(
    *, actor: Actor, initiative: RegionalInitiative, base: int, at: datetime, **values: Any
) -> RegionalCommon:
    """A new version: aim, since, until, results. `base` is the number of the version that the writer saw; stale where
    another was saved since."""
    found = _kept(actor, initiative, at)
    last = RegionalCommon.objects.filter(initiative=found.row).last()
    number = last.number if last else 0
    if base != number:
        raise Refused(Refusal(Shared.STALE))
    row = RegionalCommon.objects.create(initiative=found.row, number=number + 1, at=at, office=actor.office, **values)
    facts = {"initiative": found.row.key, "number": row.number}
    write_down(actor, Act.COMMON_KEPT, row, at, facts, details=values)
    return row


@transaction.atomic
def set_turn(*, actor: Actor, initiative: RegionalInitiative, seat: Seat, since: date, at: datetime) -> RegionalTurn:
    """From that day the seat coordinates. Several turns set ahead rotate by themselves; one of the same day is
    replaced."""
    found = locked(initiative, at)
    ask(rules.may_set_turn(actor, found.company, seat))
    RegionalTurn.objects.filter(initiative=found.row, since=since, replaced_at=None).update(replaced_at=at)
    row = RegionalTurn.objects.create(initiative=found.row, seat=seat, since=since, at=at, office=actor.office)
    facts = {"initiative": found.row.key, "office": seat.office, "since": since.isoformat()}
    write_down(actor, Act.TURN_SET, row, at, facts)
    return row


@transaction.atomic
def add_milestone(
    *, actor: Actor, initiative: RegionalInitiative, what: dict[str, str], at: datetime, due: str = ""
) -> RegionalMilestone:
    found = _kept(actor, initiative, at)
    row = RegionalMilestone.objects.create(initiative=found.row, what=what, due=due, at=at, office=actor.office)
    write_down(actor, Act.MILESTONE_SET, row, at, {"initiative": found.row.key, "due": due}, details={"what": what})
    return row


@transaction.atomic
def reach_milestone(*, actor: Actor, milestone: RegionalMilestone, day: str, at: datetime) -> None:
    """It was reached on that day, as exactly as it is known."""
    row = _open_milestone(actor, milestone, at)
    row.reached_on = day
    row.save(update_fields=["reached_on"])
    write_down(actor, Act.MILESTONE_REACHED, row, at, {"initiative": row.initiative_id, "on": day})


@transaction.atomic
def drop_milestone(*, actor: Actor, milestone: RegionalMilestone, at: datetime) -> None:
    """It is no longer meant. It stays readable as such."""
    row = _open_milestone(actor, milestone, at)
    row.dropped_at = at
    row.save(update_fields=["dropped_at"])
    write_down(actor, Act.MILESTONE_DROPPED, row, at, {"initiative": row.initiative_id})


def _open_milestone(actor: Actor, milestone: RegionalMilestone, at: datetime) -> RegionalMilestone:
    _kept(actor, milestone.initiative, at)
    row = RegionalMilestone.objects.select_for_update().get(key=milestone.key)
    ask(rules.is_open(row))
    return row


@transaction.atomic
def publish_initiative(*, actor: Actor, initiative: RegionalInitiative, at: datetime) -> None:
    """The public reads the common part, who takes part, and what each member released to everybody."""
    _publish(actor, initiative, at, shown=True)


@transaction.atomic
def withdraw_initiative(*, actor: Actor, initiative: RegionalInitiative, at: datetime) -> None:
    _publish(actor, initiative, at, shown=False)


def _publish(actor: Actor, initiative: RegionalInitiative, at: datetime, *, shown: bool) -> None:
    found = locked(initiative, at)
    ask(rules.may_publish(actor, found.company, found.row, shown=shown))
    found.row.published_at = at if shown else None
    found.row.save(update_fields=["published_at"])
    write_down(actor, Act.PUBLISHED if shown else Act.WITHDRAWN, found.row, at)
