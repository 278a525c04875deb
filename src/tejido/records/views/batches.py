"""What came in: files, lists, entries by hand, and how it is taken back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity
from tejido.web.answers import back

from .. import commands, queries, rules
from .loading import batch_or_404, frame, spaces_or_404


@require_GET
def imports(request: ActorRequest) -> HttpResponse:
    """Everything that came in, the latest first."""
    spaces_or_404(request)
    page = {**frame(request), "batches": queries.batches_for(request.actor)}
    return render(request, "records/imports.html", page)


@require_GET
def batch(request: ActorRequest, key: str) -> HttpResponse:
    """What came in at once, and what became of it."""
    row = batch_or_404(request, key)
    doer = capacity(request.actor, row.space)
    page = {
        **frame(request),
        "batch": row,
        "undoes": rules.undoes(doer, row, request.now) is None,
        "is_formal": rules.is_old(row, request.now),
    }
    return render(request, "records/import_done.html", page)


@require_POST
def undoings(request: ActorRequest, key: str) -> HttpResponse:
    row = batch_or_404(request, key)
    commands.undo(actor=request.actor, batch=row, at=request.now)
    return back(request, reverse("records:import", args=[key]), _("Taken back."))
