"""What a member received from its schools, and what it shows to others."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.mechanisms.rules import may_state
from tejido.registry.queries import day_of
from tejido.web.answers import back, explain, or_404

from .. import commands, queries
from ..forms import PublishForm, ShowForm
from ..lines import sums_of
from ..pages.boards import board_shown, received_shown
from ..queries.boards import Board, editions_of
from ..words import by_words, span_words
from .loading import frame, year_asked


@require_GET
def received(request: ActorRequest) -> HttpResponse:
    """What the schools of the actor's member released, and what is missing."""
    actor = request.actor
    with or_404():
        found = queries.received_for(actor, year_asked(request))
    board, today = found.board, day_of(request.now)
    over = [name for month in range(1, 13) if (name := f"{board.year:04}-{month:02}") < today.isoformat()[:7]]
    page = {
        **frame(request),
        **received_shown(found, over),
        "board": board,
        "releases": [(row, span_words(row.since, row.until), by_words(row.dimensions)) for row in found.releases],
        "standing": queries.standing_for(board.member, board.year),
        "may_publish": may_state(actor, actor.member) is None,
        "form": ShowForm(initial={"year": board.year}) if board.years else None,
    }
    return render(request, "figures/received.html", page)


@require_GET
def preview(request: ActorRequest) -> HttpResponse:
    """What these readers would see, before anything is shown."""
    with or_404():
        member = queries.received_member(request.actor)
    form = ShowForm(request.GET)
    page: dict[str, Any] = {**frame(request), "form": form}
    if form.is_valid():
        given = form.given
        row, heaps = queries.publication_of(member, **given)
        sums = sums_of(heaps, given["keep"])
        board = Board(member, row.year, [row.year], sums, editions_of(sums), row.covers, row.targets)
        page |= {
            **board_shown(board), "board": board, "row": row, "by": by_words(given["keep"]),
            "publishing": PublishForm(initial={**form.cleaned_data, "seen": row.digest}),
            "may_publish": may_state(request.actor, member.code) is None and bool(heaps),
        }  # fmt: skip  # one page
    return render(request, "figures/preview.html", page, status=200 if form.is_valid() else 422)


@require_POST
def publications(request: ActorRequest) -> HttpResponse:
    with or_404():
        member = queries.received_member(request.actor)
    form = PublishForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, reverse("figures:received"))
    seen = form.cleaned_data["seen"]
    row = commands.publish_counts(actor=request.actor, member=member, seen=seen, at=request.now, **form.given)
    done = _("Shown. These readers see it from now on, as it stands.")
    return back(request, f"{reverse('figures:received')}?year={row.year}", done)


@require_POST
def endings(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.own_publication_for(request.actor, key)
    commands.hide_counts(actor=request.actor, publication=row, at=request.now)
    done = _("Withdrawn. Nobody outside sees it any more; that it was shown is kept.")
    return back(request, f"{reverse('figures:received')}?year={row.year}", done)
