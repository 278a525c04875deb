"""How a project ends: with a result that all confirm, or broken off by one side; and what is told of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask
from tejido.practices.commands import begin_practice
from tejido.practices.models import Practice
from tejido.practices.names import Field
from tejido.web.languages import filled

from ..letters import tell_result
from ..models import Confirmation, Project, ProjectEvaluation, ProjectParty, ProjectPractice, ProjectResult
from ..names import Act
from ..rules import projects as rules
from .writing import locked, own_member, write


@transaction.atomic
def end_project(*, actor: Actor, project: Project, reason: str, at: datetime) -> None:
    """One side declines what was proposed, or breaks off what was agreed. What was said stays with its members."""
    context = locked(project)
    ask(rules.may_end(actor, context.project, context.codes, reason))
    Project.objects.filter(key=project.key).update(ended_at=at, ended_by=actor.office, ended_because=reason.strip())
    write(actor, Act.PROJECT_ENDED, project, at, {"agreed": context.project.agreed_at is not None}, reason=reason)


@transaction.atomic
def write_result(*, actor: Actor, project: Project, says: Mapping[str, str], seen: str, at: datetime) -> ProjectResult:
    """What was delivered, in one member's words. All confirm it, who wrote it too; a later one is asked about anew.
    `seen`: the digest of the result that stood when the person looked, empty where there was none."""
    context = locked(project)
    said = filled(says)
    standing = context.result.digest if context.result else ""
    ask(rules.may_write_result(actor, context.project, context.codes, said, is_as_seen=standing == seen))
    number = len(context.results) + 1
    row = ProjectResult.objects.create(
        project=project, number=number, says=said, digest=canonical_digest([project.key, number, said]), at=at,
        office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    write(actor, Act.RESULT_WRITTEN, project, at, {"result": row.digest, "number": number}, says=said)
    others = [party.member for party in context.parties if party.member.code != actor.member]
    tell_result(context.project, row, others, at)
    return row


@transaction.atomic
def confirm_result(*, actor: Actor, project: Project, seen: str, at: datetime) -> None:
    """The actor's member says that exactly this was delivered. The last one to say so completes the project."""
    context = locked(project)
    digest = context.result.digest if context.result else ""
    ask(
        rules.may_confirm(
            actor,
            context.project,
            context.codes,
            is_there=context.result is not None,
            is_as_seen=digest == seen,
            has_confirmed=actor.member in context.confirmed_by,
        )
    )
    row = cast("ProjectResult", context.result)  # refused above where there is none
    Confirmation.objects.create(result=row, member=own_member(context, actor), at=at, office=actor.office)
    is_last = len(context.unconfirmed) == 1
    if is_last:
        Project.objects.filter(key=project.key).update(completed_at=at)
    write(actor, Act.RESULT_CONFIRMED, project, at, {"result": digest, "completes": is_last})


@transaction.atomic
def show_result(*, actor: Actor, project: Project, seen: str, at: datetime) -> None:
    """The actor's member agrees that the network reads the joint result, its title, its days and its members. The last
    one to agree shows it."""
    context = locked(project)
    digest = context.result.digest if context.result else ""
    ask(
        rules.may_agree_to_show(
            actor, context.project, context.codes, is_as_seen=digest == seen, has_agreed=context.shows(actor.member)
        )
    )
    ProjectParty.objects.filter(project=project, member__code=actor.member).update(shows_at=at)
    write(actor, Act.SHOWING_AGREED, project, at, {"result": digest})
    if len(context.not_showing) == 1:
        Project.objects.filter(key=project.key).update(shown_at=at)
        facts = {"result": digest, "members": list(context.codes)}
        write_down(actor, Act.RESULT_SHOWN, context.project, at, facts, tree=NETWORK)


@transaction.atomic
def end_showing(*, actor: Actor, project: Project, at: datetime) -> None:
    """One member that does not agree any more is enough: nobody outside reads the result from now on."""
    context = locked(project)
    ask(rules.may_end_showing(actor, context.codes, has_agreed=context.shows(actor.member)))
    ProjectParty.objects.filter(project=project, member__code=actor.member).update(shows_at=None)
    if context.project.shown_at:
        Project.objects.filter(key=project.key).update(shown_at=None)
        write_down(actor, Act.RESULT_HIDDEN, context.project, at, {}, tree=NETWORK)
    write(actor, Act.SHOWING_ENDED, project, at, {})


@transaction.atomic
def begin_practice_from(*, actor: Actor, project: Project, at: datetime) -> Practice:
    """A draft of a good practice in the own space of the actor's member, with the title of the project and what was
    delivered."""
    context = locked(project)
    has_begun = any(row.member.code == actor.member for row in context.practices)
    ask(rules.may_begin_practice(actor, context.project, context.codes, has_begun=has_begun))
    member, result = own_member(context, actor), cast("ProjectResult", context.result)
    content = {str(Field.TITLE): context.shown.title, str(Field.DONE): result.says}
    made = begin_practice(
        actor=actor, member=member, content=content, at=at, is_demonstration=context.project.is_demonstration
    )
    ProjectPractice.objects.create(project=project, member=member, practice=made, at=at, office=actor.office)
    write(actor, Act.PRACTICE_BEGUN, project, at, {"practice": made.key})
    return made


@transaction.atomic
def evaluate_project(
    *, actor: Actor, project: Project, worth: str, says: Mapping[str, str], heard: str, at: datetime
) -> ProjectEvaluation:
    """What one side says of it; an earlier word of the same side ends with it."""
    context = locked(project)
    ask(rules.may_evaluate(actor, context.project, context.codes, heard))
    member = own_member(context, actor)
    ProjectEvaluation.objects.filter(project=project, member=member, replaced_at=None).update(replaced_at=at)
    row = ProjectEvaluation.objects.create(
        project=project, member=member, worth=worth, says=filled(says), heard=heard, at=at, office=actor.office
    )
    write(actor, Act.PROJECT_EVALUATED, project, at, {"worth": str(worth), "heard": str(heard)}, says=row.says)
    return row
