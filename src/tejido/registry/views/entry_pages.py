"""Putting right what was entered wrongly."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404

from .. import commands, queries
from ..forms import CorrectionForm
from ..words import entry_words
from .finding import is_done, must_keep


@require_http_methods(["GET", "POST"])
def entry_corrections(request: ActorRequest, kind: str, key: str) -> HttpResponse:
    """One entered fact with its fields as they stand; what is typed replaces them, the old stays in the history."""
    with or_404():
        row = queries.entry_for(request.actor, kind, key)
    must_keep(request, queries.owner_of(row))
    form = CorrectionForm(request.POST or None, kind=kind, row=row, sectors=queries.sectors())
    back = _page_of(kind, row)
    if (
        request.method == "POST"
        and form.is_valid()
        and is_done(form, commands.correct, **_correction(request, row, form))
    ):
        messages.success(request, _("Corrected. What stood there before is kept with the reason."))
        return redirect(back)
    page = {"form": form, "kind": kind, "what": entry_words(kind, row), "back": back}
    return render(request, "registry/correction.html", page, status=422 if form.errors else 200)


def _correction(request: ActorRequest, row: Any, form: CorrectionForm) -> dict[str, Any]:
    reason = form.cleaned_data["reason"]
    return {"actor": request.actor, "row": row, "changes": form.changes, "reason": reason, "at": request.now}


def _page_of(kind: str, row: Any) -> str:
    """The page on which the fact is read."""
    match kind:
        case "sector":
            return reverse("registry:sectors")
        case "member":
            return reverse("registry:member", args=[row.code])
        case "standing":
            return reverse("registry:member", args=[row.member.code])
        case "institution":
            return reverse("registry:institution", args=[row.key])
        case "seat":
            return reverse("registry:seat_history", args=[row.key])
    return reverse("registry:seat_history", args=[row.seat_id])
