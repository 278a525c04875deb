"""How a project ends, and what is told of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain

from .. import commands
from ..forms import EvaluationForm, ReasonForm, ResultForm, SeenForm
from .loading import own_project_or_404, page_of


def _seen(request: ActorRequest) -> str:
    form = SeenForm(request.POST)
    return str(form.cleaned_data["seen"]) if form.is_valid() else ""


@require_POST
def endings(request: ActorRequest, key: str) -> HttpResponse:
    context = own_project_or_404(request, key)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("cooperation:project", key)
    reason = form.cleaned_data["reason"]
    commands.end_project(actor=request.actor, project=context.project, reason=reason, at=request.now)
    return back(request, page_of("project", key), _("The project is over. Its members read the reason."))


@require_POST
def results(request: ActorRequest, key: str) -> HttpResponse:
    context = own_project_or_404(request, key)
    form = ResultForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("cooperation:project", key)
    commands.write_result(
        actor=request.actor, project=context.project, says=form.said("says"), seen=form.cleaned_data["seen"],
        at=request.now,
    )  # fmt: skip  # one act, read as one
    return back(request, page_of("project", key) + "#result", _("Written down. Every member confirms it, yours too."))


@require_POST
def confirmations(request: ActorRequest, key: str) -> HttpResponse:
    context = own_project_or_404(request, key)
    commands.confirm_result(actor=request.actor, project=context.project, seen=_seen(request), at=request.now)
    return back(request, page_of("project", key) + "#result", _("Your member confirms this result."))


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    context = own_project_or_404(request, key)
    commands.show_result(actor=request.actor, project=context.project, seen=_seen(request), at=request.now)
    return back(request, page_of("project", key) + "#result", _("Your member agrees that the network reads it."))


@require_POST
def release_withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    context = own_project_or_404(request, key)
    commands.end_showing(actor=request.actor, project=context.project, at=request.now)
    return back(request, page_of("project", key) + "#result", _("Nobody outside reads the result any more."))


@require_POST
def practices(request: ActorRequest, key: str) -> HttpResponse:
    context = own_project_or_404(request, key)
    made = commands.begin_practice_from(actor=request.actor, project=context.project, at=request.now)
    address = reverse("practices:words", args=[made.key, request.LANGUAGE_CODE])
    return back(request, address, _("Begun. Only the seats of your member read it."))


@require_POST
def evaluations(request: ActorRequest, key: str) -> HttpResponse:
    context = own_project_or_404(request, key)
    form = EvaluationForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("cooperation:project", key)
    worth, heard = form.cleaned_data["worth"], form.cleaned_data["heard"]
    commands.evaluate_project(
        actor=request.actor, project=context.project, worth=worth, says=form.said("says"), heard=heard, at=request.now
    )
    return back(request, page_of("project", key) + "#worth", _("Saved."))
