"""The pages of a meeting and of a body."""

from django.utils.translation import gettext_lazy as _

from tejido.web.components import Tab

from .queries.meetings import BodyContext, MeetingContext


def meeting_tabs(context: MeetingContext, path: str) -> list[Tab]:
    base = f"/meetings/{context.meeting.key}/"
    places = [
        (_("The meeting"), base),
        (_("Agenda"), f"{base}agenda/"),
        (_("Attendance"), f"{base}attendance/"),
        (_("Minutes"), f"{base}minutes/"),
    ]
    return [Tab(label, url, path == url) for label, url in places]


def body_tabs(context: BodyContext, path: str) -> list[Tab]:
    base = f"/bodies/{context.body.key}/"
    places = [(_("Meetings"), f"{base}meetings/")]
    if context.is_inside:
        places.append((_("Commitments"), f"{base}commitments/"))
    return [Tab(label, url, path == url) for label, url in places]
