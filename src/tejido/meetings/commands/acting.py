"""What every act of a meeting begins and ends with: the row locked, the line written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refusal, Refused, ask

from ..models import Item, Meeting
from ..names import Act
from ..queries.meetings import MeetingContext, meeting_for
from ..rules.agenda import stands

Found = TypeVar("Found")


def locked(actor: Actor, meeting: str) -> MeetingContext:
    """The meeting with its row locked, so that an act sees every act before it."""
    Meeting.objects.select_for_update().get(key=meeting)
    return meeting_for(actor, meeting)


def locked_item(actor: Actor, item: Item) -> tuple[MeetingContext, Item]:
    """The same for what is done with an item, which is read again as every act before has left it."""
    return locked(actor, item.meeting_id), standing(item)


def standing(item: Item) -> Item:
    """The item as it is now, with its meeting locked. Refused where it was struck meanwhile."""
    row = Item.objects.select_related("procedure__text__body__member").get(key=item.key)
    ask(stands(row))
    return row


def allowed(found: Found | Refusal) -> Found:
    """What a rule has found, unless it refused."""
    if isinstance(found, Refusal):
        raise Refused(found)
    return found


def record_act(
    actor: Actor, act: Act, meeting: Meeting, at: datetime, facts: Mapping[str, Any], said: Any = None
) -> None:
    """One line in the ledger of the body's space. What people wrote is sealed."""
    record(
        actor=actor,
        act=act,
        tree=meeting.body.tree,
        kind="meeting",
        object=meeting.key,
        at=at,
        facts=facts,
        details={"said": said} if said else None,
    )
