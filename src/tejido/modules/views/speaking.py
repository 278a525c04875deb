"""What a seat says, takes back and keeps for itself; and what is hidden by who leads."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import explain, or_404

from .. import commands, queries
from ..forms import ContributionForm, ReasonForm
from .loading import module_or_404, to_module, to_step


@require_POST
def contributions(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.question_for(request.actor, key)
    form = ContributionForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return to_step(request, row.step_id, place=f"#q-{key}")
    commands.contribute(actor=request.actor, question=row, at=request.now, **form.cleaned_data)
    return to_step(request, row.step_id, _("Said. Every seat of the network reads it."), place=f"#q-{key}")


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.contribution_for(request.actor, key)
    commands.withdraw_contribution(actor=request.actor, contribution=row, at=request.now)
    return to_step(request, row.question.step_id, _("Withdrawn. Nobody reads the words any more."))


@require_POST
def hidings(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.contribution_for(request.actor, key)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return to_step(request, row.question.step_id)
    commands.hide_contribution(
        actor=request.actor, contribution=row, reason=form.cleaned_data["reason"], at=request.now
    )
    return to_step(request, row.question.step_id, _("Hidden. The reason stands in its place."))


@require_POST
def progress(request: ActorRequest, key: str) -> HttpResponse:
    """The seat's own bookmark."""
    with or_404():
        row = queries.step_for(request.actor, key)
    commands.mark_step(actor=request.actor, step=row, at=request.now, is_done="undo" not in request.POST)
    return to_step(request, key)


@require_POST
def following(request: ActorRequest, key: str) -> HttpResponse:
    row = module_or_404(request, key)
    if "ends" in request.POST:
        commands.unfollow(actor=request.actor, module=row)
        return to_module(request, key, _("You get no more letters about this module."))
    commands.follow(actor=request.actor, module=row, at=request.now)
    return to_module(request, key, _("At most one letter a day tells your seat what is new."))
