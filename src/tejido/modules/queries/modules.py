"""Modules as a seat finds them, and what has come of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count, Q

from tejido.ledger.actors import Actor
from tejido.meetings.models import Meeting
from tejido.meetings.names import State as MeetingState
from tejido.practices.models import Practice, Version
from tejido.practices.names import Origin
from tejido.practices.rules import reads as audiences_of
from tejido.registry.models import Member
from tejido.registry.names import BodyKind
from tejido.registry.rules import may_keep_network

from ..models import Contribution, Following, Module, Proposal
from ..names import State
from ..rules import reads


@dataclass(frozen=True, slots=True)
class ModuleLine:
    """A module in the list."""

    module: Module
    state: State
    contributions: int


def modules_for(actor: Actor, at: datetime) -> list[ModuleLine]:
    """What is open to the network, and what the own member prepares; the latest first. Two queries."""
    if actor.is_public:
        return []
    rows = Module.objects.filter(Q(member__code=actor.member or "-") | ~Q(opened_at=None)).select_related("member")
    standing = Contribution.objects.filter(withdrawn_at=None, hidden_at=None)
    of = "question__step__module"
    counted = dict(standing.order_by(of).values_list(of).annotate(n=Count("key")))
    found = [ModuleLine(row, row.state_at(at), counted.get(row.key, 0)) for row in rows.order_by("-opens_at", "key")]
    return sorted(found, key=lambda line: line.state == State.OVER)


def module_for(actor: Actor, key: str) -> Module:
    """A module that the seat may read. ObjectDoesNotExist otherwise, exactly as for an unknown key."""
    row = Module.objects.select_related("member", "meeting", "summary").get(key=key)
    if not reads(actor, row):
        raise ObjectDoesNotExist
    return row


def led_module(actor: Actor, key: str) -> Module:
    """A module of the actor's own member. ObjectDoesNotExist otherwise."""
    row = module_for(actor, key)
    if actor.member != row.member.code:
        raise ObjectDoesNotExist
    return row


def member_of(actor: Actor) -> Member:
    """The actor's own member. Member.DoesNotExist for the public and for the network's own seats."""
    return Member.objects.get(code=actor.member or "-")


def follows(actor: Actor, module: Module) -> bool:
    return Following.objects.filter(module=module, seat=actor.seat or "-").exists()


def meetings_to_link() -> list[Meeting]:
    """The meetings of the network that are convened and not over."""
    rows = Meeting.objects.filter(body__kind=BodyKind.NETWORK, state__in=(MeetingState.CONVENED, MeetingState.OPENED))
    return list(rows.select_related("body").order_by("starts_at", "key"))


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of a module: wordings that were proposed, and practices that began with it. `is_readable` of a practice
    tells whether the reader may read a version of it."""

    proposals: Sequence[Proposal]
    practices: Sequence[tuple[Practice, bool]]


def drawn(actor: Actor, module: Module) -> Drawn:
    """Practices that nobody outside may read yet are told to the own member alone. Three queries."""
    proposals = Proposal.objects.filter(module=module).select_related("text__body", "revision__text", "taken__text")
    begun = list(Practice.objects.filter(origin=Origin.MODULE, source=module.key, dropped_at=None))
    shown = Version.objects.filter(practice__in=begun, audience__in=audiences_of(actor), withdrawn_at=None)
    keys = set(shown.values_list("practice", flat=True))
    is_own = actor.member == module.member.code
    return Drawn(list(proposals), [(row, row.key in keys) for row in begun if is_own or row.key in keys])


def proposals_waiting(actor: Actor) -> list[Proposal]:
    """What the secretariat has to take up or decline. One query."""
    if may_keep_network(actor) is not None:
        return []
    return list(Proposal.objects.filter(decided_at=None).select_related("module__member", "text"))
