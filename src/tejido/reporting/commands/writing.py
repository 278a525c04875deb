"""What every act here does: write its line into the member's own ledger. No other ledger learns of any of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.keys import Keyed
from tejido.ledger.names import tree_of
from tejido.registry.models import Member

from ..models import Mark, Recommendation
from ..names import Act
from ..terms import marks_of

FACTS = (
    "mechanism", "body", "symbol", "paragraph", "external", "session", "day", "states", "texts", "themes", "groups",
    "targets", "position", "address",
)  # fmt: skip  # what is said at the source, in one list
OWN = ("cluster", "status", "assessment")


def write_down(
    actor: Actor,
    act: Act,
    row: Keyed,
    member: Member,
    at: datetime,
    facts: Mapping[str, Any] | None = None,
    details: Mapping[str, Any] | None = None,
) -> None:
    """One line. What people wrote, and what others recommended, goes into `details`."""
    ledger.write_down(actor, act, row, at, facts or {}, tree=tree_of(member.code), details=details)


def mark(row: Recommendation, **by: Any) -> None:
    """Writes down by what the recommendation is known again; what another one bears already stays with that one."""
    values = {name: getattr(row, name) for name in FACTS}
    Mark.objects.bulk_create(
        [Mark(member_id=row.member_id, recommendation=row, value=value, **by) for value in marks_of(values)],
        ignore_conflicts=True,
    )
