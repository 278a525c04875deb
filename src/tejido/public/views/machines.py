"""What machines ask for: feeds, the sitemap, and where search engines may go."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of, members, network
from tejido.web.languages import in_my_language

from .. import feeds, pages, queries
from ..happenings import happening
from ..names import SORTS, Feed, Sort
from .answering import in_its_language, kept, today

LONGEST = 100
# The page on which a feed's reader finds the same.
_PAGES = {
    Feed.EVERYTHING: "front",
    Feed.TEXTS: "texts",
    Feed.MEETINGS: "meetings",
    Feed.PROMOTION: "promotion",
}


@in_its_language
def feed(request: ActorRequest, language: str, name: str) -> HttpResponse:
    """One matter in one language, the latest first."""
    served = network()
    begun = queries.begun_at(served.key) if served else None
    if served is None or begun is None or name not in Feed.values:
        raise Http404
    kind = Feed(name)
    shown = queries.Shown(
        queries.adopted(), queries.past(today(request)), queries.public_meetings(), members(), queries.public_titles()
    )
    rows = queries.news(shown, SORTS[kind], LONGEST)
    happenings = [happening(row, language) for row in rows]
    page = reverse(f"public:{_PAGES[kind]}", kwargs={"language": language})
    channel = feeds.Channel(served.key, in_my_language(served.name), kind, language, request.path, page, begun)
    response = HttpResponse(feeds.atom(channel, happenings), content_type=f"{feeds.MEDIA_TYPE}; charset=utf-8")
    return kept(request, response, language)


@require_safe
def sitemap(request: ActorRequest) -> HttpResponse:
    day = day_of(request.now)
    texts, meetings, places = queries.adopted(), queries.public_meetings(), queries.places(day)
    lines, entries = [place.line for place in places], queries.public_titles()
    shown = queries.Shown(texts, queries.past(day), meetings, lines, entries)
    rows = queries.news(shown, frozenset(Sort), limit=50_000)
    found = pages.sitemap(places, texts, meetings, rows, queries.shown_versions(), queries.public_issues())
    return kept(request, HttpResponse(found, content_type="application/xml; charset=utf-8"))


@require_safe
def robots(request: ActorRequest) -> HttpResponse:
    return kept(request, HttpResponse(pages.robots(), content_type="text/plain; charset=utf-8"))
