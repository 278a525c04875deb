"""Who is here from a platform, what they have worked through, and what goes back."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import QuerySet

from ..models import Launch, Passed, Score
from ..names import Sending
from ..proof import digest


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


def score_of(launch: Launch) -> Score | None:
    rows = Score.objects.filter(platform=launch.platform, link=launch.link, person=launch.person)
    return rows.first() if launch.person else None


def due_scores(at: datetime, most: int) -> list[Score]:
    """Results that are to be sent now, of systems that are switched on."""
    rows = _waiting().filter(due_at__lte=at, platform__is_on=True).select_related("platform__body__member")
    return list(rows.order_by("due_at", "key")[:most])


def _waiting() -> QuerySet[Score]:
    return Score.objects.filter(state=Sending.WAITING)
