"""What every act on a questionnaire begins and ends with: its row locked, and its line."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.keys import Keyed
from tejido.ledger.names import NETWORK

from ..models import Questionnaire
from ..names import Act


def lock(questionnaire: Questionnaire) -> Questionnaire:
    """Read again, and changed by nobody else until the act is done."""
    Questionnaire.objects.select_for_update().get(key=questionnaire.key)
    return Questionnaire.objects.select_related("seminar__revision", "session").get(key=questionnaire.key)


def write_down(
    actor: Actor,
    act: Act,
    row: Keyed,
    at: datetime,
    facts: Mapping[str, Any],
    *,
    details: Mapping[str, Any] | None = None,
) -> None:
    kind = type(row).__name__.lower()
    record(actor=actor, act=act, tree=NETWORK, kind=kind, object=row.key, at=at, facts=facts, details=details)
