"""Courses of a school's system that stand for the course of a cohort: who worked through it all becomes a record."""

from datetime import datetime

from django.db import transaction

from tejido.formats.roster.values import columns
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refused, ask
from tejido.records.commands import enter
from tejido.records.models import Cohort
from tejido.records.names import Kind
from tejido.registry.queries import day_of

from .. import rules
from ..models import CourseLink, Launch, Platform
from ..names import Act
from ..proof import account_of, unsealed
from ..queries import has_passed_all, link_of
from .writing import lock, tell


@transaction.atomic
def link_course(
    *, actor: Actor, platform: Platform, context: str, title: str, cohort: Cohort, at: datetime
) -> CourseLink:
    """From now on who has worked through the whole is entered into the cohort. `cohort` was loaded for this actor."""
    locked = lock(actor, platform)
    ask(rules.may_link(locked.capacity, cohort, is_linked=link_of(platform, context) is not None))
    made = CourseLink.objects.create(
        platform=locked.platform, context=context, title=title, cohort=cohort, at=at, office=actor.office,
        role=actor.role, seat=actor.seat, mandate=actor.mandate,
    )  # fmt: skip  # one row
    tell(actor, Act.COURSE_LINKED, locked.platform, at, {"cohort": cohort.key}, {"context": context, "title": title})
    return made


@transaction.atomic
def unlink_course(*, actor: Actor, link: CourseLink, at: datetime) -> None:
    """What was entered stays."""
    locked = lock(actor, link.platform)
    row = CourseLink.objects.get(key=link.key)
    ask(rules.may_unlink(locked.capacity, row))
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    tell(actor, Act.COURSE_UNLINKED, locked.platform, at, {"cohort": row.cohort_id}, {"context": row.context})


def enter_completion(launch: Launch, at: datetime) -> None:
    """Enters who has worked through all sessions of the cohort that the course is linked with. The learner loses
    nothing where the records do not take it: the link counts it, and its school reads so."""
    link = link_of(launch.platform, launch.context)
    if link is None or not has_passed_all(launch, link.cohort.course):
        return
    told = unsealed(bytes(launch.sealed), "launch", launch.key)
    document = account_of(launch.platform.issuer, told["subject"])
    rows = columns([document], [told["name"]], [day_of(at).isoformat()])
    try:
        with transaction.atomic():
            enter(actor=_actor(link), cohort=link.cohort, columns=rows, kind=Kind.LTI, at=at)
    except Refused:
        CourseLink.objects.filter(key=link.key).update(refused=link.refused + 1)


def _actor(link: CourseLink) -> Actor:
    """The link acts for the seat that made it, in the school's own space."""
    body = link.platform.body
    return Actor(
        seat=link.seat,
        mandate=link.mandate,
        office=link.office,
        role=link.role,
        institution=body.institution_id or "",
        member=body.member.code if body.member else "",
    )
