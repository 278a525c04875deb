"""What other networks handed over as lists: read here, and changed by nobody."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.web.answers import or_404

from .. import queries
from ..names import ListKind
from ..words import entries_of


@require_GET
def elsewhere(request: ActorRequest, kind: str) -> HttpResponse:
    """The lists of one kind, by network."""
    seat_or_404(request)
    if kind not in ListKind.values:
        raise Http404
    lists = [(item, len(item.data["entries"])) for item in queries.lists_for(request.actor, kind)]
    return render(request, "exchange/elsewhere.html", {"kind": ListKind(kind), "lists": lists})


@require_GET
def taken(request: ActorRequest, key: str) -> HttpResponse:
    """One list, with where it comes from and what it replaced."""
    with or_404():
        item = queries.list_for(request.actor, key)
    page = {
        "item": item,
        "peer": item.peer,
        "kind": ListKind(item.kind),
        "origin": queries.origin_of(item),
        "entries": entries_of(item),
        "texts": queries.texts_here(item.peer),
    }
    return render(request, "exchange/taken.html", page)
