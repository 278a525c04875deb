"""Reminders: of an invitation without an answer, of minutes that can still be corrected, of what was promised."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from functools import partial

from django.db.models import OuterRef, Subquery
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tejido.people.models import Account
from tejido.registry.queries import accounts_of_body, day_of
from tejido.web.instants import clocks, in_zone

from .letters import address, holders, queue
from .models import Approval, Circulation, Commitment, Invitation, Meeting
from .names import State
from .queries.commitments import OPEN
from .queries.invitations import current_replies
from .words import title_of

BEFORE = (timedelta(days=7), timedelta(days=2), timedelta(days=1))
FAR = timedelta(days=8)


def stage(deadline: datetime, at: datetime) -> int | None:
    """Which reminder is due: the nearest one whose moment has come; None before all and from the deadline on."""
    if at >= deadline:
        return None
    return max((place for place, early in enumerate(BEFORE) if at >= deadline - early), default=None)


def due_reminders(at: datetime) -> int:
    """Queues every reminder that is due and was not sent. A job that runs twice writes once."""
    return sum((*_of_invitations(at), *_of_minutes(at), *_of_commitments(at)))


def _of_invitations(at: datetime) -> Iterator[int]:
    """To the seats that have not said whether they come."""
    for row in Meeting.objects.filter(state=State.CONVENED, starts_at__gt=at, starts_at__lte=at + FAR):
        due = stage(row.starts_at, at)
        if due is not None:
            answered = current_replies().filter(invitation__meeting=row).values("invitation")
            waiting = Invitation.objects.filter(meeting=row).exclude(key__in=answered)
            seats = waiting.values_list("seat", flat=True)
            occasion = f"meeting:{row.key}:{row.starts_at:%Y%m%d%H%M}:{due}"
            yield queue(holders(seats, at), partial(_invitation, row), occasion=occasion, at=at)


def _invitation(row: Meeting) -> tuple[str, list[str]]:
    when = in_zone(row.starts_at, row.zone)
    subject = _("Reminder: %(title)s, %(when)s") % {"title": title_of(row), "when": when}
    return subject, [subject, _("Please say whether you are coming."), address(row)]


def _of_minutes(at: datetime) -> Iterator[int]:
    """To the parties, before the time for corrections ends. Of a circulation that was replaced nobody is reminded."""
    latest = Circulation.objects.filter(meeting=OuterRef("meeting")).order_by("-at", "-key").values("key")[:1]
    rows = Circulation.objects.filter(key=Subquery(latest), deadline__gt=at, deadline__lte=at + FAR)
    for row in rows.exclude(meeting__in=Approval.objects.values("meeting")).select_related("meeting__body"):
        due = stage(row.deadline, at)
        if due is not None:
            seats = Invitation.objects.filter(meeting=row.meeting).exclude(party=None).values_list("seat", flat=True)
            occasion = f"minutes:{row.meeting_id}:{row.deadline:%Y%m%d%H%M}:{due}"
            yield queue(holders(seats, at), partial(_minutes, row), occasion=occasion, at=at)


def _minutes(row: Circulation) -> tuple[str, list[str]]:
    until = in_zone(row.deadline, row.zone)
    subject = _("Reminder: corrections of the minutes of %(title)s until %(until)s") % {
        "title": title_of(row.meeting),
        "until": until,
    }
    return subject, [subject, address(row.meeting)]


def _of_commitments(at: datetime) -> Iterator[int]:
    """To who promised: a week, two days and one day before, and once when the day has passed."""
    soon, lately = day_of(at + FAR), day_of(at - FAR)
    rows = Commitment.objects.filter(standing__in=OPEN, due__gte=lately, due__lte=soon)
    for row in rows.select_related("meeting__body__member", "party", "seat"):
        due = _stage_of(row, at)
        if due:
            occasion = f"commitment:{row.key}:{row.due:%Y%m%d}:{due}"
            yield queue(_promisers(row, at), partial(_commitment, row, due), occasion=occasion, at=at)


def _stage_of(row: Commitment, at: datetime) -> str:
    """The day ends on the clocks of the meeting where it was promised."""
    day = datetime.combine(row.due, time.max, clocks(row.meeting.zone)) if row.due else datetime.max.replace(tzinfo=UTC)
    due = stage(day, at)
    return "over" if at >= day else str(due) if due is not None else ""


def _promisers(row: Commitment, at: datetime) -> list[Account]:
    if row.seat_id:
        return holders([row.seat_id], at)
    return list(accounts_of_body(row.meeting.body, at).get(row.party.code if row.party else "", []))


def _commitment(row: Commitment, due: str) -> tuple[str, list[str]]:
    """The day and where to look; what was promised stands on the page."""
    day = date_format(row.due, "DATE_FORMAT") if row.due else ""
    said = _("Reminder: a commitment is due on %(day)s") if due != "over" else _("A commitment was due on %(day)s")
    subject = said % {"day": day}
    where = _("Commitment %(number)s of %(title)s.") % {"number": row.number, "title": title_of(row.meeting)}
    page = address(row.meeting).replace(f"/meetings/{row.meeting_id}/", f"/commitments/{row.key}/")
    return subject, [subject, where, _("Report there how it stands, or promise it anew for a later day."), page]
