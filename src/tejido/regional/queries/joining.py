"""Who was asked to take part, who left and why, and which seats can coordinate."""

from collections.abc import Sequence
from dataclasses import dataclass

from tejido.registry.models import Member, Party, Seat
from tejido.registry.names import Role
from tejido.registry.queries import network_body, parties_of

from ..models import RegionalDeparture, RegionalInitiative, RegionalInvitation
from .initiatives import Context


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A member that took part once, from which day to which, and why it left."""

    party: Party
    reason: str


def invitations_of(initiative: RegionalInitiative) -> list[RegionalInvitation]:
    """Those that are not answered. One query."""
    return list(RegionalInvitation.objects.filter(initiative=initiative, answered_at=None).select_related("member"))


def invited(context: Context) -> bool:
    """Whether the actor's member has an open invitation."""
    own = RegionalInvitation.objects.filter(initiative=context.initiative, answered_at=None)
    return bool(context.actor.member) and own.filter(member__code=context.actor.member).exists()


def invitable(context: Context) -> Sequence[Member]:
    """The members of the network that do not take part and are not asked. Three queries."""
    open_ones = {row.member.code for row in invitations_of(context.initiative)}
    present = [party for party in parties_of(network_body()) if party.until is None and party.member is not None]
    return [p.member for p in present if p.member and p.code not in context.company.members | open_ones]


def past_parties(context: Context) -> list[PartyLine]:
    """Who left. Two queries."""
    left = list(Party.objects.filter(body=context.body).exclude(until=None))
    why = {row.party_id: row.reason for row in RegionalDeparture.objects.filter(party__in=left)}
    return [PartyLine(party, why.get(party.key, "")) for party in left]


def seats_to_turn(context: Context) -> list[Seat]:
    """The seats that bind a member that takes part. One query."""
    found = Seat.objects.filter(
        institution__member__code__in=context.company.members, role__in=[Role.FOCAL_POINT, Role.ALTERNATE], until=None
    )
    return list(found.select_related("institution__member").order_by("institution__member__code", "role", "key"))
