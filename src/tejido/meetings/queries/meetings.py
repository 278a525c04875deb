"""Which meetings an actor may know of, and what state they are in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from tejido.ledger.actors import Actor
from tejido.registry.models import Body
from tejido.registry.names import BodyKind
from tejido.registry.queries import bodies_of, capacities, capacity
from tejido.registry.rules import Capacity, tasks

from ..models import Meeting, Step
from ..names import IN_THE_OPEN, State
from ..rules.seats import is_inside, prepares

HELD = (State.OPENED, State.CLOSED)
AHEAD = (State.CONVENED, State.POSTPONED, State.OPENED)


@dataclass(frozen=True, slots=True)
class MeetingContext:
    """A meeting as one actor may see it, from inside."""

    meeting: Meeting
    capacity: Capacity

    @property
    def body(self) -> Body:
        return self.capacity.body

    @property
    def prepares(self) -> bool:
        return prepares(self.capacity)


@dataclass(frozen=True, slots=True)
class BodyContext:
    """A body whose meetings the actor reads from inside (`is_inside`) or knows of."""

    body: Body
    capacity: Capacity

    @property
    def is_inside(self) -> bool:
        return is_inside(self.capacity)

    @property
    def prepares(self) -> bool:
        return prepares(self.capacity)


def meeting_for(actor: Actor, key: str) -> MeetingContext:
    """A meeting that the actor reads from inside. Meeting.DoesNotExist for a stranger, as for an unknown key, and for
    everybody but those who prepare it until it is convened, and for ever where it was given up before."""
    row = Meeting.objects.select_related("body__member").get(key=key)
    if not tasks(actor, row.body):
        raise Meeting.DoesNotExist
    found = MeetingContext(row, capacity(actor, row.body))
    if not is_inside(found.capacity) or not (row.was_convened or found.prepares):
        raise Meeting.DoesNotExist
    return found


def body_for(actor: Actor, key: str) -> BodyContext:
    """A body of the actor, or a committee that it may know of. Body.DoesNotExist otherwise."""
    body = Body.objects.select_related("member").get(key=key)
    if not tasks(actor, body) or body.kind == BodyKind.OFFICE:
        raise Body.DoesNotExist
    return BodyContext(body, capacity(actor, body))


def bodies_for(actor: Actor, own: Sequence[Body] | None = None) -> list[BodyContext]:
    """Every body of the actor that meets, with what it may do there. Two queries. `own`: all of the actor's, where they
    are loaded."""
    bodies = [body for body in (bodies_of(actor) if own is None else own) if body.kind != BodyKind.OFFICE]
    found = capacities(actor, bodies)
    return [BodyContext(body, found[body.key]) for body in bodies]


def hidden_lines(bodies: Sequence[Body]) -> Q:
    """The lines of the ledger about meetings of these bodies, but for those that everybody who knows of the body may
    know: for who does not read the meetings from inside."""
    meetings = Meeting.objects.filter(body__in=[body.key for body in bodies]).values("key")
    return Q(kind="meeting", object__in=meetings) & ~Q(act__in=IN_THE_OPEN)


def meetings_of(context: BodyContext) -> list[Meeting]:
    """The meetings of a body that the actor may know of, the latest first. Of a committee every seat of the network
    knows when it met."""
    found = Meeting.objects.filter(body=context.body).order_by("-starts_at", "key")
    return [row for row in found if context.prepares or row.was_convened]


def inside_of(actor: Actor, bodies: Sequence[BodyContext] | None) -> dict[str, BodyContext]:
    """The bodies whose meetings the actor reads from inside, by their keys. `bodies`: the actor's, where they are
    loaded."""
    return {c.body.key: c for c in (bodies_for(actor) if bodies is None else bodies) if c.is_inside}


def upcoming_for(actor: Actor, at: datetime, bodies: Sequence[BodyContext] | None = None) -> list[MeetingContext]:
    """The meetings of the actor's bodies that are convened and not over, the next one first. `bodies`: the actor's,
    where they are loaded."""
    inside = inside_of(actor, bodies)
    rows = Meeting.objects.filter(body__in=list(inside), state__in=AHEAD).select_related("body__member")
    ahead = [row for row in rows if row.ends_at >= at or row.state != State.CONVENED]
    return [MeetingContext(row, inside[row.body_id].capacity) for row in ahead]


def next_of(body: Body, at: datetime) -> Meeting | None:
    """The next meeting of a body that has been convened."""
    ahead = Meeting.objects.filter(body=body, state__in=(State.CONVENED, State.OPENED), ends_at__gte=at)
    return ahead.order_by("starts_at").first()


def steps_of(meeting: Meeting) -> Sequence[Step]:
    return list(Step.objects.filter(meeting=meeting))


def held_before(body: Body, at: datetime) -> list[Meeting]:
    """The meetings of a body that were held, the latest first."""
    return list(Meeting.objects.filter(body=body, state__in=HELD, starts_at__lte=at).order_by("-starts_at"))
