"""What the first page of a school's records shows."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tejido.ledger.actors import Actor

from .. import queries
from ..names import State

if TYPE_CHECKING:
    from tejido.registry.models import Body

    from ..models import Batch, Cohort

SHOWN = 30  # cohorts; the others are on their own page
_OPEN = frozenset({State.GIVEN, State.CHECKING, State.CHECKED, State.ENTERING, State.UNDOING})


@dataclass(frozen=True, slots=True)
class Home:
    """A space with its cohorts, the files that wait or go on, and how many persons have to refresh by when."""

    space: "Body"
    cohorts: "list[Cohort]"
    completions: int
    open: "list[Batch]"
    expiring: int
    until: date


def home_of(actor: Actor, space: "Body", today: date) -> Home:
    cohorts = [row for row in queries.cohorts_for(actor) if row.space_id == space.key]
    batches = [row for row in queries.batches_for(actor) if row.space_id == space.key and row.state in _OPEN]
    until = queries.months_later(today, queries.AHEAD)
    completions = sum(row.size for row in cohorts)
    return Home(space, cohorts[:SHOWN], completions, batches, queries.how_many_expire([space], today, until), until)
