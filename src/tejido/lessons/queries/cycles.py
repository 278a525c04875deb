"""A cycle summed up: what was said in each part, and what of it changed a text."""

from collections.abc import Mapping
from dataclasses import dataclass

from tejido.ledger.actors import Actor
from tejido.seminars.models import Cycle, Seminar
from tejido.seminars.queries import cycle_for
from tejido.seminars.rules import may_keep_seminars

from ..models import Case
from .accounts import counts_of
from .traces import Traced, Traces, traces_in


@dataclass(frozen=True, slots=True)
class PartSum:
    """A part of a cycle: whether its evaluation was opened, the counts, and the matters with their ways."""

    seminar: Seminar
    is_open: bool
    counts: Mapping[str, int]
    matters: tuple[Traced, ...]


@dataclass(frozen=True, slots=True)
class CycleSum:
    cycle: Cycle
    parts: tuple[PartSum, ...]
    counts: Mapping[str, int]
    traces: Traces


def cycle_sum(actor: Actor, key: str) -> CycleSum:
    """Cycle.DoesNotExist for the public, and for who may know of no part of it. Queries grow neither with parts nor
    with matters."""
    if actor.is_public:
        raise Cycle.DoesNotExist
    line = cycle_for(actor, key)
    related = "seminar__cycle", "seminar__revision__text", "seminar__structure__text", "seminar__host"
    cases = list(Case.objects.filter(seminar__in=[row.key for row in line.parts]).select_related(*related))
    traces = traces_in(cases, [case.seminar for case in cases], keeps=may_keep_seminars(actor) is None)
    seen = traces.heard.by_seminar
    opened = {case.seminar_id for case in cases}
    parts = []
    for row in line.parts:
        matters = tuple(each for each in traces.matters if each.seminar.key == row.key)
        parts.append(PartSum(row, row.key in opened, counts_of(matters, seen.get(row.key, 0)), matters))
    whole = {name: sum(part.counts[name] for part in parts) for name in counts_of((), 0)}
    return CycleSum(line.cycle, tuple(parts), whole, traces)
