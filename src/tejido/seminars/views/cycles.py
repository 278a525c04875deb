"""The cycles of the network and the parts of one."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network
from tejido.web.answers import back, explain

from .. import commands, queries, rules
from ..forms import CycleForm, PastForm, PlanForm, StructureForm, cycle_initial
from ..imports import structure_documents
from ..pages import shown
from ..queries.choices import choices_at, network_texts
from ..rules import may_keep_seminars
from ..words import cycle_title
from .loading import ask_again, cycle_or_404


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """The cycles and their parts, as far as the reader may know of them; for the public, what is shown to it."""
    may_keep = may_keep_seminars(request.actor) is None
    lines = queries.cycles_for(request.actor)
    return render(request, "seminars/home.html", {"cycles": shown(lines), "may_keep": may_keep})


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """A further cycle."""
    ask(may_keep_seminars(request.actor))
    form = CycleForm(request.POST or None, texts=network_texts())
    if request.method == "POST" and form.is_valid():
        made = commands.begin_cycle(actor=request.actor, outline=form.outline, at=request.now)
        said = _("The cycle is begun. Now prepare its parts.")
        return back(request, reverse("seminars:cycle", args=[made.key]), said)
    way_back = reverse("seminars:home")
    return ask_again(request, form, title=_("A new cycle"), button=_("Begin the cycle"), way_back=way_back)


@require_GET
def cycle(request: ActorRequest, key: str) -> HttpResponse:
    """One cycle: its parts along the time, and its two texts."""
    line = cycle_or_404(request, key)
    may_keep = may_keep_seminars(request.actor) is None
    page = {
        "cycle": line.cycle,
        "found": shown([line])[0],
        "may_keep": may_keep,
        "may_copy": may_keep and any(rules.is_copied(part) for part in line.parts),
        "is_inside": may_keep or not request.actor.is_public,
        "structure_form": StructureForm(initial={"title": _("Structure of the seminar")})
        if may_keep and line.cycle.structure is None
        else None,
    }
    return render(request, "seminars/cycle.html", page)


@require_http_methods(["GET", "POST"])
def descriptions(request: ActorRequest, key: str) -> HttpResponse:
    row = cycle_or_404(request, key).cycle
    ask(may_keep_seminars(request.actor))
    form = CycleForm(request.POST or None, texts=network_texts(), initial=cycle_initial(row))
    way_back = reverse("seminars:cycle", args=[key])
    if request.method == "POST" and form.is_valid():
        commands.describe_cycle(actor=request.actor, cycle=row, outline=form.outline, at=request.now)
        return back(request, way_back, _("Saved."))
    title = _("Describe the cycle anew")
    return ask_again(request, form, title=title, button=_("Save"), way_back=way_back, above=cycle_title(row))


@require_POST
def structures(request: ActorRequest, key: str) -> HttpResponse:
    """The structure begins as a text of the network."""
    row = cycle_or_404(request, key).cycle
    way_back = reverse("seminars:cycle", args=[key])
    form = StructureForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, way_back)
    title, served = form.cleaned_data["title"], network()
    first = served.negotiated_language if served else "es"
    documents = structure_documents(title, served.languages if served else (), first)
    commands.begin_structure(actor=request.actor, cycle=row, title=title, documents=documents, at=request.now)
    said = _("The structure is a text of the network now. Fill it, then open a round on it like on any other text.")
    return back(request, way_back, said)


@require_http_methods(["GET", "POST"])
def preparation(request: ActorRequest, key: str) -> HttpResponse:
    """A further part of the cycle."""
    line = cycle_or_404(request, key)
    ask(may_keep_seminars(request.actor))
    served = network()
    first = max((row.part for row in line.parts), default=0) + 1
    initial = {"part": first, "zone": served.zone if served else "", "languages": served.languages if served else []}
    form = PlanForm(
        request.POST or None, choices=choices_at(request.now), languages=initial["languages"], initial=initial
    )
    if request.method == "POST" and form.is_valid():
        made = commands.prepare_seminar(actor=request.actor, cycle=line.cycle, plan=form.plan, at=request.now)
        said = _("Prepared. Nobody else knows of it until it is announced.")
        return back(request, reverse("seminars:seminar", args=[made.key]), said)
    return ask_again(
        request,
        form,
        title=_("Prepare a seminar"),
        button=_("Prepare it"),
        way_back=reverse("seminars:cycle", args=[key]),
        above=cycle_title(line.cycle),
    )


@require_http_methods(["GET", "POST"])
def pasts(request: ActorRequest, key: str) -> HttpResponse:
    """A part that was held before, by the entry of the register that tells it."""
    line = cycle_or_404(request, key)
    ask(may_keep_seminars(request.actor))
    events = queries.free_events()
    way_back = reverse("seminars:cycle", args=[key])
    first = max((row.part for row in line.parts), default=0) + 1
    form = PastForm(request.POST or None, events=events, initial={"part": first})
    if request.method == "POST" and form.is_valid():
        values = {"part": form.cleaned_data["part"], "event": form.chosen}
        commands.enter_past_seminar(actor=request.actor, cycle=line.cycle, at=request.now, **values)
        return back(request, way_back, _("It stands in the cycle, as exact as its source."))
    note = (
        "" if events else _("Every seminar of the register stands in a cycle. Enter the event with its source first.")
    )
    title, button = _("A part held in the past"), _("Put it into the cycle")
    return ask_again(
        request, form, title=title, button=button, way_back=way_back, above=cycle_title(line.cycle), note=note
    )
