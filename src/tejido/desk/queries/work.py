"""Everything open in which a seat takes part, loaded at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tejido.adaptation.queries import VersionWork, version_work
from tejido.deliberation.models import Release
from tejido.deliberation.queries.comments import unanswered_in
from tejido.deliberation.queries.positions import releases_in
from tejido.deliberation.queries.preparation import Preparation, preparations
from tejido.deliberation.queries.procedures import open_states_for
from tejido.deliberation.queries.rounds import RoundContext, current_rounds_for
from tejido.deliberation.queries.state import ProcedureState
from tejido.handover.queries.brief import Notice, notice_for
from tejido.handover.queries.matters import Open
from tejido.ledger.actors import Actor
from tejido.meetings.queries.commitments import CommitmentLine, own_open_commitments
from tejido.meetings.queries.invitations import unanswered_for
from tejido.meetings.queries.meetings import BodyContext, MeetingContext, bodies_for, upcoming_for
from tejido.nominations.models import Call
from tejido.nominations.queries.calls import CallLine
from tejido.nominations.queries.waiting import to_give, to_nominate
from tejido.registry.queries import bodies_of
from tejido.seminars.models import Seminar
from tejido.seminars.models import Task as SeminarTask
from tejido.seminars.queries import unclosed_for, waiting_tasks
from tejido.translation.queries import Given, given_to

from .elsewhere import SOURCES
from .items import Waiting


@dataclass(frozen=True, slots=True)
class Work:
    """The open rounds and procedures of the bodies in which the seat takes part, as it may see them.

    By the key of the round: `unanswered` comments, standing `releases` by party, and what the seat's own party has
    still to do (`own`, only for the rounds in which it is a party). `invitations` are the meetings to which the seat
    has not answered yet, `promises` the open commitments of the seat and of its party, `bodies` all of the seat's;
    `versions` is what waits in its versions, `given` what it was given to translate, `tasks` what it has to do for
    seminars, `unclosed` those that it has to write down as held; `calls` those for which its member has nominated
    nobody, `places` the calls whose places it has to give; `elsewhere` is what other apps tell by themselves.
    """

    at: datetime
    rounds: tuple[RoundContext, ...]
    procedures: tuple[ProcedureState, ...]
    unanswered: Mapping[str, int]
    releases: Mapping[str, Mapping[str, Release]]
    own: Mapping[str, Preparation]
    invitations: tuple[MeetingContext, ...] = ()
    promises: tuple[CommitmentLine, ...] = ()
    bodies: tuple[BodyContext, ...] = ()
    versions: VersionWork = field(default_factory=VersionWork)
    given: tuple[Given, ...] = ()
    tasks: tuple[SeminarTask, ...] = ()
    unclosed: tuple[Seminar, ...] = ()
    calls: tuple[CallLine, ...] = ()
    places: tuple[Call, ...] = ()
    elsewhere: tuple[Waiting, ...] = ()


def work_of(actor: Actor, at: datetime) -> Work:
    """A constant number of queries, whatever is open and however much was said."""
    own = bodies_of(actor)
    inside = bodies_for(actor, own)
    bodies = [context.body for context in inside]
    contexts = current_rounds_for(actor, bodies)
    rows = [context.round for context in contexts]
    return Work(
        at,
        tuple(contexts),
        tuple(open_states_for(actor, at, bodies)),
        unanswered_in(rows),
        releases_in(rows),
        preparations(contexts, actor, at),
        _invitations(actor, at, inside),
        tuple(own_open_commitments(actor, inside)),
        tuple(inside),
        version_work(actor, own),
        tuple(given_to(actor)),
        tuple(waiting_tasks(actor, at)),
        tuple(unclosed_for(actor, at)),
        tuple(to_nominate(actor, at)),
        tuple(to_give(actor, at)),
        tuple(line for source in SOURCES for line in source(actor, at)),
    )


def _invitations(actor: Actor, at: datetime, bodies: Sequence[BodyContext]) -> tuple[MeetingContext, ...]:
    upcoming = upcoming_for(actor, at, bodies)
    waiting = unanswered_for(actor, [context.meeting.key for context in upcoming])
    return tuple(context for context in upcoming if context.meeting.key in waiting)


def handover_in(work: Work, actor: Actor) -> Notice:
    """What the desk says of a hand-over, from what is loaded already."""
    return notice_for(
        actor, Open(work.rounds, work.procedures, work.own, work.unanswered, work.promises, work.versions), work.at
    )
