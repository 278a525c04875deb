"""What a member's own node has to know to begin."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings

from tejido.engine.exchange import Invitation, InvitedInstitution, InvitedSeat, Party
from tejido.engine.proof import rfc3339
from tejido.ledger.actors import Actor
from tejido.registry.models import Institution, Member, Network, Seat
from tejido.registry.names import Role
from tejido.registry.rules import DELIBERATING

from ..models import Contact, Founding, Peer, PeerKey
from ..models import Invitation as Row
from ..names import Kind, State
from .own import own_party


def invitation_to(row: Row) -> Invitation:
    """What is signed for the member: the network, and the member's institutions and seats as the register has them. No
    person, and nothing of any other member."""
    network = Network.objects.get()
    return Invitation(
        row.key,
        own_party(),
        settings.ORIGIN,
        network.name,
        (network.negotiated_language, *(tag for tag in network.languages if tag != network.negotiated_language)),
        network.zone,
        row.member.code,
        row.member.name,
        _institutions(row.member),
        rfc3339(row.at.replace(microsecond=0)),
        rfc3339(row.expires_at.replace(microsecond=0)),
        network.is_demonstration,
    )


def _institutions(member: Member) -> tuple[InvitedInstitution, ...]:
    """Those that are there, each with the seats that deliberate. Two queries."""
    rows = Institution.objects.filter(member=member, until=None).order_by("code")
    seats = list(Seat.objects.filter(institution__in=rows, until=None, role__in=DELIBERATING).order_by("role", "key"))
    return tuple(
        InvitedInstitution(
            row.code,
            row.name,
            str(row.branch),
            tuple(InvitedSeat(str(seat.role), seat.title) for seat in seats if seat.institution_id == row.key),
        )
        for row in rows
    )


def has_focal_point(member: Member) -> bool:
    return Seat.objects.filter(institution__member=member, until=None, role=Role.FOCAL_POINT).exists()


def member_of(actor: Actor) -> Member:
    """The actor's member. Member.DoesNotExist for who is of none."""
    return Member.objects.get(code=actor.member)


def invitations_of(actor: Actor) -> Sequence[Row]:
    """The invitations of the actor's member, the latest first."""
    rows = Row.objects.filter(member__code=actor.member or "-").select_related("member", "peer")
    return list(rows.order_by("-at"))


def peers_to_try(at: datetime) -> list[Peer]:
    """The node of the network, where this is a member's own, it has an address, and it is time to try."""
    rows = Peer.objects.filter(is_home=True, state=State.VERIFIED).exclude(address="")
    later = Contact.objects.filter(next_at__gt=at).values("peer")
    return list(rows.exclude(key__in=later))


def is_unanswered(peer: Peer) -> bool:
    """Nothing was heard of it yet, so that it may not know of this node."""
    return not Contact.objects.filter(peer=peer, answered_at__isnull=False).exists()


def acceptance() -> bytes:
    """The file by which the network's node learns of this one."""
    return bytes(Founding.objects.get().acceptance)


def contact_of(peer: Peer) -> Contact | None:
    return Contact.objects.filter(peer=peer).first()


def known_before(party: Party) -> Peer | None:
    """The node that has this key, whatever became of it; or the one that the member has, as long as it has not ended
    the exchange with it."""
    key = PeerKey.objects.filter(fingerprint=party.fingerprint).select_related("peer").first()
    if key is not None:
        return key.peer
    return Peer.objects.filter(kind=Kind.MEMBER, code=party.code).exclude(state=State.ENDED).first()


def node_of(member: str) -> Peer | None:
    """The node of a member that is trusted."""
    return Peer.objects.filter(kind=Kind.MEMBER, code=member, state=State.VERIFIED).first()
