"""Letters in words: whether an answer is asked for and came, and what stands in one before it is taken in."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tejido.exchange.refusals import reason
from tejido.web.instants import in_zone

from .names import Stage, Step
from .queries import LetterLine, Way

_MARKS = {Stage.ANSWERED: "done", Stage.OVERDUE: "alert", Stage.LATE: "alert", Stage.WAITING: "waiting"}


@dataclass(frozen=True, slots=True)
class Asked:
    """How a letter stands, in words, with the mark of its badge."""

    label: str
    mark: str
    sentence: str


@dataclass(frozen=True, slots=True)
class OnItsWay:
    """How far a sent letter came, in words; since when, and the key of the bundle that carries it, if there is one."""

    sentence: str
    is_there: bool
    at: datetime | None = None
    bundle: str = ""


def on_its_way(way: Way) -> OnItsWay:
    said = str(way.step.label)
    if way.step == Step.TRIED:
        said = f"{said} {reason(way.problem)}"
    is_there, parcel = way.step == Step.ARRIVED, way.parcel
    if parcel is None:
        return OnItsWay(said, is_there)
    return OnItsWay(said, is_there, parcel.done_at or parcel.at, parcel.key)


def asked(line: LetterLine, at: datetime) -> Asked:
    stage = line.stage(at)
    until = line.letter.deadline
    said = _("Answer asked for until %(until)s.") % {"until": in_zone(until, line.letter.zone)} if until else ""
    return Asked(str(stage.label), _MARKS.get(stage, ""), said)
