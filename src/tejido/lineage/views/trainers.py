"""Trainers of a school, and the trainers of a cohort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.records.queries import cohorts_for
from tejido.records.rules import may_enter
from tejido.registry.queries import capacity
from tejido.web.answers import back, explain

from .. import commands, queries
from ..forms import AuthorisationForm, TrainerForm, TrainersForm, WithdrawalForm
from ..pages import grants_shown, made_by
from .loading import (
    authorisation_or_404,
    cohort_choices,
    cohort_or_404,
    edition_choices,
    frame,
    space_or_404,
    trainer_or_404,
)

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Trainer


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """A person who teaches at the own school."""
    space = space_or_404(request)
    ask(may_enter(capacity(request.actor, space)))
    form = TrainerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = commands.enter_trainer(actor=request.actor, space=space, at=request.now, **form.cleaned_data)
        return back(request, _page_of(made), _("Entered. Now say which edition they may teach."))
    page = {**frame(request), "form": form}
    return render(request, "lineage/trainer_form.html", page, status=422 if form.errors else 200)


@require_GET
def trainer(request: ActorRequest, key: str) -> HttpResponse:
    """One trainer: what they may teach and on what ground, and which cohorts they taught."""
    row = trainer_or_404(request, key)
    found = queries.lineage_of(row.space)
    line = found.lines[row.key]
    page = {
        **frame(request),
        "trainer": row,
        "line": line,
        "grants": grants_shown(line, request.now.date()),
        "cohorts": [(cohort, made_by(found, cohort.key)) for cohort in line.cohorts],
        "withdrawal_form": WithdrawalForm(),
    }
    return render(request, "lineage/trainer.html", page)


@require_http_methods(["GET", "POST"])
def authorisations(request: ActorRequest, key: str) -> HttpResponse:
    """What a trainer may teach, and what it rests on."""
    row = trainer_or_404(request, key)
    editions = queries.editions_to_teach(request.actor)
    cohorts = [one for one in cohorts_for(request.actor) if one.space_id == row.space_id]
    choices = {"editions": edition_choices(editions), "cohorts": cohort_choices(cohorts)}
    form = AuthorisationForm(request.POST or None, initial={"since": request.now.date()}, **choices)
    if request.method == "POST" and form.is_valid():
        values = {**form.cleaned_data, "at": request.now}
        values["edition"] = next(one for one in editions if one.key == values["edition"])
        values["cohort"] = next((one for one in cohorts if one.key == values["cohort"]), None)
        commands.authorise_trainer(actor=request.actor, trainer=row, **values)
        return back(request, _page_of(row), _("Written down."))
    line = queries.lineage_of(row.space).lines[row.key]
    page = {**frame(request), "form": form, "trainer": row, "line": line}
    return render(request, "lineage/authorisation_form.html", page, status=422 if form.errors else 200)


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    row, form = authorisation_or_404(request, key), WithdrawalForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect(_page_of(row.trainer))
    reason = form.cleaned_data["reason"]
    commands.withdraw_authorisation(actor=request.actor, authorisation=row, reason=reason, at=request.now)
    return back(request, _page_of(row.trainer), _("It holds no more from now on."))


@require_http_methods(["GET", "POST"])
def cohort(request: ActorRequest, key: str) -> HttpResponse:
    """A cohort: who taught it, and whom it made trainers."""
    row = cohort_or_404(request, key)
    found = queries.lineage_of(row.space)
    before = queries.trainers_of_cohort(row)
    able = queries.fit_on(row, found.lines) | before
    choices = [(key, line.name) for key, line in found.lines.items() if key in able]
    form = TrainersForm(request.POST or None, choices=choices, initial={"trainers": list(before)})
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["trainers"]
        commands.set_trainers(actor=request.actor, cohort=row, trainers=chosen, at=request.now)
        return back(request, request.path, _("Written down."))
    page: dict[str, Any] = {
        **frame(request),
        "cohort": row,
        "form": form,
        "has_choices": bool(choices),
        "taught": [found.lines[key] for key in found.lines if key in before],
        "made": made_by(found, row.key),
    }
    return render(request, "lineage/cohort.html", page, status=422 if form.errors else 200)


def _page_of(row: Trainer) -> str:
    return reverse("lineage:trainer", args=[row.key])
