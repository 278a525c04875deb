"""What a seat may read and do in the meetings of a body: what every other rule begins with."""

from collections.abc import Container

from tejido.ledger.refusals import Refusal, not_yours
from tejido.registry.models import Party
from tejido.registry.names import JOINED, BodyKind, Role, Task
from tejido.registry.rules import Capacity

from ..models import Meeting
from ..names import No, State

_PREPARING = frozenset({Task.FACILITATE, Task.CHAIR, Task.TRANSLATE})
_WRITING = frozenset({Task.FACILITATE, Task.TRANSLATE})


def is_inside(capacity: Capacity) -> bool:
    """Whether the seat reads what goes on in the meetings. In a committee or a regional initiative only its
    parties do, and who serves it."""
    if capacity.body.kind in JOINED:
        return capacity.party is not None or prepares(capacity)
    return capacity.may(Task.READ)


def prepares(capacity: Capacity) -> bool:
    """Whether the seat sees a meeting before it is convened, and its minutes before they are circulated."""
    return bool(_PREPARING & capacity.tasks)


def may_facilitate(capacity: Capacity) -> Refusal | None:
    if capacity.body.kind == BodyKind.OFFICE:
        return Refusal(No.NO_MEETINGS)
    return None if capacity.facilitates else not_yours(_who_serves(capacity))


def may_lead(capacity: Capacity) -> Refusal | None:
    """Opening, closing, adopting the agenda and approving minutes: the chair, or who facilitates on its behalf."""
    return None if capacity.tasks & {Task.CHAIR, Task.FACILITATE} else not_yours(_who_chairs(capacity))


def may_write(capacity: Capacity) -> Refusal | None:
    """Minutes have no negotiated language: who facilitates and who translates write them in every language."""
    return None if capacity.tasks & _WRITING else not_yours(_who_serves(capacity))


def speaks_for(capacity: Capacity) -> Party | Refusal:
    """The party for which the seat says who is there, proposes corrections and reports on promises."""
    if not capacity.may(Task.RELEASE):
        return not_yours(Role.FOCAL_POINT.label if capacity.body.member is None else Role.REPRESENTATIVE.label)
    return capacity.party or Refusal(No.NO_PARTY)


def must_be(meeting: Meeting, states: Container[str]) -> Refusal | None:
    """The act belongs to these states of a meeting."""
    return None if meeting.state in states else Refusal(No.WRONG_STATE, {"state": State(meeting.state).label})


def _who_serves(capacity: Capacity) -> object:
    return Role.SECRETARIAT.label if capacity.body.member is None else Role.FOCAL_POINT.label


def _who_chairs(capacity: Capacity) -> object:
    return Role.CHAIR.label if capacity.body.member is None else Role.FOCAL_POINT.label
