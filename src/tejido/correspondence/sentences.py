"""Letters in words: whether an answer is asked for and came, and what stands in one before it is taken in."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tejido.web.instants import in_zone

from .names import Stage
from .queries import LetterLine

_MARKS = {Stage.ANSWERED: "done", Stage.OVERDUE: "alert", Stage.LATE: "alert", Stage.WAITING: "waiting"}


@dataclass(frozen=True, slots=True)
class Asked:
    """How a letter stands, in words, with the mark of its badge."""

    label: str
    mark: str
    sentence: str


def asked(line: LetterLine, at: datetime) -> Asked:
    stage = line.stage(at)
    until = line.letter.deadline
    said = _("Answer asked for until %(until)s.") % {"until": in_zone(until, line.letter.zone)} if until else ""
    return Asked(str(stage.label), _MARKS.get(stage, ""), said)
