"""Meetings and decisions that were released, and the dated events of the network's past."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from tejido.ledger.requests import ActorRequest

from .. import queries
from ..pages import event_data, head
from .answering import in_its_language, page


@in_its_language
def meetings(request: ActorRequest, language: str) -> HttpResponse:
    """What is known of the network's meetings, each as exact as its source."""
    past = queries.past(request.now.date())
    description = _("Meetings, seminars and decisions of the network, each with its source.")
    data = [event_data(event, language) for event in past.events]
    content = {
        "head": head("meetings", language, {}, title=_("Meetings and decisions"), description=description, data=data),
        "past": past,
    }
    return page(request, "public/meetings.html", language, content)
