"""The least time that the network agreed on for the sections of an edition, and the secretariat's form for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.adaptation.words import titles_of
from tejido.curriculum.queries import document_of
from tejido.ledger.requests import ActorRequest
from tejido.registry.rules import may_keep_network
from tejido.web.answers import back, or_404

from .. import commands, queries
from ..forms import MinimumForm
from ..words import duration
from .loading import edition_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.curriculum.models import Edition


@require_http_methods(["GET", "POST"])
def minimums(request: ActorRequest, slug: str, number: int) -> HttpResponse:
    """What courses on an edition give at least to the whole and to its sections."""
    edition = edition_or_404(request, slug, number)
    form = MinimumForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.set_minimum(actor=request.actor, edition=edition, at=request.now, **form.cleaned_data)
        return _back(request, edition, _("Written down."))
    titles = {"": ("", _("The whole text")), **titles_of(document_of(edition.revision), request.LANGUAGE_CODE)}
    sections = {id: f"{place} {title}".strip() for id, (place, title) in titles.items()}
    rows = {row.section: row for row in queries.minimums_of(edition)}
    page = {
        "text": edition.text,
        "edition": edition,
        "rows": [(sections[id], rows[id], duration(rows[id].minutes)) for id in sections if id in rows],
        "sections": sections.items(),
        "may_keep": may_keep_network(request.actor) is None,
        "form": form,
    }
    return render(request, "training/minimums.html", page, status=422 if form.errors else 200)


@require_POST
def removals(request: ActorRequest, slug: str, number: int, key: str) -> HttpResponse:
    edition = edition_or_404(request, slug, number)
    with or_404():
        row = queries.minimum_for(edition, key)
    commands.lift_minimum(actor=request.actor, minimum=row, at=request.now)
    return _back(request, edition, _("It is no longer asked for."))


def _back(request: ActorRequest, edition: Edition, done: str) -> HttpResponse:
    return back(request, reverse("training:minimums", args=[edition.text.slug, edition.number]), done)
