"""One person: what the school keeps of somebody who asks for it, put right or erased. A document is sent and never
stands in an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity
from tejido.web.answers import back

from .. import commands, queries, rules
from ..forms import CorrectionForm, ErasureForm, PersonForm
from .loading import frame, spaces_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Body


@require_http_methods(["GET", "POST"])
def person(request: ActorRequest) -> HttpResponse:
    """The completions of one document."""
    space = spaces_or_404(request)[0]
    form = PersonForm(request.POST or None)
    page = {**frame(request), "form": form, "is_asked": False}
    if request.method == "POST" and form.is_valid():
        page |= _found(space, form.cleaned_data["document"])
    return render(request, "records/person.html", page, status=422 if form.errors else 200)


def _found(space: Body, document: str) -> dict[str, Any]:
    rows = queries.completions_of_person(space, document)
    name = next((row.line.name for row in rows if row.line.name), "")
    correction = CorrectionForm(initial={"document": document, "becomes": _shown(document), "name": name})
    erasing = queries.erasing_of(space, document)
    return {
        "is_asked": True,
        "rows": rows,
        "document": document,
        "correction": correction,
        "is_kept": erasing is not None and bool(erasing.kept),
    }


def _shown(document: str) -> str:
    return document.removeprefix("national:")


@require_POST
def corrections(request: ActorRequest) -> HttpResponse:
    """Who it is in truth."""
    space = spaces_or_404(request)[0]
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        document = form.cleaned_data.get("document")
        if document is None:
            return redirect("records:person")
        shown = {**_found(space, document), "correction": form}
        return render(request, "records/person.html", {**frame(request), "form": PersonForm(), **shown}, status=422)
    commands.correct_person(actor=request.actor, space=space, at=request.now, **form.cleaned_data)
    return back(request, reverse("records:person"), _("Put right. The counts are those of the right person."))


@require_http_methods(["GET", "POST"])
def erasing(request: ActorRequest) -> HttpResponse:
    """What would go and what would stay as a number, before anything does."""
    space = spaces_or_404(request)[0]
    form = PersonForm(request.POST)
    if request.method == "GET" or not form.is_valid():
        return redirect("records:person")
    found = queries.erasing_of(space, form.cleaned_data["document"])
    if found is None or not found.kept:
        return redirect("records:person")
    doer = capacity(request.actor, space)
    page = {
        **frame(request),
        "found": found,
        "refusal": rules.may_erase(request.actor, doer, found=len(found.kept)),
        "form": ErasureForm(initial={"document": found.person.document, "seen": found.seen}),
    }
    return render(request, "records/erasing.html", page)


@require_POST
def erasures(request: ActorRequest) -> HttpResponse:
    space = spaces_or_404(request)[0]
    form = ErasureForm(request.POST)
    if not form.is_valid():
        return redirect("records:person")
    commands.erase_person(actor=request.actor, space=space, at=request.now, **form.cleaned_data)
    return back(
        request, reverse("records:person"), _("Erased. What counted goes on counting; nobody can say who it was.")
    )
