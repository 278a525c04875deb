"""The glossary of the network: its concepts, one of them with its history, and the acts that keep it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import Refused
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.queries import capacity, network_body
from tejido.registry.rules import Capacity
from tejido.web.answers import back, or_404

from .. import commands, pages, queries, rules
from ..forms import ConceptForm
from ..names import No
from .loading import glossary_languages

KEPT_OPEN = {No.NO_TERM, No.NOTHING_NEW_TERM}


def _seated(request: ActorRequest) -> Capacity:
    """What the seat may do with the network's words; 404 for the public."""
    seat_or_404(request)
    return capacity(request.actor, network_body())


@require_GET
def glossary(request: ActorRequest) -> HttpResponse:
    """Every concept, narrowed by what one types."""
    doer, asked = _seated(request), request.GET.get("q", "").replace("\0", "")[:200]
    context = {
        "lines": pages.concept_lines(queries.glossary_entries(), asked, request.LANGUAGE_CODE),
        "asked": asked,
        "may_keep": rules.may_keep_glossary(doer) is None,
    }
    return render(request, "translation/glossary.html", context)


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    if rules.may_keep_glossary(_seated(request)) is not None:
        raise Http404
    form = ConceptForm(request.POST or None, languages=glossary_languages())
    if request.method == "POST" and form.is_valid():
        try:
            row = commands.enter_concept(actor=request.actor, entry=form.entry, at=request.now)
        except Refused as problem:
            _tell(form, problem)
        else:
            return redirect("translation:concept", row.concept)
    return render(request, "translation/concept_new.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def concept(request: ActorRequest, key: str) -> HttpResponse:
    """A concept with what it is called, its history, and the form to change it."""
    doer = _seated(request)
    with or_404():
        row = queries.entry_of(key)
    languages = glossary_languages([row])
    form = ConceptForm(request.POST or None, initial=pages.concept_values(row), languages=languages)
    if request.method == "POST" and form.is_valid():
        try:
            commands.change_concept(actor=request.actor, standing=row, entry=form.entry, at=request.now)
        except Refused as problem:
            _tell(form, problem)
        else:
            return back(
                request, reverse("translation:concept", args=[key]), _("Changed. What was entered before stays.")
            )
    context = {
        "row": row,
        "line": pages.concept_line(row, request.LANGUAGE_CODE),
        "history": pages.concept_history(queries.history_of(key)),
        "form": form if rules.may_keep_glossary(doer) is None else None,
    }
    return render(request, "translation/concept.html", context, status=422 if form.errors else 200)


def _tell(form: ConceptForm, problem: Refused) -> None:
    """What is told beside what was typed; everything else is a refusal like any other."""
    if problem.refusal.code not in KEPT_OPEN:
        raise problem
    form.add_error(None, problem.refusal.sentence)


@require_POST
def retirements(request: ActorRequest, key: str) -> HttpResponse:
    _seated(request)
    with or_404():
        row = queries.entry_of(key)
    commands.retire_concept(actor=request.actor, standing=row, at=request.now)
    return back(request, reverse("translation:glossary"), _("Taken out. No text was changed."))
