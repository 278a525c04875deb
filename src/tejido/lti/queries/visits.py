"""Who is here from a platform, what they have worked through, and what goes back."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import QuerySet

from tejido.training.models import Course, CourseSession

from ..models import CourseLink, Launch, Passed, Platform, Score
from ..names import Sending
from ..proof import digest
from .content import unit_of


def launch_of(key: str) -> Launch:
    """Launch.DoesNotExist for an unknown key; whether it is over or another browser's, the caller says."""
    return Launch.objects.select_related("platform__body__member", "platform__body__institution").get(key=key)


def is_of_browser(launch: Launch, cookie: str) -> bool:
    return bool(cookie) and digest(cookie) == launch.browser


def passed_by(launch: Launch, units: Sequence[str]) -> Mapping[str, Passed]:
    """What somebody has worked through of these parts, in this course of the platform."""
    if not launch.person:
        return {}
    rows = Passed.objects.filter(
        platform=launch.platform, context=launch.context, person=launch.person, unit__in=list(units)
    )
    return {row.unit: row for row in rows}


def has_passed_all(launch: Launch, course: Course) -> bool:
    """Whether somebody has worked through every session of a course, in this course of the platform."""
    rows = CourseSession.objects.filter(course=course, removed_at=None)
    units = [unit_of(row) for row in rows]
    return bool(units) and len(passed_by(launch, units)) == len(units)


def link_of(platform: Platform, context: str) -> CourseLink | None:
    """With which cohort a course of the platform is linked."""
    related = ("cohort__course", "cohort__space", "platform__body__member", "platform__body__institution")
    rows = CourseLink.objects.filter(platform=platform, context=context, ended_at=None)
    return rows.select_related(*related).first()


def links_of(platform: Platform) -> list[CourseLink]:
    return list(CourseLink.objects.filter(platform=platform, ended_at=None).select_related("cohort"))


def link_for(platform: Platform, key: str) -> CourseLink:
    """CourseLink.DoesNotExist where it is none of this platform."""
    return CourseLink.objects.select_related("platform", "cohort").get(platform=platform, key=key)


def contexts_of(platform: Platform) -> dict[str, str]:
    """The courses of the platform from which somebody came today, by their id, with their titles."""
    rows = Launch.objects.filter(platform=platform).exclude(context="").order_by("at")
    return {context: title or context for context, title in rows.values_list("context", "context_title")}


def score_of(launch: Launch) -> Score | None:
    rows = Score.objects.filter(platform=launch.platform, link=launch.link, person=launch.person)
    return rows.first() if launch.person else None


def due_scores(at: datetime, most: int) -> list[Score]:
    """Results that are to be sent now, of systems that are switched on."""
    rows = _waiting().filter(due_at__lte=at, platform__is_on=True).select_related("platform__body__member")
    return list(rows.order_by("due_at", "key")[:most])


def scores_waiting() -> int:
    """How many results have not been taken by the systems they are for, whatever keeps them."""
    return _waiting().count()


def _waiting() -> QuerySet[Score]:
    return Score.objects.filter(state=Sending.WAITING)
