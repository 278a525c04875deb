"""What every act in a procedure begins and ends with: the row locked, the member asked for, the line written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.registry.models import Party
from tejido.registry.names import Task

from ..models import Procedure
from ..names import Act, No
from ..queries.procedures import procedure_for
from ..queries.state import ProcedureState
from ..rules.seats import speaker
from .locking import allowed


def locked_procedure(actor: Actor, procedure: Procedure, at: datetime) -> ProcedureState:
    """The procedure with its row locked, so that an act sees every act before it."""
    Procedure.objects.select_for_update().get(key=procedure.key)
    return procedure_for(actor, procedure.key, at)


def acting(actor: Actor, procedure: Procedure, at: datetime) -> tuple[ProcedureState, Party]:
    """The locked procedure and the member of record for which the actor agrees, objects and declares: from the seat
    that releases positions. Refused where there is none."""
    state = locked_procedure(actor, procedure, at)
    return state, allowed(speaker(state.capacity, Task.RELEASE, state.members, No.NOT_OF_RECORD))


def record_act(
    actor: Actor, act: Act, state: ProcedureState, at: datetime, facts: Mapping[str, Any], said: str = ""
) -> None:
    record(
        actor=actor,
        act=act,
        tree=state.text.body.tree,
        kind="procedure",
        object=state.procedure.key,
        at=at,
        facts=facts,
        details={"said": said} if said else None,
    )
