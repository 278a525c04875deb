"""Who points the screen of the room, and who subscribes to a calendar."""

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Everywhere
from tejido.ledger.refusals import Refusal
from tejido.registry.rules import Capacity

from ..models import Meeting
from ..names import No, State
from .seats import may_lead, must_be


def may_point(capacity: Capacity, meeting: Meeting) -> Refusal | None:
    """The chair or who facilitates says what is on the screen, from the convocation until the meeting is closed."""
    return may_lead(capacity) or must_be(meeting, (State.CONVENED, State.OPENED))


def may_subscribe(actor: Actor) -> Refusal | None:
    """Every seat has a calendar. It is the seat's, so there is none without one."""
    return Refusal(Everywhere.NO_SEAT) if actor.is_public else None


def has_feed(*, is_there: bool) -> Refusal | None:
    return None if is_there else Refusal(No.NO_FEED)
