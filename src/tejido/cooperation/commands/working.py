"""The work on a project: words among its members, steps, and meetings in which it was spoken of."""

from datetime import date, datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.meetings.models import Meeting

from ..models import Project, ProjectMeeting, ProjectStep, Talk
from ..names import Act
from ..rules import projects as rules
from .writing import locked, write


@transaction.atomic
def talk(*, actor: Actor, project: Project, language: str, words: str, at: datetime) -> Talk:
    """Only the seats of the project's members read it."""
    context = locked(project)
    ask(rules.may_talk(actor, context.project, context.codes, words))
    row = Talk.objects.create(project=project, language=language, words=words.strip(), at=at, office=actor.office)
    write(actor, Act.TALKED, project, at, {"talk": row.key}, words=row.words)
    return row


@transaction.atomic
def plan_step(
    *, actor: Actor, project: Project, what: str, language: str, whose: str, by: date | None, at: datetime
) -> ProjectStep:
    """`whose` is the code of the member that does it."""
    context = locked(project)
    ask(rules.may_plan(actor, context.project, context.codes, what, whose))
    member = next(party.member for party in context.parties if party.member.code == whose)
    row = ProjectStep.objects.create(
        project=project, member=member, language=language, what=what.strip(), by=by, at=at, office=actor.office
    )
    facts = {"step": row.key, "member": whose, "by": by.isoformat() if by else ""}
    write(actor, Act.STEP_PLANNED, project, at, facts, what=row.what)
    return row


@transaction.atomic
def close_step(*, actor: Actor, step: ProjectStep, is_done: bool, at: datetime) -> None:
    """The step was done, or will not be."""
    context = locked(step.project)
    row = ProjectStep.objects.get(key=step.key)
    ask(rules.may_close_step(actor, context.project, context.codes, row))
    ProjectStep.objects.filter(key=row.key).update(**{"done_at" if is_done else "dropped_at": at})
    write(actor, Act.STEP_CLOSED, context.project, at, {"step": row.key, "done": is_done})


@transaction.atomic
def tie_meeting(*, actor: Actor, project: Project, meeting: Meeting, at: datetime) -> ProjectMeeting:
    """A meeting of the network, which the caller has loaded for the actor."""
    context = locked(project)
    is_tied = meeting.key in {row.meeting_id for row in context.meetings}
    ask(rules.may_tie(actor, context.project, context.codes, meeting, is_tied=is_tied))
    row = ProjectMeeting.objects.create(project=project, meeting=meeting, at=at, office=actor.office)
    write(actor, Act.MEETING_TIED, project, at, {"meeting": meeting.key})
    return row
