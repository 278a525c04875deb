"""What came in, what became of it, and how it is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tejido.formats.bad_file import BadFile, Code
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity
from tejido.web.answers import back
from tejido.web.bad_files import sentence

from .. import commands, rules
from .loading import batch_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Batch


def done_page(request: ActorRequest, row: Batch, shown: dict[str, Any]) -> HttpResponse:
    """What came in at once, and what became of it."""
    doer = capacity(request.actor, row.space)
    code = Code(row.problem) if row.problem in {str(code) for code in Code} else None
    page = {
        **shown,
        "problem": sentence(BadFile(code)) if code else "",
        "undoes": rules.undoes(doer, row, request.now) is None,
        "is_formal": rules.is_old(row, request.now),
    }
    return render(request, "records/import_done.html", page)


@require_POST
def undoings(request: ActorRequest, key: str) -> HttpResponse:
    row = batch_or_404(request, key)
    commands.undo(actor=request.actor, batch=row, at=request.now)
    return back(request, reverse("records:import", args=[key]), _("Taken back."))
