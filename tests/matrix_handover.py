"""What Aldea hands over among its own, in the world of the matrix: a note, a promise, a successor's name."""

from dataclasses import dataclass
from datetime import timedelta

from cast import NOW, ZONE, Cast
from tejido.handover.commands import Successor, add_matter, ask_replacement, leave_note
from tejido.people.models import Account
from tejido.registry.models import Mandate, Seat
from tejido.registry.names import Role
from tejido.registry.queries import actor_of


@dataclass
class HandOver:
    """The keys of an open request for the seat of Aldea's validating authority, and of a promise left to its
    representative of Justice."""

    request: str
    promise: str


def hand_over(cast: Cast, canary: str) -> HandOver:
    """Needs an open procedure of the network: the alternate's request waits for a second person."""
    leave_note(actor=cast.actor("XA/focal_point"), markdown=f"{canary} note", language="es", at=NOW)
    successor = Successor(f"{canary.lower()}.next@example.org", f"{canary} successor", "es", ZONE)
    seat = cast.seats[cast.office("XA/validating_authority")]
    row = ask_replacement(
        actor=cast.actor("XA/alternate"), seat=seat, local=None, zone=ZONE, successor=successor, at=NOW
    )
    before = actor_of(_predecessor(cast, canary))
    promise = add_matter(actor=before, code="", words=f"{canary} promise", until=None, at=NOW)
    leave_note(actor=before, markdown=f"{canary} older note", language="es", at=NOW)
    return HandOver(row.key, promise.key)


def unheld(cast: Cast) -> str:
    """The key of a representative's seat whose institution takes no part in the mechanism: it signs in nothing."""
    seat = Seat.objects.create(institution=cast.institutions["XA/MRE"], role=Role.REPRESENTATIVE, title={})
    holder = cast.account("XA/representative/DEF")
    Mandate.objects.create(seat=seat, account=holder, since=NOW - timedelta(days=1))
    return seat.key


def _predecessor(cast: Cast, canary: str) -> Mandate:
    """Somebody who held the representative's seat before its present holder."""
    email = f"{canary.lower()}.past@example.org"
    account = Account.objects.create_user(email, name=f"{canary} past", language="es", zone=ZONE)
    held = cast.mandates[cast.office("XA/representative/JUS")]
    return Mandate.objects.create(
        seat=held.seat, account=account, since=held.since - timedelta(days=90), until=held.since
    )
