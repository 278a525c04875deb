"""What the screen of the room shows: nothing of it is any member's own."""

from dataclasses import dataclass
from datetime import datetime

from tejido.curriculum.queries import document_of
from tejido.deliberation.models import Round
from tejido.deliberation.queries.procedures import state_of
from tejido.deliberation.queries.state import ProcedureState
from tejido.engine.document import Document
from tejido.registry.models import Party

from ..models import Item, Meeting, Pointer, Step
from ..names import State, StepKind
from .agenda import items_of
from .attendance import attendance_of, rooms_of
from .meetings import MeetingContext


@dataclass(frozen=True, slots=True)
class Shown:
    """What the room looks at. `item` is None before the first item is called; `state` where a text is bound to it.
    `since` is when the time of the item began to run, None as long as it does not."""

    meeting: Meeting
    items: tuple[Item, ...]
    item: Item | None
    passage: str
    since: datetime | None
    present: frozenset[str]
    parties: tuple[Party, ...]
    state: ProcedureState | None
    before: Document | None
    """The text as the members commented on it last, or as it was first laid on the table."""
    after: Document | None

    @property
    def number(self) -> int:
        """The number of the item on the agenda; 0 before the first one is called."""
        return self.items.index(self.item) + 1 if self.item in self.items else 0

    def neighbour(self, step: int) -> Item | None:
        """The item that many places on, if the agenda has one there."""
        place = self.number - 1 + step
        return self.items[place] if 0 <= place < len(self.items) else None


def shown(context: MeetingContext, at: datetime) -> Shown:
    """The present item with the text that is bound to it. The same number of queries whatever the agenda."""
    items = tuple(items_of(context.meeting))
    pointer = Pointer.objects.filter(meeting=context.meeting).first()
    item = next((row for row in items if pointer is not None and row.key == pointer.item_id), None)
    lines = attendance_of(context.meeting)
    present = rooms_of([item], lines)[item.key].present if item else [line.party for line in lines if line.is_present]
    state = state_of(item.procedure, context.capacity, at) if item is not None and item.procedure else None
    return Shown(
        meeting=context.meeting,
        items=items,
        item=item,
        passage=pointer.passage if pointer is not None and item is not None else "",
        since=_running_since(context.meeting, pointer) if item is not None else None,
        present=frozenset(party.code for party in present),
        parties=tuple(line.party for line in lines),
        state=state,
        before=_base(state) if state else None,
        after=document_of(state.revision) if state else None,
    )


def _running_since(meeting: Meeting, pointer: Pointer | None) -> datetime | None:
    """When the item was called; in a meeting that was opened only later, from then on."""
    opened = Step.objects.filter(meeting=meeting, kind=StepKind.OPENED).first()
    if pointer is None or opened is None or meeting.state != State.OPENED:
        return None
    return max(pointer.since, opened.at)


def _base(state: ProcedureState) -> Document:
    last = Round.objects.filter(text=state.text).order_by("number").select_related("revision").last()
    return document_of(last.revision if last else state.proposals[0].revision)
