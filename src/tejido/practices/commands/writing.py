"""What the acts here share: whose ledger has the line, and the row as it stands."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.keys import Keyed
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.programmes.models import Initiative
from tejido.registry.models import Member

from .. import rules
from ..models import Practice


def between(
    actor: Actor,
    act: str,
    row: Keyed,
    at: datetime,
    facts: dict[str, Any],
    *,
    members: Iterable[str],
    details: dict[str, Any] | None = None,
) -> None:
    """What concerns members alone stands in the ledger of each: none of it in that of the network. The empty code is
    the network's own seats, whose part stands in the other ledger."""
    for code in sorted({member for member in members if member}):
        ledger.write_down(actor, act, row, at, facts, tree=tree_of(code), details=details)


def locked(key: str) -> Practice:
    """The practice as it stands, so that of two acts on it the second sees the first."""
    return Practice.objects.select_for_update(of=("self",)).select_related("member").get(key=key)


def ask_own(member: Member, initiative: str) -> None:
    """Refused where the key is not one of the member's own initiatives; the empty key names none."""
    rows = Initiative.objects.filter(key=initiative, member=member, grade="own", struck_at=None)
    ask(rules.may_link(initiative, is_own=bool(initiative) and rows.exists()))
