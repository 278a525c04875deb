"""What happened lately, and what a seat has said and promised over the years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tejido.deliberation.models import Declaration, Objection, Release
from tejido.deliberation.queries.memory import memory_of_parties
from tejido.ledger.actors import Actor
from tejido.ledger.models import Line
from tejido.ledger.queries import lines_of_seat, recent_lines
from tejido.meetings.queries.meetings import BodyContext, bodies_for, hidden_lines
from tejido.registry.queries import parties_of_seat

from ..acts import OF_PERSONS, OF_PREPARATION

RECENT = timedelta(days=30)


def recent(
    actor: Actor,
    at: datetime,
    bodies: Sequence[BodyContext] | None = None,
    *,
    since: datetime | None = None,
    limit: int = 20,
) -> list[Line]:
    """What happened lately to texts and members, as all parties of the network may see it, in thirty days or `since`.
    When a person came in or took a receipt is nobody else's business; what goes on in a committee is its parties'.
    `bodies`: the actor's, where they are loaded."""
    bodies = bodies_for(actor) if bodies is None else bodies
    shared = {context.body.tree for context in bodies if context.body.member is None}
    hidden = hidden_lines([context.body for context in bodies if not context.is_inside])
    left = OF_PERSONS | OF_PREPARATION
    return recent_lines(sorted(shared), since or at - RECENT, limit, leaving_out=left, hidden=hidden)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a newly named holder of a seat needs in one morning."""

    positions: Sequence[Release]
    objections: Sequence[Objection]
    declarations: Sequence[Declaration]
    acts: Sequence[Line]


def memory_of(actor: Actor) -> Memory:
    """The positions, promises and acts of the seat, whoever held it."""
    return Memory(*memory_of_parties(parties_of_seat(actor)), acts=lines_of_seat(actor.seat))
