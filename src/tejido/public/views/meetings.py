"""Meetings and decisions that were released, and the dated events of the network's past."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from tejido.ledger.requests import ActorRequest
from tejido.meetings.words import title_of
from tejido.web.answers import or_404

from .. import queries
from ..pages import event_data, head, meeting_data
from .answering import in_its_language, page, today


@in_its_language
def meetings(request: ActorRequest, language: str) -> HttpResponse:
    """What is known of the network's meetings, each as exact as its source."""
    past = queries.past(today(request))
    description = _("Meetings, seminars and decisions of the network, each with its source.")
    released = queries.public_meetings()
    data = [event_data(event, language) for event in past.events]
    data += [meeting_data(row, language) for row in released]
    content = {
        "head": head("meetings", language, {}, title=_("Meetings and decisions"), description=description, data=data),
        "past": past,
        "meetings": released,
    }
    return page(request, "public/meetings.html", language, content)


@in_its_language
def meeting(request: ActorRequest, language: str, key: str) -> HttpResponse:
    """A meeting: its agenda, decisions and minutes, as far as each was released to the public."""
    with or_404():
        found = queries.meeting_for(key)
    title = title_of(found.meeting)
    description = _("%(title)s: what was released of it.") % {"title": title}
    data = [meeting_data(found, language)]
    content = {
        "head": head("meeting", language, {"key": key}, title=title, description=description, data=data),
        "released": found,
        "decided": found.decisions or found.minutes,
    }
    return page(request, "public/meeting.html", language, content)
