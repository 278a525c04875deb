"""The evaluation of a seminar as an actor may see it: its rounds with who has released, and its meetings."""

from collections.abc import Sequence
from dataclasses import dataclass

from tejido.curriculum.models import Revision
from tejido.deliberation.models import Round
from tejido.deliberation.queries.positions import Progress, progress, releases_in
from tejido.deliberation.queries.rounds import RoundContext, contexts_of
from tejido.ledger.actors import Actor
from tejido.meetings.models import Meeting
from tejido.meetings.names import MeetingKind
from tejido.meetings.rules.meetings import ALTERABLE
from tejido.registry.names import BodyKind
from tejido.seminars.models import Seminar
from tejido.seminars.queries import seminar_for
from tejido.seminars.rules import may_keep_seminars

from ..models import Case, CaseMeeting, CaseRound
from ..names import Part
from ..rules import NOT_HELD

_ROUND = "round__text__body__member", "round__revision"


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round of the evaluation with what everybody may know of each party: whether it has released."""

    part: str
    context: RoundContext
    standing: tuple[Progress, ...]

    @property
    def round(self) -> Round:
        return self.context.round

    @property
    def released(self) -> list[Progress]:
        return [line for line in self.standing if line.release]

    @property
    def missing(self) -> list[Progress]:
        return [line for line in self.standing if not line.release]


@dataclass(frozen=True, slots=True)
class CaseContext:
    """The evaluation of a seminar. `case` is None until it is opened. `keeps`: the actor prepares it, and knows of
    meetings that nobody was told of."""

    actor: Actor
    seminar: Seminar
    case: Case | None
    rounds: tuple[RoundLine, ...]
    meetings: tuple[Meeting, ...]
    keeps: bool

    def taught(self, part: str) -> Revision | None:
        """The state of this text that participants were taught, or of the structure that they went through."""
        return taught_by(self.seminar, part)

    def of_part(self, part: str) -> list[RoundLine]:
        return [line for line in self.rounds if line.part == part]

    @property
    def agenda(self) -> Meeting | None:
        """The meeting whose agenda can still be changed, the latest linked."""
        return next((row for row in reversed(self.meetings) if row.state in ALTERABLE), None)


def taught_by(seminar: Seminar, part: str) -> Revision | None:
    return {Part.TEXT: seminar.revision, Part.STRUCTURE: seminar.structure}.get(Part(part))


def case_for(actor: Actor, key: str) -> CaseContext:
    """The evaluation of a seminar. Seminar.DoesNotExist for who may not know of the seminar, as for an unknown key.
    Queries do not grow with what was said."""
    return context_of(actor, seminar_for(actor, key))


def context_of(actor: Actor, seminar: Seminar) -> CaseContext:
    keeps = may_keep_seminars(actor) is None
    case = Case.objects.filter(seminar=seminar).first()
    if case is None:
        return CaseContext(actor, seminar, None, (), (), keeps)
    rows = CaseMeeting.objects.filter(case=case).select_related("meeting__body__member")
    meetings = [row.meeting for row in rows if keeps or row.meeting.was_convened]
    return CaseContext(actor, seminar, case, tuple(_rounds(actor, case)), tuple(meetings), keeps)


def _rounds(actor: Actor, case: Case) -> list[RoundLine]:
    links = list(CaseRound.objects.filter(case=case).select_related(*_ROUND))
    contexts = contexts_of(actor, [link.round for link in links])
    releases = releases_in(link.round for link in links)
    return [
        RoundLine(link.part, context, tuple(progress(context.parties, releases[link.round_id])))
        for link, context in zip(links, contexts, strict=True)
    ]


def rounds_to_link(context: CaseContext, part: str) -> list[Round]:
    """The rounds on this text that do not belong to the evaluation yet, the latest first."""
    revision = context.taught(part)
    if revision is None:
        return []
    linked = [line.round.key for line in context.rounds]
    found = Round.objects.filter(text=revision.text_id).exclude(key__in=linked).select_related("text", "revision")
    return list(found.order_by("-number"))


def round_with(key: str) -> Round:
    """A round of a text of the network. Round.DoesNotExist otherwise."""
    found = Round.objects.select_related("text__body", "revision")
    return found.get(key=key, text__body__kind=BodyKind.NETWORK)


def meetings_to_link(context: CaseContext) -> list[Meeting]:
    """The evaluation meetings of the network that can be linked, the latest first."""
    linked = [row.key for row in context.meetings]
    found = Meeting.objects.filter(body__kind=BodyKind.NETWORK, kind=MeetingKind.EVALUATION)
    return list(found.exclude(key__in=linked).exclude(state__in=NOT_HELD).select_related("body").order_by("-starts_at"))


def meeting_with(key: str) -> Meeting:
    """A meeting of the network. Meeting.DoesNotExist otherwise."""
    return Meeting.objects.select_related("body__member").get(key=key, body__kind=BodyKind.NETWORK)


def linked_rounds(cases: Sequence[Case]) -> list[CaseRound]:
    return list(CaseRound.objects.filter(case__in=[case.key for case in cases]).select_related(*_ROUND))
