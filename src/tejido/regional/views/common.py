"""The common part, kept by the seat that coordinates."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import spread

from .. import commands, queries, rules
from ..forms import CommonForm, MilestoneForm, ReachedForm, TurnForm
from .loading import asking, for_seat, page_of


@require_http_methods(["GET", "POST"])
def common(request: ActorRequest, key: str) -> HttpResponse:
    context = for_seat(request, key)
    ask(rules.coordinates(request.actor, context.company))
    now = queries.common_of(context).now
    initial = {"base": now.number, "since": now.since, "until": now.until}
    initial |= spread("aim", now.aim) | spread("results", now.results)
    form = CommonForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        commands.keep_common(
            actor=request.actor, initiative=context.initiative, base=form.cleaned_data["base"], at=request.now,
            **form.values,
        )  # fmt: skip  # one act, read as one
        return back(request, page_of(key), _("Saved. What it said before is kept."))
    return asking(
        request, form, title=_("The common part"), lead=_("What all of them do together."), button=_("Save"),
        way_back=page_of(key), context=context,
    )  # fmt: skip  # one page


@require_POST
def milestones(request: ActorRequest, key: str) -> HttpResponse:
    context, form = for_seat(request, key), MilestoneForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(key))
    commands.add_milestone(
        actor=request.actor, initiative=context.initiative, what=form.names, due=form.cleaned_data["due"],
        at=request.now,
    )  # fmt: skip  # one act, read as one
    return back(request, page_of(key), _("The milestone is set."))


@require_POST
def arrivals(request: ActorRequest, key: str) -> HttpResponse:
    """A milestone was reached."""
    with or_404():
        row = queries.milestone_for(key)
    for_seat(request, row.initiative_id)
    form = ReachedForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(row.initiative_id))
    commands.reach_milestone(actor=request.actor, milestone=row, day=form.cleaned_data["day"], at=request.now)
    return back(request, page_of(row.initiative_id), _("The milestone is reached."))


@require_POST
def removals(request: ActorRequest, key: str) -> HttpResponse:
    """A milestone is no longer meant."""
    with or_404():
        row = queries.milestone_for(key)
    for_seat(request, row.initiative_id)
    commands.drop_milestone(actor=request.actor, milestone=row, at=request.now)
    return back(request, page_of(row.initiative_id), _("The milestone is dropped."))


@require_POST
def turns(request: ActorRequest, key: str) -> HttpResponse:
    context = for_seat(request, key)
    form = TurnForm(request.POST, seats=queries.seats_to_turn(context))
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(key))
    commands.set_turn(actor=request.actor, initiative=context.initiative, at=request.now, **form.cleaned_data)
    return back(request, page_of(key), _("The turn is set."))


@require_POST
def publications(request: ActorRequest, key: str) -> HttpResponse:
    context = for_seat(request, key)
    commands.publish_initiative(actor=request.actor, initiative=context.initiative, at=request.now)
    return back(request, page_of(key), _("The public reads it now, with what each member released to everybody."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    context = for_seat(request, key)
    commands.withdraw_initiative(actor=request.actor, initiative=context.initiative, at=request.now)
    return back(request, page_of(key), _("The public reads it no more."))
