"""The words of every act of the house, by its name in the ledger."""

from collections.abc import Mapping

from django.utils.functional import Promise

from tejido.adaptation.names import Act as AdaptationAct
from tejido.alumni.names import Act as AlumniAct
from tejido.curriculum.names import Act as CurriculumAct
from tejido.deliberation.names import Act as DeliberationAct
from tejido.evaluation.names import QUIET as OF_READING
from tejido.evaluation.names import Act as EvaluationAct
from tejido.handover.names import Act as HandoverAct
from tejido.ledger.names import Act as LedgerAct
from tejido.lessons.names import QUIET as OF_LESSONS
from tejido.lessons.names import Act as LessonsAct
from tejido.mechanisms.names import Act as MechanismsAct
from tejido.meetings.names import QUIET
from tejido.meetings.names import Act as MeetingsAct
from tejido.nominations.names import Act as NominationsAct
from tejido.people.names import Act as PeopleAct
from tejido.presence.names import AT_THE_DOOR
from tejido.presence.names import Act as PresenceAct
from tejido.registry.names import Act as RegistryAct
from tejido.seminars.names import QUIET as OF_SEMINARS
from tejido.seminars.names import Act as SeminarsAct
from tejido.timetable.names import QUIET as OF_PROGRAMMES
from tejido.timetable.names import Act as TimetableAct
from tejido.training.names import Act as TrainingAct
from tejido.translation.names import Act as TranslationAct

ALL = (
    LedgerAct, PeopleAct, RegistryAct, CurriculumAct, TranslationAct, DeliberationAct, MechanismsAct, AdaptationAct,
    TrainingAct, MeetingsAct, NominationsAct, SeminarsAct, TimetableAct, PresenceAct, EvaluationAct, LessonsAct,
    HandoverAct, AlumniAct,
)  # fmt: skip  # one list
WORDS: Mapping[str, str | Promise] = {act.value: act.label for app in ALL for act in app}

# What persons do by themselves: coming in, taking a receipt. It stands in the ledger and is told to nobody.
OF_PERSONS = frozenset(act.value for app in (LedgerAct, PeopleAct) for act in app)

# What is only prepared, set for later, handed over within a seat, or written down for the record's sake: who works on
# it knows, and it is no news to others. The network's own seats do it in the ledger of all.
_SET_FOR_LATER = (RegistryAct.MANDATE_SET, RegistryAct.END_SET)
_QUIET = (QUIET, OF_SEMINARS, OF_PROGRAMMES, AT_THE_DOOR, OF_READING, OF_LESSONS, HandoverAct, _SET_FOR_LATER)
OF_PREPARATION = frozenset(act.value for acts in _QUIET for act in acts)


def words(act: str) -> str:
    return str(WORDS.get(act, act))
