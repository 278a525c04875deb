"""What serves every member: the steps with their passages, the model instruments, mechanisms side by side."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.curriculum.queries import texts_for
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.queries import day_of
from tejido.registry.rules import may_keep_network
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import in_my_language

from .. import commands, queries
from ..forms import ModelForm, ModuleForm
from ..names import Stage
from ..tabs import common_tabs
from ..words import NEEDS

MOST = 4


@require_GET
def way(request: ActorRequest) -> HttpResponse:
    """The five steps, what each usually needs, and what the network has for it."""
    seat_or_404(request)
    by_step = queries.modules()
    may_serve = may_keep_network(request.actor) is None
    page = {
        "steps": [(step, NEEDS[step], by_step.get(step, ())) for step in Stage],
        "models": queries.models(),
        "tabs": common_tabs(request.actor, request.path),
        "may_serve": may_serve,
        "module_form": ModuleForm(passages=_passages(request)) if may_serve else None,
        "model_form": ModelForm(texts=_texts()) if may_serve else None,
    }
    return render(request, "mechanisms/path.html", page)


@require_GET
def comparison(request: ActorRequest) -> HttpResponse:
    """Two to four mechanisms side by side, by what their members have released to the network."""
    seat_or_404(request)
    codes = [code for code in request.GET.getlist("with") if code][:MOST]
    page = {
        "comparison": queries.comparison(codes, day_of(request.now)),
        "places": range(MOST),
        "codes": codes,
        "models": queries.models(),
        "tabs": common_tabs(request.actor, request.path),
    }
    return render(request, "mechanisms/comparison.html", page)


@require_POST
def modules(request: ActorRequest) -> HttpResponse:
    """The secretariat attaches a section of a text to a step."""
    seat_or_404(request)
    form = ModuleForm(request.POST, passages=_passages(request))
    if not form.is_valid():
        explain(request, form)
        return _way(request)
    text, passage = form.cleaned_data["passage"].split("/")
    row = next(row for row in queries.texts_of_network() if row.key == text)
    commands.attach_module(
        actor=request.actor, stage=form.cleaned_data["stage"], text=row, passage=passage, at=request.now
    )
    return _way(request, _("Attached to the step."))


@require_POST
def module_removals(request: ActorRequest, key: str) -> HttpResponse:
    seat_or_404(request)
    with or_404():
        module = queries.module_for(key)
    commands.detach_module(actor=request.actor, module=module, at=request.now)
    return _way(request, _("Detached from the step."))


@require_POST
def models(request: ActorRequest) -> HttpResponse:
    """The secretariat marks a text of the network as a model instrument."""
    seat_or_404(request)
    form = ModelForm(request.POST, texts=_texts())
    if not form.is_valid():
        explain(request, form)
        return _way(request)
    text = next(row for row in queries.texts_of_network() if row.key == form.cleaned_data["text"])
    commands.mark_model(actor=request.actor, text=text, rank=form.cleaned_data["rank"], at=request.now)
    return _way(request, _("Marked as a model instrument."))


@require_POST
def model_removals(request: ActorRequest, key: str) -> HttpResponse:
    seat_or_404(request)
    with or_404():
        model = queries.model_for(key)
    commands.unmark_model(actor=request.actor, model=model, at=request.now)
    return _way(request, _("No longer a model instrument."))


def _passages(request: ActorRequest) -> list[tuple[str, str]]:
    found = queries.passages_to_attach(texts_for(request.actor))
    return [(key, f"{in_my_language(text)}: {in_my_language(titles)}") for key, text, titles in found]


def _texts() -> list[tuple[str, str]]:
    return [(row.key, in_my_language(row.title)) for row in queries.texts_of_network()]


def _way(request: ActorRequest, done: str = "") -> HttpResponse:
    return back(request, reverse("mechanisms:path"), done)
