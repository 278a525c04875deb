"""Reminders of pages that wait: a week and two days before the day that the members were given."""

from datetime import datetime, timedelta

from tejido.registry.queries import day_of

from .letters import remind
from .models import Report
from .queries import compose

BEFORE = (timedelta(days=2), timedelta(days=7))


def due_reminders(at: datetime) -> int:
    """Queues every reminder that is due and was not sent. A job that runs twice writes once."""
    today = day_of(at)
    soon = Report.objects.exclude(opened_at=None).filter(due__gte=today, due__lte=today + max(BEFORE), issues=0)
    found = 0
    for report in soon:
        early = next(early for early in BEFORE if report.due and report.due - today <= early)
        waiting = [line.member for line in compose(report, at).waiting]
        found += remind(report, waiting, str(early.days), at)
    return found
