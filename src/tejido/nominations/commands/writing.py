"""What every act on nominations begins and ends with: its call locked, and its line. What concerns a member's
nominations stands in that member's own ledger, so that nobody else can count them."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.names import NETWORK, tree_of

from ..models import Call, Nominee
from ..names import GUEST_OFFICE, Act

write_down = partial(ledger.write_down, tree=NETWORK)  # the network's ledger, where no other is named

GUEST = Actor(office=GUEST_OFFICE)


def lock(call: Call) -> Call:
    """Nobody else changes a nomination or a place of this call until the act is done."""
    Call.objects.select_for_update().get(key=call.key)
    return Call.objects.select_related("seminar__cycle").get(key=call.key)


def locked(nominee: Nominee) -> Nominee:
    """The nominee, read again under the lock of its call."""
    lock(nominee.call)
    return Nominee.objects.select_related("call__seminar__cycle", "member", "institution").get(key=nominee.key)


def tell(actor: Actor, act: Act, nominee: Nominee, at: datetime, details: Mapping[str, Any] | None = None) -> None:
    """What was done with one nomination: codes only. `details` are words, which go with the person's data."""
    facts = {"seminar": nominee.call.seminar_id, "rank": str(nominee.rank), "standing": str(nominee.standing)}
    write_down(actor, act, nominee, at, facts, tree=tree_of(nominee.member.code), details=details)
