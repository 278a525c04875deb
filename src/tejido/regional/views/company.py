"""Inviting, declining, joining and leaving."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.rules import speaks_for_member
from tejido.web.answers import back, explain

from .. import commands, queries, rules
from ..forms import DeclineForm, InvitationForm, ReasonForm
from .loading import asking, for_seat, page_of


@require_POST
def invitations(request: ActorRequest, key: str) -> HttpResponse:
    context = for_seat(request, key)
    ask(rules.coordinates(request.actor, context.company))
    form = InvitationForm(request.POST, members=queries.invitable(context))
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(key))
    commands.invite(
        actor=request.actor, initiative=context.initiative, member=form.cleaned_data["member"], at=request.now
    )
    return back(request, page_of(key), _("The member finds the invitation on its desk."))


@require_POST
def refusals(request: ActorRequest, key: str) -> HttpResponse:
    """The member declines the invitation."""
    context, form = for_seat(request, key), DeclineForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(key))
    commands.decline(
        actor=request.actor, initiative=context.initiative, reason=form.cleaned_data["reason"], at=request.now
    )
    return back(request, page_of(key), _("Declined. Your member can still join later."))


@require_http_methods(["GET", "POST"])
def joining(request: ActorRequest, key: str) -> HttpResponse:
    """What joining means, and the act."""
    context = for_seat(request, key)
    ask(speaks_for_member(request.actor.role, request.actor.member))
    if request.method == "POST":
        commands.join(actor=request.actor, initiative=context.initiative, at=request.now)
        done = _("Your member takes part from today. Its own part is read by nobody else until you release it.")
        return back(request, reverse("regional:part", args=[key]), done)
    return asking(
        request,
        None,
        title=_("Join with our member"),
        lead=_(
            "Your member becomes a party of this initiative: its texts need your member’s agreement from the next "
            "round or procedure on, and its meetings are open to your seats."
        ),
        button=_("Join"),
        consequence=_("That your member takes part is seen by every seat of the network."),
        way_back=page_of(key),
        context=context,
    )


@require_http_methods(["GET", "POST"])
def leaving(request: ActorRequest, key: str) -> HttpResponse:
    """The member leaves, with its reason."""
    context = for_seat(request, key)
    ask(speaks_for_member(request.actor.role, request.actor.member))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.leave(
            actor=request.actor, initiative=context.initiative, reason=form.cleaned_data["reason"], at=request.now
        )
        return back(request, page_of(key), _("Your member takes no part any more. What it said stays."))
    return asking(
        request,
        form,
        title=_("Leave the initiative"),
        lead=_("What your member said, agreed to and released stays. It can withdraw its releases, and join again."),
        button=_("Leave"),
        tone="danger",
        consequence=_(
            "From today your member is no party of this initiative. Every seat of the network sees the reason."
        ),
        way_back=page_of(key),
        context=context,
    )
