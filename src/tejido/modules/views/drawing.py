"""What comes of a module: its summary, a practice, another wording for the secretariat to take up."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import spread

from .. import commands, queries, rules
from ..forms import DeclineForm, ProposalForm, SummaryForm
from ..words import passage_choices
from .loading import led_or_404, to_module


@require_http_methods(["GET", "POST"])
def summary(request: ActorRequest, key: str) -> HttpResponse:
    row = led_or_404(request, key)
    ask(rules.may_sum_up(request.actor, row, {"es": "…"}))
    known = getattr(row, "summary", None)
    form = SummaryForm(request.POST or None, initial=spread("texts", known.texts) if known else {})
    if request.method == "POST" and form.is_valid():
        commands.sum_up(actor=request.actor, module=row, texts=form.texts("texts"), at=request.now)
        return to_module(request, key, _("Kept. Every seat of the network reads it."), place="#came")
    page = {"form": form, "heading": _("What came of it"), "back": reverse("modules:module", args=[key])}
    return render(request, "modules/form.html", page, status=422 if form.errors else 200)


@require_POST
def practices(request: ActorRequest, key: str) -> HttpResponse:
    row = led_or_404(request, key)
    made = commands.begin_practice_from(actor=request.actor, module=row, at=request.now)
    return back(
        request, reverse("practices:draft", args=[made.key]), _("Begun. Only the seats of your member read it.")
    )


@require_POST
def proposals(request: ActorRequest, key: str) -> HttpResponse:
    row = led_or_404(request, key)
    form = ProposalForm(request.POST, passages=passage_choices(queries.passages_of(row), request.LANGUAGE_CODE))
    if not form.is_valid():
        explain(request, form)
        return to_module(request, key, place="#came")
    said = form.cleaned_data
    text, passage = queries.wording_for(row, said["passage"])
    commands.propose_wording(
        actor=request.actor, module=row, text=text, passage=passage.id, language=said["language"],
        wording=said["wording"], reason=said["reason"], at=request.now,
    )  # fmt: skip  # one act, read as one
    return to_module(request, key, _("Proposed. The secretariat takes it up or says why not."), place="#came")


@require_POST
def takings(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.proposal_for(request.actor, key)
    commands.take_up_proposal(actor=request.actor, proposal=row, at=request.now)
    return to_module(request, row.module_id, _("Taken up. The next revision names the module."), place="#came")


@require_POST
def declines(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.proposal_for(request.actor, key)
    form = DeclineForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return to_module(request, row.module_id, place="#came")
    commands.decline_proposal(actor=request.actor, proposal=row, answer=form.cleaned_data["answer"], at=request.now)
    return to_module(request, row.module_id, _("Declined, with the reason."), place="#came")
