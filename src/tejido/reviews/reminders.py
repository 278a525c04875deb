"""Reminders of reviews: when the next one was to begin, and when the day of a recommendation has passed."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.utils.translation import gettext as _

from tejido.meetings.letters import holders, queue
from tejido.people.models import Account
from tejido.registry.models import Seat
from tejido.registry.queries import accounts_of_body, day_of, network_body

from .models import Recommendation, Review
from .names import CLOSED
from .queries.waiting import to_begin

LATELY = timedelta(days=8)  # of what was due long ago nobody is reminded anew


def due_reminders(at: datetime) -> int:
    """Queues every reminder that is due and was not sent. A job that runs twice writes once."""
    return sum(_reminders(at))


def _reminders(at: datetime) -> Iterator[int]:
    today = day_of(at)
    again = list(to_begin(today).filter(next_on__gt=today - LATELY))
    late = Recommendation.objects.filter(by__lt=today, by__gte=today - LATELY).exclude(standing__in=CLOSED)
    over = list(late.select_related("review__member"))
    if not again and not over:
        return
    acting = accounts_of_body(network_body(), at)
    for row in again:
        occasion = f"review:{row.key}:{row.next_on:%Y%m%d}"
        yield queue(acting.get(row.member.code, ()), partial(_again, row), occasion=occasion, at=at)
    for one in over:
        occasion = f"recommendation:{one.key}:{one.by:%Y%m%d}"
        who = _addressed(one, at) or acting.get(one.review.member.code, [])
        yield queue(who, partial(_over, one), occasion=occasion, at=at)


def _addressed(row: Recommendation, at: datetime) -> list[Account]:
    """Who sits in the institution that it is addressed to."""
    if row.institution_id is None:
        return []
    return holders(Seat.objects.filter(institution=row.institution_id).values_list("key", flat=True), at)


def _again(row: Review) -> tuple[str, list[str]]:
    subject = _("The next national review begins")
    return subject, [subject, f"{settings.ORIGIN}/reviews/new/?earlier={row.key}"]


def _over(row: Recommendation) -> tuple[str, list[str]]:
    subject = _("The day of a recommendation has passed: number %(number)s") % {"number": row.number}
    return subject, [subject, f"{settings.ORIGIN}/reviews/{row.review_id}/#recommendation-{row.number}"]
