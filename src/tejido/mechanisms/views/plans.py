"""A member's own plan: where it stands, what the next step usually needs, and what it means to do."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of
from tejido.web.answers import back, or_404

from .. import commands, queries, rules
from ..forms import PlanForm
from ..tabs import own_tabs
from ..words import NEEDS, step_after


@require_http_methods(["GET", "POST"])
def plan(request: ActorRequest, code: str) -> HttpResponse:
    """The plan of the member. For everybody else there is nothing here."""
    with or_404():
        member, lines = queries.plan_for(request.actor, code)
        profile = queries.profile_for(request.actor, code, day_of(request.now))
    stage = profile.stage.value if profile.stage else ""
    next_step = step_after(stage)
    form = PlanForm(request.POST or None, initial={"stage": next_step or stage})
    if request.method == "POST" and form.is_valid():
        commands.enter_plan_line(actor=request.actor, member=member, at=request.now, **form.cleaned_data)
        return back(request, request.path, _("Entered. Nobody but the seats of your member ever sees the plan."))
    page = {
        "member": member,
        "lines": lines,
        "profile": profile,
        "next_step": next_step,
        "needs": NEEDS.get(next_step or "", ()),
        "modules": queries.modules().get(next_step or "", ()),
        "models": queries.models(),
        "form": form,
        "today": day_of(request.now),
        "may_keep": rules.may_state(request.actor, code) is None,
        "tabs": own_tabs(request.actor, code, request.path),
    }
    return render(request, "mechanisms/plan.html", page, status=422 if form.errors else 200)


@require_POST
def doings(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        line = queries.line_for(request.actor, key)
    commands.do_plan_line(actor=request.actor, line=line, at=request.now)
    return back(request, reverse("mechanisms:plan", args=[line.member.code]), _("Done."))


@require_POST
def removals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        line = queries.line_for(request.actor, key)
    commands.remove_plan_line(actor=request.actor, line=line, at=request.now)
    return back(request, reverse("mechanisms:plan", args=[line.member.code]), _("Removed from the plan."))
