"""Planning a module, opening it, changing its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.keys import row_digest
from tejido.ledger.refusals import ask, is_saved
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.meetings.words import title_of
from tejido.registry.queries import day_of
from tejido.web.answers import back, explain, or_404
from tejido.web.editing import SEEN, carry
from tejido.web.languages import in_my_language, spread

from .. import commands, queries, rules
from ..forms import ModuleForm, StepForm
from .loading import led_or_404, to_module, to_step

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.meetings.models import Meeting


def _meetings() -> dict[str, Meeting]:
    return {row.key: row for row in queries.meetings_to_link()}


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """A member's keeper begins a module in the member's own space."""
    seat_or_404(request)
    ask(rules.may_lead(request.actor, request.actor.member))
    with or_404():
        member = queries.member_of(request.actor)
    meetings = _meetings()
    form = ModuleForm(request.POST or None, meetings=[(key, title_of(row)) for key, row in meetings.items()])
    if request.method == "POST" and form.is_valid():
        row = commands.begin_module(
            actor=request.actor, member=member, title=form.texts("title"), goal=form.texts("goal"),
            opens_at=form.opens_at, closes_at=form.closes_at, meeting=meetings.get(form.cleaned_data["meeting"]),
            at=request.now,
        )  # fmt: skip  # one act, read as one
        return to_module(request, row.key, _("Begun. Only the seats of your member read it until it is opened."))
    page = {"form": form, "heading": _("A new module"), "back": reverse("modules:home")}
    return render(request, "modules/form.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def plan(request: ActorRequest, key: str) -> HttpResponse:
    row = led_or_404(request, key)
    ask(rules.may_plan(request.actor, row, request.now))
    meetings = _meetings()
    if row.meeting is not None:
        meetings.setdefault(row.meeting.key, row.meeting)
    initial = {
        **spread("title", row.title), **spread("goal", row.goal), "opens": day_of(row.opens_at),
        "closes": day_of(row.closes_at), "meeting": row.meeting_id or "",
    }  # fmt: skip  # one value, read as one
    choices = [(each.key, title_of(each)) for each in meetings.values()]
    form = ModuleForm(request.POST or None, meetings=choices, initial=initial)
    carry(form, row_digest(row))

    def change() -> None:
        commands.change_module(
            actor=request.actor, module=row, title=form.texts("title"), goal=form.texts("goal"),
            opens_at=form.opens_at, closes_at=form.closes_at, meeting=meetings.get(form.cleaned_data["meeting"]),
            seen=form.cleaned_data[SEEN], at=request.now,
        )  # fmt: skip  # one act, read as one

    if form.is_valid() and is_saved(form, change):
        return to_module(request, key, _("Kept."))
    page = {"form": form, "heading": in_my_language(row.title), "back": reverse("modules:module", args=[key])}
    return render(request, "modules/form.html", page, status=422 if form.errors else 200)


@require_POST
def steps(request: ActorRequest, key: str) -> HttpResponse:
    row = led_or_404(request, key)
    form = StepForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return to_module(request, key)
    made = commands.add_step(
        actor=request.actor, module=row, title=form.texts("title"), says=form.texts("says"), at=request.now
    )
    return to_step(request, made.key, _("Added. Now choose what is read, and ask a question."))


@require_POST
def openings(request: ActorRequest, key: str) -> HttpResponse:
    row = led_or_404(request, key)
    seen = request.POST.get("seen", "")
    commands.open_module(actor=request.actor, module=row, seen=seen, at=request.now)
    return back(request, reverse("modules:module", args=[key]), _("Open. Every seat of the network reads it now."))
