"""The front page of the network."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network
from tejido.web.languages import in_my_language

from .. import queries
from ..happenings import happening
from ..maps import legend, maps
from ..names import Sort
from ..pages import counts, head, network_data
from .answering import in_its_language, page, today

LATELY = 6
LATEST_EVENTS = 4


@in_its_language
def front(request: ActorRequest, language: str) -> HttpResponse:
    """What the network is, where its members are, what they have agreed on, and what happened lately."""
    past, texts, places = queries.past(today(request)), queries.adopted(), queries.places(today(request))
    meetings = queries.public_meetings()
    entries = queries.public_titles()
    shown = queries.Shown(texts, past, meetings, [place.line for place in places], entries)
    lately = queries.news(shown, frozenset(Sort), LATELY)
    served = network()
    lead = _("A network of States that agree on texts as equals, and prove what they agreed on.")
    title = in_my_language(served.name) if served else "Tejido"
    content = {
        "head": head(
            "front",
            language,
            {},
            title=title,
            description=lead,
            data=[network_data(served, past, language)] if served else [],
        ),
        "lead": lead,
        "counts": counts(places, texts, past, language),
        "past": past,
        "meetings": meetings[:LATEST_EVENTS],
        "latest_events": past.events[:LATEST_EVENTS],
        "texts": texts,
        "places": places,
        "maps": maps(places, language),
        "legend": legend(places),
        "mechanisms": sum(place.has_mechanism for place in places),
        "entries": entries[:LATEST_EVENTS],
        "lately": [happening(row, language) for row in lately],
    }
    return page(request, "public/front.html", language, content)
