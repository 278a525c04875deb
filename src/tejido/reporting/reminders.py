"""Reminders of reports: to who keeps them for the member, two weeks before their day, and once when it has passed.
They say to whom it is and where it is read, never what is in it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tejido.meetings.letters import queue
from tejido.people.models import Account
from tejido.registry.queries import day_of
from tejido.registry.queries.mandates import held_at
from tejido.registry.rules import SIGN_FOR_MEMBER

from .models import Selection
from .names import Destination
from .queries.waiting import reports_due

SOON, LATELY = timedelta(days=14), timedelta(days=8)


def due_reminders(at: datetime) -> int:
    """Queues every reminder that is due and was not sent. A job that runs twice writes once; a day that is moved is
    reminded of anew."""
    return sum(_reminders(at))


def _reminders(at: datetime) -> Iterator[int]:
    today = day_of(at)
    for line in reports_due(today):
        row = line.row
        if row.due is not None and -LATELY <= row.due - today <= SOON and not row.is_demonstration:
            occasion = f"report:{row.key}:{row.due:%Y%m%d}:{line.stage}"
            yield queue(_keepers(row, at), partial(_words, row, row.due, line.stage), occasion=occasion, at=at)


def _keepers(row: Selection, at: datetime) -> list[Account]:
    held = held_at(at).filter(
        seat__role__in=SIGN_FOR_MEMBER, seat__institution__member=row.member_id, account__is_active=True
    )
    return [mandate.account for mandate in held.select_related("account")]


def _words(row: Selection, due: date, stage: str) -> tuple[str, list[str]]:
    said = _("Reminder: a report is awaited by %(day)s") if stage == "soon" else _("A report was awaited by %(day)s")
    subject = said % {"day": date_format(due, "DATE_FORMAT")}
    destination = _("For: %(destination)s") % {"destination": Destination(row.destination).label}
    where = _("What is to be told and what lacks stands on the page of the report:")
    return subject, [subject, destination, where, f"{settings.ORIGIN}/reporting/selections/{row.key}/"]
