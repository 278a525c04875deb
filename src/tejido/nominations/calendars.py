"""The deadline of a call as a calendar file."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from tejido.deliberation.calendars import ALARMS
from tejido.formats.ics import Event, calendar
from tejido.web.instants import in_zone

from .models import Call
from .terms import title_of


def call_calendar(call: Call, deadline: datetime) -> bytes:
    """`deadline` is what counts for the member that takes it."""
    title = title_of(call.seminar)
    summary = _("Nominations due: %(title)s") % {"title": title}
    address = f"{settings.ORIGIN}/seminars/{call.seminar_id}/nominations/"
    event = Event(
        f"{call.key}-nominations@tejido", summary, in_zone(deadline, call.zone), deadline, call.zone, address, ALARMS
    )
    return calendar([event], title, call.at)
