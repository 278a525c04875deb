"""Proposing an initiative, asking members to take part, joining and leaving."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry import commands as registry
from tejido.registry.models import Member, Party, Seat
from tejido.registry.queries import day_of

from .. import rules
from ..models import RegionalCommon, RegionalDeparture, RegionalInitiative, RegionalInvitation, RegionalTurn
from ..names import Act
from .locks import locked, write_down


@transaction.atomic
def propose_initiative(
    *,
    actor: Actor,
    name: dict[str, str],
    aim: dict[str, str],
    at: datetime,
    is_demonstration: bool = False,
) -> RegionalInitiative:
    """A new initiative. The member that proposes it takes part from today, and its seat coordinates first."""
    ask(rules.may_propose(actor, name))
    body = registry.create_initiative(actor=actor, name=name, at=at)
    row = RegionalInitiative.objects.create(body=body, at=at, office=actor.office, is_demonstration=is_demonstration)
    RegionalCommon.objects.create(initiative=row, number=1, aim=aim, at=at, office=actor.office)
    write_down(actor, Act.PROPOSED, row, at, {"body": body.key}, details={"name": name, "aim": aim})
    if actor.member:
        _enter(actor, row, at)
        RegionalTurn.objects.create(
            initiative=row, seat=Seat.objects.get(key=actor.seat), since=day_of(at), at=at, office=actor.office
        )
    return row


@transaction.atomic
def invite(*, actor: Actor, initiative: RegionalInitiative, member: Member, at: datetime) -> RegionalInvitation:
    """The member finds it on its desk until it joins or declines."""
    found = locked(initiative, at)
    ask(rules.may_invite(actor, found.company, member.code, _standing(found.row, member.code)))
    row = RegionalInvitation.objects.create(initiative=found.row, member=member, at=at, office=actor.office)
    write_down(actor, Act.INVITED, row, at, {"initiative": found.row.key, "member": member.code})
    return row


@transaction.atomic
def decline(*, actor: Actor, initiative: RegionalInitiative, at: datetime, reason: str = "") -> None:
    """The invitation is answered; the member may still join later."""
    found = locked(initiative, at)
    row = _standing(found.row, actor.member)
    ask(rules.may_decline(actor, row))
    _answer(row, at, joined=False, reason=reason)
    facts = {"initiative": found.row.key, "member": actor.member}
    write_down(actor, Act.DECLINED, found.row, at, facts, details={"reason": reason})


@transaction.atomic
def join(*, actor: Actor, initiative: RegionalInitiative, at: datetime) -> Party:
    """The actor's member takes part from today, invited or not. It is a party of every text that is agreed here from
    now on; of what runs already the parties are fixed."""
    found = locked(initiative, at)
    ask(rules.may_take_part(actor))
    return _enter(actor, found.row, at)


def _enter(actor: Actor, row: RegionalInitiative, at: datetime) -> Party:
    party = registry.join_initiative(actor=actor, body=row.body, at=at)
    RegionalDeparture.objects.filter(party=party).delete()  # one that comes back on the day it left had not left
    _answer(_standing(row, actor.member), at, joined=True)
    write_down(actor, Act.JOINED, row, at, {"member": actor.member})
    return party


@transaction.atomic
def leave(*, actor: Actor, initiative: RegionalInitiative, reason: str, at: datetime) -> None:
    """From today the member takes no part. What it said, agreed to and released stays; it can withdraw its releases."""
    found = locked(initiative, at)
    ask(rules.may_go(actor, reason))
    party = registry.leave_initiative(actor=actor, body=found.row.body, at=at)
    RegionalDeparture.objects.update_or_create(
        party=party, defaults={"reason": reason, "at": at, "office": actor.office}
    )
    write_down(actor, Act.LEFT, found.row, at, {"member": actor.member}, details={"reason": reason})


def _standing(row: RegionalInitiative, member: str) -> RegionalInvitation | None:
    return RegionalInvitation.objects.filter(initiative=row, member__code=member, answered_at=None).first()


def _answer(row: RegionalInvitation | None, at: datetime, *, joined: bool, reason: str = "") -> None:
    if row is not None:
        row.answered_at, row.joined, row.reason = at, joined, reason
        row.save(update_fields=["answered_at", "joined", "reason"])
