"""The summary of a review: released, withdrawn, and read by whom it was released to."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.mechanisms.rules import may_state
from tejido.registry.tabs import home_tabs
from tejido.web.answers import back, or_404

from .. import commands, queries
from ..forms import SummaryForm
from .loading import load_own, page_of


@require_http_methods(["GET", "POST"])
def summaries(request: ActorRequest, key: str) -> HttpResponse:
    row = load_own(request, key)
    ask(may_state(request.actor, row.member.code))
    standing = queries.review_for(request.actor, key).summary
    initial = {f"words_{tag}": words for tag, words in (standing.words if standing else {}).items()}
    form = SummaryForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        commands.release_review(
            actor=request.actor, review=row, words=form.words, audience=form.cleaned_data["audience"], at=request.now
        )
        return back(request, page_of(key), _("Released. These readers see it from now on, as it stands."))
    page = {"form": form, "review": row}
    return render(request, "reviews/summing.html", page, status=422 if form.errors else 200)


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    row = load_own(request, key)
    commands.withdraw_review(actor=request.actor, review=row, at=request.now)
    done = _("Withdrawn. Nobody outside sees it any more; that it was shown is kept.")
    return back(request, page_of(key), done)


@require_GET
def summary(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.summary_for(request.actor, key)
    page = {"summary": row, "tabs": home_tabs(request.actor, request.path)}
    return render(request, "reviews/summary.html", page)
