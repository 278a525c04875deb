"""What every act on nominations begins and ends with: its call locked, and its line. What concerns a member's
nominations stands in that member's own ledger, so that nobody else can count them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.keys import Keyed
from tejido.ledger.names import tree_of

from ..models import Call, Nominee
from ..names import GUEST_OFFICE, Act

GUEST = Actor(office=GUEST_OFFICE)
NETWORK = "network"


def lock(call: Call) -> Call:
    """Nobody else changes a nomination or a place of this call until the act is done."""
    Call.objects.select_for_update().get(key=call.key)
    return Call.objects.select_related("seminar__cycle").get(key=call.key)


def locked(nominee: Nominee) -> Nominee:
    """The nominee, read again under the lock of its call."""
    lock(nominee.call)
    return Nominee.objects.select_related("call__seminar__cycle", "member", "institution").get(key=nominee.key)


def write_down(
    actor: Actor,
    act: Act,
    row: Keyed,
    at: datetime,
    facts: Mapping[str, Any],
    *,
    member: str = "",
    details: Mapping[str, Any] | None = None,
) -> None:
    """A line in the ledger of the member, or in the network's where none is named."""
    record(
        actor=actor, act=act, tree=tree_of(member), kind=type(row).__name__.lower(), object=row.key, at=at,
        facts=facts, details=details,
    )  # fmt: skip  # one line of the ledger


def tell(actor: Actor, act: Act, nominee: Nominee, at: datetime, details: Mapping[str, Any] | None = None) -> None:
    """What was done with one nomination: codes only. `details` are words, which go with the person's data."""
    facts = {"seminar": nominee.call.seminar_id, "rank": str(nominee.rank), "standing": str(nominee.standing)}
    write_down(actor, act, nominee, at, facts, member=nominee.member.code, details=details)
