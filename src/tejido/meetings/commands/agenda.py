"""The agenda is built, announced and adopted; the chair declares the outcome of an adoption that is on it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from tejido.deliberation.commands import conclude_meeting, put_before
from tejido.deliberation.models import Adoption, Procedure
from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Seat
from tejido.registry.queries import day_of
from tejido.web.languages import filled

from ..models import AgendaAdoption, AgendaRevision, Item, Meeting
from ..names import Act, ItemKind, No
from ..queries.agenda import (
    adoption_of,
    agenda_data,
    agenda_digest,
    announced,
    is_adopted,
    is_used,
    items_of,
    meetings_ahead,
    procedure_to_bind,
)
from ..queries.invitations import seats_of
from ..queries.meetings import MeetingContext
from ..rules import agenda as rules
from .acting import locked, locked_item, record_act

FIRST, LAST = "first", "last"


@transaction.atomic
def add_item(
    *,
    actor: Actor,
    meeting: Meeting,
    title: Mapping[str, str],
    kind: str,
    at: datetime,
    minutes: int | None = None,
    presenter: str = "",
    procedure: str = "",
) -> Item:
    """Puts an item at the end of the agenda. One that is bound to an adoption is an adoption."""
    context = _changing(actor, meeting.key)
    ask(rules.has_title(filled(title)))
    bound = _bound(context, procedure)
    items = items_of(context.meeting)
    row = Item.objects.create(
        meeting=context.meeting,
        place=items[-1].place + 1 if items else 1,
        title=filled(title),
        kind=ItemKind.ADOPTION if bound else kind,
        minutes=minutes,
        presenter=_presenter(context, presenter),
        procedure=bound,
    )
    keep_waiting(context.meeting)
    facts = {"item": row.key, "kind": str(row.kind), "place": len(items) + 1}
    record_act(actor, Act.ITEM_ADDED, context.meeting, at, facts)
    return row


def _changing(actor: Actor, meeting: str) -> MeetingContext:
    context = locked(actor, meeting)
    _may_change(context)
    return context


def _may_change(context: MeetingContext) -> None:
    adopted = adoption_of(context.meeting) is not None
    ask(rules.may_change_agenda(context.capacity, context.meeting, is_adopted=adopted))


def _changing_item(actor: Actor, item: Item) -> tuple[MeetingContext, Item]:
    context, row = locked_item(actor, item)
    _may_change(context)
    return context, row


def _bound(context: MeetingContext, key: str) -> Procedure | None:
    if not key:
        return None
    row, is_for_meeting = procedure_to_bind(key)
    ask(rules.may_bind(row.text.body, context.body, is_for_meeting=is_for_meeting))
    return row


def _presenter(context: MeetingContext, key: str, before: Seat | None = None) -> Seat | None:
    """The seat of the body that presents. Refused where it is none of the body's; who presented `before` may stay, also
    where that seat has ended meanwhile."""
    if not key:
        return None
    if before is not None and before.key == key:
        return before
    seats = {seat.key: seat for seat, _ in seats_of(context.body, day_of(context.meeting.starts_at))}
    if key not in seats:
        raise Refused(Refusal(No.NOT_OF_BODY))
    return seats[key]


@transaction.atomic
def change_item(
    *,
    actor: Actor,
    item: Item,
    title: Mapping[str, str],
    kind: str,
    at: datetime,
    minutes: int | None = None,
    presenter: str = "",
    procedure: str | None = None,
) -> None:
    """Changes what is written of an item. `procedure` is the adoption that it is bound to from now on, "" for none;
    None leaves it as it is."""
    context, row = _changing_item(actor, item)
    ask(rules.has_title(filled(title)))
    wanted = row.procedure_id or "" if procedure is None else procedure
    ask(rules.may_rebind(row.procedure_id or "", wanted, is_adopted=is_adopted(row)))
    row.title, row.minutes, row.procedure = filled(title), minutes, _bound(context, wanted)
    row.kind = ItemKind.ADOPTION if row.procedure else kind
    row.presenter = _presenter(context, presenter, row.presenter)
    row.save(update_fields=["title", "minutes", "procedure", "kind", "presenter"])
    keep_waiting(context.meeting)
    facts = {"item": row.key, "kind": str(row.kind), "procedure": row.procedure_id or ""}
    record_act(actor, Act.ITEM_CHANGED, context.meeting, at, facts)


@transaction.atomic
def move_item(*, actor: Actor, item: Item, to: str, at: datetime) -> int:
    """Moves an item one place up or down, or to an end of the agenda: "up", "down", "first", "last". Returns its new
    number."""
    context, item = _changing_item(actor, item)
    items = items_of(context.meeting)
    place = items.index(item)
    last = len(items) - 1
    wanted = {FIRST: 0, LAST: last, "up": place - 1}.get(to, place + 1)
    ask(rules.can_move(wanted, last))
    items.insert(wanted, items.pop(place))
    for number, row in enumerate(items, 1):
        row.place = number
    Item.objects.bulk_update(items, ["place"])
    record_act(actor, Act.ITEM_MOVED, context.meeting, at, {"item": item.key, "place": wanted + 1})
    return wanted + 1


@transaction.atomic
def strike_item(*, actor: Actor, item: Item, at: datetime) -> None:
    """Takes an item off the agenda. The numbers of those after it follow."""
    context, row = _changing_item(actor, item)
    ask(rules.may_strike(is_used=is_used(row), is_adopted=is_adopted(row)))
    row.struck_at = at
    row.save(update_fields=["struck_at"])
    keep_waiting(context.meeting)
    record_act(actor, Act.ITEM_STRUCK, context.meeting, at, {"item": row.key})


def keep_waiting(meeting: Meeting) -> None:
    """While a meeting is ahead or open, the outcome of the texts on its agenda is declared in it and nowhere else. Call
    it inside the transaction of whatever changes its agenda or its state."""
    waiting = set(Procedure.objects.filter(meeting=meeting.key).values_list("key", flat=True))
    waiting |= {item.procedure_id for item in items_of(meeting) if item.procedure_id}
    put_before(meetings=dict.fromkeys(waiting, "") | meetings_ahead(waiting))


def keep_agenda(actor: Actor, meeting: Meeting, items: Sequence[Item], at: datetime) -> AgendaRevision:
    """The agenda as it stands, kept as it is told. Call it inside the transaction of the act that tells it."""
    data, before = agenda_data(items), announced(meeting)
    return AgendaRevision.objects.create(
        meeting=meeting,
        number=before.number + 1 if before else 1,
        digest=canonical_digest(data),
        items=data,
        at=at,
        office=actor.office,
    )


@transaction.atomic
def announce_agenda(*, actor: Actor, meeting: Meeting, at: datetime) -> AgendaRevision:
    """Tells everybody invited that the agenda has changed, and how it stands now."""
    context = locked(actor, meeting.key)
    items, before = items_of(context.meeting), announced(context.meeting)
    digest = agenda_digest(items)
    ask(rules.may_announce(context.capacity, context.meeting, before.digest if before else "", digest))
    row = keep_agenda(actor, context.meeting, items, at)
    facts = {"number": row.number, "digest": row.digest}
    record_act(actor, Act.AGENDA_ANNOUNCED, context.meeting, at, facts)
    return row


@transaction.atomic
def adopt_agenda(*, actor: Actor, meeting: Meeting, at: datetime) -> AgendaAdoption:
    """At the start the meeting adopts its agenda. From now on it stays as it is."""
    context = locked(actor, meeting.key)
    before = adoption_of(context.meeting)
    ask(rules.may_adopt_agenda(context.capacity, context.meeting, is_adopted=before is not None))
    digest = agenda_digest(items_of(context.meeting))
    row = AgendaAdoption.objects.create(meeting=context.meeting, digest=digest, at=at, office=actor.office)
    record_act(actor, Act.AGENDA_ADOPTED, context.meeting, at, {"digest": digest})
    return row


@transaction.atomic
def declare_outcome(*, actor: Actor, item: Item, present: Sequence[str], at: datetime) -> Adoption:
    """The chair declares the text that is bound to the item adopted by those who are in the room. Who may, and whether
    all agree, the procedure says."""
    context, row = locked_item(actor, item)
    procedure = row.procedure
    ask(rules.may_declare_outcome(context.meeting, is_bound=procedure is not None))
    return conclude_meeting(
        actor=actor,
        procedure=procedure,  # type: ignore[arg-type]  # the rule has asked
        present=list(present),
        at=at,
        meeting=context.meeting.key,
    )
