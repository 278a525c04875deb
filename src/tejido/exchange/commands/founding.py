"""How a member's own node begins: with what the network's node signed in its invitation, and nothing else of it."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from tejido.engine.exchange import Acceptance, Invitation, InvitedInstitution, write_acceptance
from tejido.engine.proof import rfc3339, to_text
from tejido.ledger.actors import CONSOLE
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask
from tejido.people.commands import open_account
from tejido.people.models import Account
from tejido.registry.commands import begin_mandate, create_seat, enter_institution, enter_sourced_member, found_network
from tejido.registry.models import Member, Seat
from tejido.registry.names import Role
from tejido.registry.queries import day_of

from .. import rules
from ..models import Founding, Peer, PeerKey
from ..names import Act, Kind, State
from ..queries import own_party

SOURCE = "invitation"


@dataclass(frozen=True, slots=True)
class Person:
    """Who comes in first, in the member's focal point."""

    email: str
    name: str
    language: str


@transaction.atomic
def found_node(
    *, invitation: Invitation, member: str, said: str, person: Person, at: datetime
) -> tuple[Founding, Account]:
    """The node of the member, with its institutions and seats as they stand in the network's register and nobody in
    them but the first person. Only the console founds.

    `said` are the last groups of the fingerprint of the network's node, as somebody there read them out. Refused for
    another member's invitation, one that has expired, other groups, and where a network is here already.
    """
    ask(rules.may_found(invitation, member, said, at))
    found_network(
        actor=CONSOLE,
        name=invitation.name,
        languages=list(invitation.languages),
        zone=invitation.zone,
        at=at,
        is_demonstration=invitation.is_demonstration,
    )
    row = enter_sourced_member(
        actor=CONSOLE, code=member, name=invitation.member_name, since=day_of(at), source=SOURCE, at=at
    )
    seats = [seat for one in invitation.institutions for seat in _institution(row, one, invitation, at)]
    peer = _home(invitation, at)
    account = _seated(seats, person, invitation, at)
    founding = Founding.objects.create(member=row, network=peer, invitation=invitation.id, at=at)
    answer = Acceptance(invitation.id, own_party(), settings.ORIGIN, rfc3339(at.replace(microsecond=0)))
    founding.acceptance = write_acceptance(answer, settings.LEDGER_KEY)
    founding.save(update_fields=["acceptance"])
    facts = {"member": member, "network": peer.fingerprint}
    write_down(CONSOLE, Act.NODE_FOUNDED, founding, at, facts, tree=NETWORK)
    return founding, account


def _institution(member: Member, invited: InvitedInstitution, invitation: Invitation, at: datetime) -> list[Seat]:
    row = enter_institution(
        actor=CONSOLE,
        member=member,
        code=invited.code,
        name=invited.name,
        branch=invited.branch,
        at=at,
        source=SOURCE,
        is_demonstration=invitation.is_demonstration,
    )
    return [
        create_seat(actor=CONSOLE, institution=row, role=seat.role, title=seat.title, at=at) for seat in invited.seats
    ]


def _home(invitation: Invitation, at: datetime) -> Peer:
    """The network's node, whose fingerprint was heard before anything was founded."""
    party = invitation.network
    peer = Peer.objects.create(
        kind=Kind.NETWORK, name=party.name, code=party.code, fingerprint=party.fingerprint,
        address=invitation.address, state=State.VERIFIED, is_home=True, at=at, office=CONSOLE.office,
        verified_at=at, verified_office=CONSOLE.office,
    )  # fmt: skip  # one row
    PeerKey.objects.create(peer=peer, public=to_text(party.key), fingerprint=party.fingerprint, since=at)
    write_down(CONSOLE, Act.PEER_VERIFIED, peer, at, {"fingerprint": peer.fingerprint}, tree=NETWORK)
    return peer


def _seated(seats: list[Seat], person: Person, invitation: Invitation, at: datetime) -> Account:
    """The first person in the focal point's seat. Of a demonstration every other seat is tried by one click as well."""
    first = next(one for one in seats if one.role == Role.FOCAL_POINT)
    account = _holder(first, person, invitation, at)
    for seat in seats if invitation.is_demonstration else ():
        if seat.key != first.key:
            invented = f"{seat.office.replace('/', '.').lower()}.nodo@demostracion.invalid"
            _holder(seat, Person(invented, f"{seat.office} (demostración)", person.language), invitation, at)
    return account


def _holder(seat: Seat, person: Person, invitation: Invitation, at: datetime) -> Account:
    account = open_account(
        actor=CONSOLE,
        email=person.email,
        name=person.name,
        language=person.language,
        zone=invitation.zone,
        at=at,
        is_demonstration=invitation.is_demonstration,
    )
    begin_mandate(actor=CONSOLE, seat=seat, account=account, since=at, at=at)
    return account
