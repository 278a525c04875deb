"""Which cycles and seminars an actor may know of, and what there is to take for one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from tejido.curriculum.models import Edition, Revision, Text
from tejido.ledger.actors import Actor
from tejido.registry.models import Event
from tejido.registry.names import EventKind, Inferred
from tejido.web.instants import clocks

from ..models import Cycle, Seminar, Step
from ..names import UNTOLD, State
from ..rules import may_keep_seminars

OF_CYCLE = "text__body__member", "structure__body__member"
OF_SEMINAR = (
    "cycle", *(f"cycle__{name}" for name in OF_CYCLE), "host", "institution__member", "revision__text",
    "structure__text", "event",
)  # fmt: skip  # one list


@dataclass(frozen=True, slots=True)
class CycleLine:
    """A cycle and those of its parts that the reader may know of, in their order."""

    cycle: Cycle
    parts: Sequence[Seminar]


def _known(actor: Actor) -> Q:
    """Every seat of the network from the announcement on; before it, only who prepares it; the public, what is shown to
    it."""
    if may_keep_seminars(actor) is None:
        return Q()
    return Q(is_public=True) & ~Q(state__in=UNTOLD) if actor.is_public else ~Q(state__in=UNTOLD)


def seminar_for(actor: Actor, key: str) -> Seminar:
    """Seminar.DoesNotExist for the public, and for everybody but who prepares it until it is announced, exactly as for
    an unknown key. What everybody may read of it: `public_seminar`."""
    if actor.is_public and may_keep_seminars(actor):
        raise Seminar.DoesNotExist
    return Seminar.objects.select_related(*OF_SEMINAR).get(_known(actor), key=key)


def public_seminar(key: str) -> Seminar:
    """A seminar that everybody may read. Seminar.DoesNotExist otherwise."""
    return Seminar.objects.select_related(*OF_SEMINAR).exclude(state__in=UNTOLD).get(key=key, is_public=True)


def seminars_for(actor: Actor) -> list[Seminar]:
    """All that the actor may know of, the earliest first. One query."""
    return list(Seminar.objects.select_related(*OF_SEMINAR).filter(_known(actor)))


def cycles_for(actor: Actor) -> list[CycleLine]:
    """The cycles with at least one part that the actor may know of; for who prepares them, all. The latest first. Two
    queries."""
    parts = _by_cycle(seminars_for(actor))
    rows = Cycle.objects.select_related(*OF_CYCLE)
    if may_keep_seminars(actor) is not None:
        rows = rows.filter(key__in=list(parts))
    return _latest_first(CycleLine(row, parts.get(row.key, ())) for row in rows)


def _by_cycle(rows: Iterable[Seminar]) -> dict[str, list[Seminar]]:
    found: dict[str, list[Seminar]] = {}
    for row in sorted(rows, key=lambda row: row.part):
        found.setdefault(row.cycle_id, []).append(row)
    return found


def _latest_first(lines: Iterable[CycleLine]) -> list[CycleLine]:
    """By the first day of its first part; a cycle without parts is the newest."""
    return sorted(lines, key=lambda line: line.parts[0].since if line.parts else "9999", reverse=True)


def cycle_for(actor: Actor, key: str) -> CycleLine:
    """Cycle.DoesNotExist for who may know of no part of it, exactly as for an unknown key."""
    row = Cycle.objects.select_related(*OF_CYCLE).get(key=key)
    found = Seminar.objects.select_related(*OF_SEMINAR).filter(_known(actor), cycle=row)
    parts = _by_cycle(found).get(row.key, [])
    if not parts and may_keep_seminars(actor) is not None:
        raise Cycle.DoesNotExist
    return CycleLine(row, parts)


def parts_of(cycle: Cycle) -> list[Seminar]:
    """Every part of a cycle, whoever may know of it."""
    return sorted(Seminar.objects.filter(cycle=cycle), key=lambda row: row.part)


def steps_of(seminar: Seminar) -> list[Step]:
    """What happened to it, the first thing first."""
    return list(Step.objects.filter(seminar=seminar).select_related("revision__text"))


def today_at(seminar: Seminar, at: datetime) -> date:
    """The day at its place."""
    return at.astimezone(clocks(seminar.zone)).date()


def event_of(seminars: Iterable[Seminar]) -> Mapping[str, Event]:
    """The entry of the register that tells each past seminar, as it stands now, by the seminar's key. An entry that was
    put right is followed to the one that took its place. One query."""
    told = {row.key: row.event_id for row in seminars if row.event_id}
    if not told:
        return {}
    events = {row.key: row for row in Event.objects.all()}
    later = {row.corrects_id: row.key for row in events.values() if row.corrects_id}
    return {key: events[_last(str(event), later)] for key, event in told.items()}


def _last(event: str, later: Mapping[str, str]) -> str:
    while event in later:
        event = later[event]
    return event


def free_events() -> list[Event]:
    """The seminars of the register's past of which a source says that they took place, and that no part of a cycle is
    told by yet. Two queries."""
    events = list(Event.objects.all())
    later = {row.corrects_id: row.key for row in events if row.corrects_id}
    used = {_last(str(key), later) for key in Seminar.objects.exclude(event=None).values_list("event", flat=True)}
    return [
        row
        for row in events
        if row.kind == EventKind.SEMINAR
        and Inferred.HOLDING not in row.inferred
        and row.key not in later
        and row.key not in used
    ]


@dataclass(frozen=True, slots=True)
class Offer:
    """A state of a text that can be taken: a revision, and the number of the edition that it is."""

    revision: Revision
    edition: int | None
    is_newer: bool


def offers_for(text: Text | None, taken: Revision | None) -> list[Offer]:
    """The editions of a text and its latest revision, the newest first, without what is taken. Two queries."""
    if text is None:
        return []
    editions = {row.revision_id: row.number for row in Edition.objects.filter(text=text).defer("record")}
    rows = list(Revision.objects.filter(text=text).order_by("-number").defer("manifest").select_related("text"))
    wanted = [row for place, row in enumerate(rows) if place == 0 or row.key in editions]
    number = taken.number if taken else 0
    return [Offer(row, editions.get(row.key), row.number > number) for row in wanted if row != taken]


def unclosed_for(actor: Actor, at: datetime) -> list[Seminar]:
    """What is over and not yet written down as held, for who does that. One query."""
    if may_keep_seminars(actor) is not None:
        return []
    rows = Seminar.objects.select_related(*OF_SEMINAR).filter(state=State.ANNOUNCED)
    return [row for row in rows if date.fromisoformat(row.until) < today_at(row, at)]
