"""A project is proposed, its terms are changed, and its members agree: each by its own act, on the same digest."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.models import Member

from ..letters import tell_proposal
from ..models import Acceptance, Posting, Project, ProjectParty, Terms
from ..names import Act, Side
from ..queries.postings import partners_of
from ..queries.projects import ProjectContext
from ..rules import projects as rules
from ..rules.values import TermsData
from .writing import locked, own_member, write


@transaction.atomic
def propose_project(
    *,
    actor: Actor,
    partners: Sequence[str],
    data: TermsData,
    postings: Sequence[Posting] = (),
    at: datetime,
    is_demonstration: bool = False,
) -> Project:
    """A project with its first terms, which the member that proposes has still to accept like the others. `partners`
    are codes of the other members; `postings` the offer and the request that it came from, which the caller has loaded
    for the actor."""
    known = {member.code: member for member in partners_of(actor.member)}
    wanted = sorted(set(partners))
    ask(rules.may_propose(actor, wanted, known, data, [row.member.code for row in postings]))
    of_side = {row.side: row for row in postings}
    own = Member.objects.get(code=actor.member)
    row = Project.objects.create(
        member=own, offer=of_side.get(Side.OFFER), request=of_side.get(Side.REQUEST), at=at, office=actor.office,
        is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    ProjectParty.objects.bulk_create(
        [ProjectParty(project=row, member=member) for member in (own, *(known[code] for code in wanted))]
    )
    terms = _propose(actor, row, (actor.member, *wanted), data, at)
    facts = {"members": sorted([actor.member, *wanted]), "terms": terms.digest}
    write(actor, Act.PROJECT_PROPOSED, row, at, facts, title=terms.title)
    tell_proposal(row, terms, [known[code] for code in wanted], at)
    return row


def _propose(actor: Actor, row: Project, parties: tuple[str, ...], data: TermsData, at: datetime) -> Terms:
    number = Terms.objects.filter(project=row).count() + 1
    return Terms.objects.create(
        project=row, number=number, digest=data.digest(row.key, parties), at=at, office=actor.office, **data.fields()
    )


@transaction.atomic
def change_terms(*, actor: Actor, project: Project, data: TermsData, seen: str, at: datetime) -> Terms:
    """Other terms. Every member is asked anew; until all have accepted them, what was agreed before goes on."""
    context = locked(project)
    latest, codes = context.latest, context.codes
    is_same = data.digest(project.key, codes) == latest.digest
    ask(rules.may_change_terms(actor, context.project, codes, data, is_as_seen=latest.digest == seen, is_same=is_same))
    terms = _propose(actor, context.project, codes, data, at)
    write(actor, Act.TERMS_PROPOSED, project, at, {"terms": terms.digest, "number": terms.number}, title=terms.title)
    tell_proposal(context.project, terms, _others(context, actor), at)
    return terms


@transaction.atomic
def accept_terms(*, actor: Actor, project: Project, seen: str, at: datetime) -> None:
    """The actor's member agrees to exactly the terms with this digest. The last one to do so makes it a project."""
    context = locked(project)
    terms = context.latest
    has_accepted = actor.member in context.accepted_by(terms)
    ask(
        rules.may_accept(
            actor, context.project, context.codes, is_as_seen=terms.digest == seen, has_accepted=has_accepted
        )
    )
    Acceptance.objects.create(terms=terms, member=own_member(context, actor), at=at, office=actor.office)
    if context.project.agreed_at is None and len(context.lacking(terms)) == 1:
        Project.objects.filter(key=project.key).update(agreed_at=at)
    write(actor, Act.TERMS_ACCEPTED, project, at, {"terms": terms.digest, "number": terms.number})


def _others(context: ProjectContext, actor: Actor) -> list[Member]:
    return [party.member for party in context.parties if party.member.code != actor.member]
