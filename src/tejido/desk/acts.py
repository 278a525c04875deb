"""The words of every act of the house, by its name in the ledger."""

from collections.abc import Mapping

from django.utils.functional import Promise

from tejido.adaptation import names as adaptation
from tejido.alumni import names as alumni
from tejido.annual import names as annual
from tejido.certificates import names as certificates
from tejido.cooperation import names as cooperation
from tejido.correspondence import names as correspondence
from tejido.curriculum import names as curriculum
from tejido.custody import names as custody
from tejido.deliberation import names as deliberation
from tejido.discussions import names as discussions
from tejido.evaluation import names as evaluation
from tejido.exchange import names as exchange
from tejido.experience import names as experience
from tejido.figures import names as figures
from tejido.handover import names as handover
from tejido.indicators import names as indicators
from tejido.ledger import names as ledger
from tejido.lessons import names as lessons
from tejido.lineage import names as lineage
from tejido.lti import names as lti
from tejido.mechanisms import names as mechanisms
from tejido.meetings import names as meetings
from tejido.modules import names as modules
from tejido.nominations import names as nominations
from tejido.people import names as people
from tejido.practices import names as practices
from tejido.presence import names as presence
from tejido.programmes import names as programmes
from tejido.promotion import names as promotion
from tejido.records import names as records
from tejido.regional import names as regional
from tejido.registry import names as registry
from tejido.reporting import names as reporting
from tejido.reviews import names as reviews
from tejido.risk import names as risk
from tejido.schools import names as schools
from tejido.seminars import names as seminars
from tejido.timetable import names as timetable
from tejido.training import names as training
from tejido.translation import names as translation

APPS = (
    ledger, people, registry, curriculum, translation, deliberation, mechanisms, adaptation, training, meetings,
    nominations, seminars, timetable, presence, evaluation, lessons, handover, alumni,
    schools, certificates,
    lineage,
    experience,
    risk, promotion, programmes,
    indicators, reviews, reporting, practices, cooperation, regional, modules, discussions, annual,
    records,
    lti,
    figures,
    custody,
    exchange, correspondence,
)  # fmt: skip  # one list
WORDS: Mapping[str, str | Promise] = {act.value: act.label for app in APPS for act in app.Act}

# What persons do by themselves: coming in, taking a receipt. It stands in the ledger and is told to nobody.
OF_PERSONS = frozenset(act.value for app in (ledger, people) for act in app.Act)

# What is only prepared, set for later, handed over within a seat, or written down for the record's sake: who works on
# it knows, and it is no news to others. The network's own seats do it in the ledger of all.
_SET_FOR_LATER = (registry.Act.MANDATE_SET, registry.Act.END_SET)
_QUIET = (
    meetings.QUIET, seminars.QUIET, timetable.QUIET, presence.AT_THE_DOOR, evaluation.QUIET, lessons.QUIET,
    handover.Act, _SET_FOR_LATER,
    schools.QUIET, certificates.QUIET, lineage.QUIET, experience.QUIET,
    risk.QUIET, promotion.QUIET, programmes.QUIET, indicators.QUIET, reviews.QUIET, reporting.QUIET,
    practices.QUIET, cooperation.QUIET, regional.QUIET, modules.QUIET, discussions.QUIET, annual.QUIET,
    records.QUIET,
    lti.QUIET,
    figures.QUIET,
    custody.QUIET,
    correspondence.QUIET,
)  # fmt: skip  # one list
OF_PREPARATION = frozenset(act.value for acts in _QUIET for act in acts)


def words(act: str) -> str:
    return str(WORDS.get(act, act))
