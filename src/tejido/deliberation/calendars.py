"""Deadlines as calendar files: an instant in UTC, the named zone in words."""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from tejido.formats.ics import Event, calendar
from tejido.web.instants import in_zone
from tejido.web.languages import in_my_language

from .queries.rounds import RoundContext
from .queries.state import ProcedureState

ALARMS = (timedelta(days=7), timedelta(days=2), timedelta(days=1))


def round_calendar(context: RoundContext) -> bytes:
    """The deadline for positions and the date for answers to dispositions."""
    row = context.round
    title = in_my_language(context.text.title)
    address = f"{settings.ORIGIN}/rounds/{row.key}/"
    positions = _("Position due: %(title)s (round %(number)s)") % {"title": title, "number": row.number}
    replies = _("Answers to dispositions due: %(title)s (round %(number)s)") % {"title": title, "number": row.number}
    events = [
        Event(
            f"{row.key}-positions@tejido",
            positions,
            in_zone(context.deadline, row.zone),
            context.deadline,
            row.zone,
            address,
            ALARMS,
        ),
        Event(
            f"{row.key}-replies@tejido",
            replies,
            in_zone(row.reply_until, row.zone),
            row.reply_until,
            row.zone,
            address,
            ALARMS,
        ),
    ]
    return calendar(events, title, row.opened_at)


def procedure_calendar(state: ProcedureState) -> bytes:
    """The end of a silence procedure; an empty calendar for a meeting, whose date is not kept here."""
    row = state.procedure
    title = in_my_language(state.text.title)
    summary = _("Silence ends: %(title)s") % {"title": title}
    address = f"{settings.ORIGIN}/procedures/{row.key}/"
    events = (
        [
            Event(
                f"{row.key}@tejido",
                summary,
                in_zone(state.deadline, row.zone),
                state.deadline,
                row.zone,
                address,
                ALARMS,
            )
        ]
        if state.deadline
        else []
    )
    return calendar(events, title, row.opened_at)
