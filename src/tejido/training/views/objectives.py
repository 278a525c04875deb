"""The learning objectives of an edition, and the secretariat's form for them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tejido.adaptation.views.loading import language_in
from tejido.curriculum.queries import document_of
from tejido.engine.proof import canonical_digest
from tejido.ledger.requests import ActorRequest
from tejido.registry.rules import may_keep_network
from tejido.web.answers import back

from .. import commands, queries
from ..pages import choices_of, marked_objectives
from .loading import edition_or_404


@require_http_methods(["GET", "POST"])
def objectives(request: ActorRequest, slug: str, number: int) -> HttpResponse:
    """Which passages say what is to be learned, by section."""
    edition = edition_or_404(request, slug, number)
    if request.method == "POST":
        commands.mark_objectives(
            actor=request.actor, edition=edition, passages=request.POST.getlist("passages"),
            seen=request.POST.get("seen", ""), at=request.now,
        )  # fmt: skip  # one act, read as one
        return back(request, reverse("training:objectives", args=[slug, number]), _("The objectives are kept."))
    found = queries.objectives_of(edition)
    language = language_in(request, edition.revision.languages, edition.text.negotiated_language)
    document = document_of(edition.revision)
    page = {
        "text": edition.text,
        "edition": edition,
        "language": language,
        "choices": choices_of(document, (), language, frozenset(found)),
        "marked": marked_objectives(document, found, language),
        "seen": canonical_digest(found),
        "may_keep": may_keep_network(request.actor) is None,
    }
    return render(request, "training/objectives.html", page)
