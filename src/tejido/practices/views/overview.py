"""The good practices of the network, found by their problem; and what the reader's own member has begun."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.tabs import together_tabs
from tejido.web.answers import back, or_404

from .. import commands, queries, rules
from ..forms import SearchForm
from ..pages import cards, kept_by
from ..signals import found_practices
from ..tabs import own_tabs


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """What is published, found by a problem in the reader's words and narrowed by what a practice is about."""
    form = SearchForm(request.GET)
    form.is_valid()
    asked = form.cleaned_data
    shown = queries.shown_practices(request.actor)
    words = asked["q"].strip()
    found = found_practices(request.actor, words, request.LANGUAGE_CODE) if words else None
    kept = kept_by(shown, asked, found)
    page = {
        "form": form,
        "is_narrowed": any(asked.values()),
        "total": len(shown),
        "cards": cards(kept, queries.strengths(request.actor, kept), queries.contacts(request.actor, kept)),
        "tabs": together_tabs(request.actor, request.path),
        "own_tabs": own_tabs(request.actor, request.path),
        "is_public": request.actor.is_public,
        "may_begin": rules.may_begin(request.actor, request.actor.member) is None,
        "question": request.GET.urlencode(),
    }
    return render(request, "practices/home.html", page)


@require_http_methods(["GET", "POST"])
def own(request: ActorRequest) -> HttpResponse:
    """What the member has begun and adapted; a new practice is begun here."""
    seat_or_404(request)
    if request.method == "POST":
        with or_404():
            member = queries.member_of(request.actor)
        row = commands.begin_practice(actor=request.actor, member=member, at=request.now)
        address = reverse("practices:words", args=[row.key, request.LANGUAGE_CODE])
        return back(request, address, _("Begun. Only the seats of your member read it."))
    page = {
        "lines": queries.own_practices(request.actor),
        "adaptations": queries.own_adaptations(request.actor),
        "may_begin": rules.may_begin(request.actor, request.actor.member) is None,
        "tabs": together_tabs(request.actor, request.path),
        "own_tabs": own_tabs(request.actor, request.path),
    }
    return render(request, "practices/own.html", page)
