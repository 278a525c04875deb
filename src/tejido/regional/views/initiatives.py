"""The list of initiatives, a new one, and one of them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tejido.curriculum.queries import texts_of
from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.rules import may_keep_network, speaks_for_member
from tejido.registry.tabs import together_tabs
from tejido.web.answers import back

from .. import commands, queries
from ..forms import InvitationForm, MilestoneForm, ProposalForm, TurnForm
from .loading import asking, load, page_of


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """Every initiative that the reader may know of. Public."""
    page = {
        "lines": queries.initiatives_for(request.actor, request.now),
        "tabs": together_tabs(request.actor, request.path),
        "may_propose": _may_propose(request) is None,
    }
    return render(request, "regional/home.html", page)


def _may_propose(request: ActorRequest) -> object:
    actor = request.actor
    return speaks_for_member(actor.role, actor.member) if actor.member else may_keep_network(actor)


@require_http_methods(["GET", "POST"])
def proposals(request: ActorRequest) -> HttpResponse:
    """A new initiative."""
    seat_or_404(request)
    actor = request.actor
    ask(speaks_for_member(actor.role, actor.member) if actor.member else may_keep_network(actor))
    form = ProposalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row = commands.propose_initiative(actor=actor, name=form.names, aim=form.words("aim"), at=request.now)
        return back(request, page_of(row.key), _("The initiative is proposed. Invite members to take part."))
    return asking(
        request,
        form,
        title=_("Propose an initiative"),
        lead=_("Every seat of the network sees it. Each member joins by its own act and tells its own part."),
        button=_("Propose it"),
        consequence=_("Your member takes part from today, and your seat coordinates first.")
        if actor.member
        else _("Until a seat coordinates, the secretariat keeps the common part."),
        way_back=reverse("regional:home"),
    )


@require_GET
def initiative(request: ActorRequest, key: str) -> HttpResponse:
    """One initiative: the common part, who takes part, what each released to the reader, its texts and meetings."""
    context = load(request, key)
    is_seat = not request.actor.is_public
    page = {
        "context": context,
        "initiative": context.initiative,
        "body": context.body,
        "common": queries.common_of(context),
        "parts": queries.parts_for(context),
        "tabs": together_tabs(request.actor, request.path),
        "texts": texts_of(context.body) if is_seat else [],
        "past": queries.past_parties(context) if is_seat else [],
        "invitations": queries.invitations_of(context.initiative) if is_seat else [],
        "is_invited": queries.invited(context),
        "speaks": speaks_for_member(request.actor.role, request.actor.member) is None,
        "serves": may_keep_network(request.actor) is None,
    }
    if context.keeps:
        page |= {
            "milestone_form": MilestoneForm(auto_id="milestone_%s"),
            "turn_form": TurnForm(seats=queries.seats_to_turn(context), auto_id="turn_%s"),
            "invitation_form": InvitationForm(members=queries.invitable(context), auto_id="invite_%s"),
        }
    return render(request, "regional/initiative.html", page)
