"""What every act of a review begins and ends with: its row locked, and its line in the member's own ledger."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.keys import Keyed
from tejido.ledger.names import tree_of

from ..models import Review
from ..names import Act


def locked(key: str) -> Review:
    """The review as it stands, locked until the act is done."""
    rows = Review.objects.select_for_update(of=("self",)).select_related("member", "area", "initiative", "earlier")
    return rows.get(key=key)


def write_down(
    actor: Actor,
    act: Act,
    row: Keyed,
    review: Review,
    at: datetime,
    facts: Mapping[str, Any] | None = None,
    details: Mapping[str, Any] | None = None,
) -> None:
    """One line in the tree of the reviewed member; what people wrote is sealed."""
    told = {} if row is review else {"review": review.key}
    tree = tree_of(review.member.code)
    ledger.write_down(actor, act, row, at, told | dict(facts or {}), tree=tree, details=details)
