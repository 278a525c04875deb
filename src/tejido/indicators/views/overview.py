"""What a member reports on, what is due, what the network asks, and what others released."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.registry.tabs import home_tabs

from .. import queries, rules
from ..pages.lines import summary_of
from ..words import period_words
from .loading import today


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """Its own indicators with what is missing for a member; for everybody what was released to them."""
    actor, day = request.actor, today(request)
    own = queries.overview(actor, day)
    others = [seen for seen in queries.released_to(actor) if not (seen.member and seen.member.code == actor.member)]
    page = {
        "own": [summary_of(seen) for seen in own],
        "due": [(seen, [(line, period_words(line.period)) for line in seen.missing]) for seen in own if seen.missing],
        "questions": [] if actor.is_public else queries.asked(),
        "others": [summary_of(seen) for seen in others],
        "may_define": bool(actor.member) and rules.may_define(actor, actor.member) is None,
        "may_ask": rules.may_define(actor, None) is None,
        "tabs": home_tabs(actor, request.path),
    }
    return render(request, "indicators/home.html", page)
