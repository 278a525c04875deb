"""What changed, who changed it and why."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import seat_names
from tejido.registry.words import seat_words

from .. import queries
from ..redline import redline, shown_of
from .loading import load, number_in, revision_or_404
from .papers import changes_downloads


@require_GET
def history(request: ActorRequest, slug: str) -> HttpResponse:
    loaded = load(request, slug)
    revisions = queries.revisions_of(loaded.text)
    seats = seat_names({revision.seat for revision in revisions})
    context = {
        "text": loaded.text,
        "revisions": [(revision, seat_words(seats.get(revision.seat)) or revision.office) for revision in revisions],
        "editions": queries.editions_of(loaded.text),
        "language": loaded.language,
    }
    return render(request, "curriculum/history.html", context)


@require_GET
def changes(request: ActorRequest, slug: str) -> HttpResponse:
    """The redline between two revisions: `?from=` and `?to=`; by default the last change."""
    loaded = load(request, slug)
    last = loaded.latest.number
    new = _number(request, "to", last, last)
    old = _number(request, "from", max(new - 1, 1), last)
    before, after = revision_or_404(loaded.text, old), revision_or_404(loaded.text, new)
    documents = queries.documents_of([before, after])
    found = redline(documents[before.digest], documents[after.digest], loaded.language)
    shown = shown_of(found, request.GET, {"from": old, "to": new, "language": loaded.language})
    if "after" in request.GET:
        return render(request, "curriculum/_redline.html", shown)
    context = {
        "text": loaded.text,
        "before": before,
        "after": after,
        "language": loaded.language,
        "revisions": queries.revisions_of(loaded.text),
        "redline": found,
        "files": changes_downloads(loaded.text, old, new, loaded.language),
    }
    return render(request, "curriculum/changes.html", context | shown)


def _number(request: ActorRequest, name: str, default: int, last: int) -> int:
    asked = number_in(request, name)
    return default if asked is None else min(max(asked, 1), last)
