"""What belongs to one initiative: its milestones and its indicators."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.mechanisms.rules import may_state
from tejido.programmes.queries import initiative_for, own_initiative_for
from tejido.programmes.tabs import initiative_tabs
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved

from .. import commands, queries, rules
from ..forms import DroppedForm, MilestoneForm, ReachedForm
from ..pages.lines import summary_of
from .loading import today


@require_GET
def initiative(request: ActorRequest, key: str) -> HttpResponse:
    """For the member's own seats all of it; for others the released values of it, where they may read the
    initiative."""
    with or_404():
        found = initiative_for(request.actor, key)
    if found.is_own:
        seen = [one for one in queries.overview(request.actor, today(request)) if one.shown["initiative"] == key]
    else:
        seen = [
            one
            for one in queries.released_to(request.actor, member=found.member.code)
            if one.shown["initiative"] == key
        ]
    page = {
        "initiative": found,
        "milestones": queries.milestones_of(request.actor, key) if found.is_own else [],
        "indicators": [summary_of(one) for one in seen],
        "today": today(request),
        "may_keep": found.is_own and may_state(request.actor, found.member.code) is None,
        "tabs": initiative_tabs(request.actor, found.initiative, request.path),
    }
    return render(request, "indicators/initiative.html", page)


@require_http_methods(["GET", "POST"])
def new_milestone(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = own_initiative_for(request.actor, key)
    ask(may_state(request.actor, row.member.code))
    form = MilestoneForm(request.POST or None)
    here = reverse("indicators:initiative", args=[key])
    if request.method == "POST" and form.is_valid():
        commands.set_milestone(
            actor=request.actor, initiative=row, what=form.names, by=form.cleaned_data["by"], at=request.now
        )
        return back(request, here, _("Set."))
    page = {"form": form, "here": here, "title": _("Set a milestone")}
    return render(request, "indicators/milestone.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def milestone(request: ActorRequest, key: str) -> HttpResponse:
    """Reached: the day, and what shows it."""
    with or_404():
        row = queries.milestone_for(request.actor, key)
    ask(rules.may_close(request.actor, row))
    form = ReachedForm(request.POST or None, request.FILES or None, initial={"on": today(request)})
    here = reverse("indicators:initiative", args=[row.initiative_id])
    if request.method == "POST" and form.is_valid():
        commands.reach_milestone(actor=request.actor, milestone=row, at=request.now, **form.cleaned_data)
        return back(request, here, _("Reached. What shows it is kept with it."))
    page = {"form": form, "here": here, "title": _("The milestone is reached"), "milestone": row}
    return render(request, "indicators/milestone.html", page, status=422 if form.errors else 200)


@require_POST
def droppings(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.milestone_for(request.actor, key)
    here, form = reverse("indicators:initiative", args=[row.initiative_id]), DroppedForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    commands.drop_milestone(actor=request.actor, milestone=row, because=form.cleaned_data["because"], at=request.now)
    return back(request, here, _("Dropped. It stays here with the reason."))


@require_GET
def evidence_file(request: ActorRequest, key: str) -> HttpResponse:
    """The file that shows that a milestone was reached, for the member's own seats."""
    with or_404():
        row = queries.milestone_for(request.actor, key)
    if row.paper is None:
        raise Http404
    return saved(bytes(row.paper.data), row.paper.media_type, row.paper.name)
