"""What machines ask for: feeds, the sitemap, and where search engines may go."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of, network
from tejido.web.languages import in_my_language

from .. import feeds, pages, queries
from ..happenings import happening
from ..names import SORTS, Feed, Sort
from .answering import in_its_language, kept

LONGEST = 100
# The page on which a feed's reader finds the same.
_PAGES = {Feed.EVERYTHING: "front", Feed.TEXTS: "texts", Feed.MEETINGS: "meetings"}


@in_its_language
def feed(request: ActorRequest, language: str, name: str) -> HttpResponse:
    """One matter in one language, the latest first."""
    served = network()
    begun = queries.begun_at(served.key) if served else None
    if served is None or begun is None or name not in Feed.values:
        raise Http404
    kind = Feed(name)
    texts, past, meetings = queries.adopted(), queries.past(day_of(request.now)), queries.public_meetings()
    rows = queries.news(texts, past, meetings, SORTS[kind], LONGEST)
    happenings = [happening(row, language) for row in rows]
    page = reverse(f"public:{_PAGES[kind]}", kwargs={"language": language})
    channel = feeds.Channel(served.key, in_my_language(served.name), kind, language, request.path, page, begun)
    response = HttpResponse(feeds.atom(channel, happenings), content_type=f"{feeds.MEDIA_TYPE}; charset=utf-8")
    return kept(request, response, language)


@require_safe
def sitemap(request: ActorRequest) -> HttpResponse:
    texts, past, meetings = queries.adopted(), queries.past(day_of(request.now)), queries.public_meetings()
    rows = queries.news(texts, past, meetings, frozenset(Sort), limit=50_000)
    found = pages.sitemap(queries.places(day_of(request.now)), texts, meetings, rows)
    return kept(request, HttpResponse(found, content_type="application/xml; charset=utf-8"))


@require_safe
def robots(request: ActorRequest) -> HttpResponse:
    return kept(request, HttpResponse(pages.robots(), content_type="text/plain; charset=utf-8"))
