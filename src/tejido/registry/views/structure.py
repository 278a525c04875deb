"""The tiers of the network as pages: the network, regional communities, National Mechanisms, local committees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.web.answers import or_404

from .. import commands, queries, rules
from ..forms import CommunityForm, EndForm, LocalForm, PartyForm
from ..names import BodyKind
from .finding import is_done, member_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Body

PARTY, END = "party_%s", "end_%s"


@require_GET
def structure(request: ActorRequest) -> HttpResponse:
    """Which tiers there are, and the bodies of each. Public; of a member's own bodies its own seats learn alone."""
    network = queries.network()
    actor = request.actor
    page = {
        "tiers": queries.tiers_for(actor, queries.day_of(request.now)),
        "network": network,
        "may_enter": _may(rules.may_keep_network(actor), rules.has_tier(network, BodyKind.COMMUNITY)),
        "may_convene": _may(rules.may_keep_mechanism(actor, actor.member), rules.has_tier(network, BodyKind.LOCAL)),
    }
    return render(request, "registry/structure.html", page)


def _may(*refusals: object) -> bool:
    return not any(refusals)


@require_http_methods(["GET", "POST"])
def communities(request: ActorRequest) -> HttpResponse:
    """A regional community enters the register."""
    seat_or_404(request)
    ask(rules.may_keep_network(request.actor))
    form = CommunityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        body = commands.enter_community(actor=request.actor, name=form.names, at=request.now)
        return _done(request, _("Entered. Now say which members belong to it, each with its source."), body.key)
    return _ask(request, form, _("A regional community"))


@require_http_methods(["GET", "POST"])
def local_committees(request: ActorRequest) -> HttpResponse:
    """A local committee enters the register of its member."""
    seat_or_404(request)
    ask(rules.may_keep_mechanism(request.actor, request.actor.member))
    form = LocalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        where = {field: form.cleaned_data[field] for field in ("place", "place_name")}
        act: dict[str, Any] = {"actor": request.actor, "name": form.names, "at": request.now, **where}
        body = commands.convene_local(member=member_or_404(request.actor.member), **act)
        return _done(request, _("Entered. Now say which institutions take part in it."), body.key)
    return _ask(request, form, _("A local committee"))


def _ask(request: ActorRequest, form: BaseForm, title: str) -> HttpResponse:
    page = {"form": form, "title": title}
    return render(request, "registry/new_tier_body.html", page, status=422 if form.errors else 200)


def _done(request: ActorRequest, words: str, key: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("registry:tier_body", key)


@require_GET
def tier_body(request: ActorRequest, key: str) -> HttpResponse:
    """A regional community, or a local committee of the reader's own member."""
    return _page(request, _body(request, key))


def _body(request: ActorRequest, key: str) -> Body:
    with or_404():
        return queries.tier_body(request.actor, key)


def _page(request: ActorRequest, body: Body, **filled: BaseForm) -> HttpResponse:
    parties = queries.parties_of_tier(body)
    may_keep = rules.may_keep_body(request.actor, body) is None
    page = {"body": body, "parties": parties, "may_keep": may_keep, "is_local": body.kind == BodyKind.LOCAL}
    if may_keep:
        page |= {"party_form": _party_form(body), "end_form": EndForm(parties=parties, auto_id=END)}
    return render(request, "registry/tier_body.html", {**page, **filled}, status=422 if filled else 200)


def _party_form(body: Body, typed: Any = None) -> PartyForm:
    return PartyForm(typed, rows=queries.who_may_enter(body), is_sourced=body.member_id is None, auto_id=PARTY)


@require_POST
def parties(request: ActorRequest, key: str) -> HttpResponse:
    """A member belongs to a community, or an institution takes part in a local committee, from a day on."""
    seat_or_404(request)
    body = _body(request, key)
    ask(rules.may_keep_body(request.actor, body))
    form = _party_form(body, request.POST)
    act = {"actor": request.actor, "body": body, "at": request.now}
    if not (form.is_valid() and is_done(form, _entering(body), **act, **_who(body, form))):
        return _page(request, body, party_form=form)
    return _done(request, _("Entered."), key)


def _entering(body: Body) -> Any:
    return commands.join_mechanism if body.member_id else commands.enter_belonging


def _who(body: Body, form: PartyForm) -> dict[str, Any]:
    typed = form.cleaned_data
    if body.member_id:
        return {"institution": typed["who"], "since": typed["since"]}
    return {"member": typed["who"], "since": typed["since"], "source": typed["source"]}


@require_POST
def party_departures(request: ActorRequest, key: str) -> HttpResponse:
    """From a day on somebody takes no part any more."""
    seat_or_404(request)
    body = _body(request, key)
    ask(rules.may_keep_body(request.actor, body))
    form = EndForm(request.POST, parties=queries.parties_of_tier(body), auto_id=END)
    leave = commands.leave_mechanism if body.member_id else commands.end_belonging
    if not (form.is_valid() and is_done(form, leave, actor=request.actor, at=request.now, **form.cleaned_data)):
        return _page(request, body, end_form=form)
    return _done(request, _("Entered."), key)
