"""What was told to whom and when, with the file that was told and what is otherwise since."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.meetings.words import with_offices
from tejido.registry.queries import seat_names
from tejido.registry.words import seat_words
from tejido.web.answers import or_404
from tejido.web.downloads import saved

from ..queries.loading import telling_for, told_file
from ..queries.tellings import compared, tellings_for
from ..words import not_reported
from .loading import frame, own_member


@require_GET
def tellings(request: ActorRequest) -> HttpResponse:
    member = own_member(request)
    page = {**frame(request, member), "rows": with_offices(tellings_for(request.actor))}
    return render(request, "reporting/tellings.html", page)


@require_GET
def telling(request: ActorRequest, key: str) -> HttpResponse:
    """One telling, row by row: "told so on that day; now it says"."""
    with or_404():
        row = telling_for(request.actor, key)
    found = seat_names({row.seat})
    page = {
        **frame(request, row.member),
        "row": row,
        "compared": compared(request.actor, row),
        "gap": not_reported(row.language),
        "seat": seat_words(found[row.seat]) if row.seat in found else row.office,
    }
    return render(request, "reporting/telling.html", page)


@require_GET
def file(request: ActorRequest, key: str) -> HttpResponse:
    """The file exactly as it was told."""
    with or_404():
        paper = told_file(request.actor, key)
    return saved(bytes(paper.data), paper.media_type, paper.name)
