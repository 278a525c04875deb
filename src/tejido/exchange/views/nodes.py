"""A member's own node, as its seats and those who serve the network see it: invited, verified, and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.engine.exchange import BadBundle
from tejido.formats.bad_file import BadFile
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.tabs import together_tabs
from tejido.registry.words import offices_in_words
from tejido.web.answers import back, explain, or_404
from tejido.web.bad_files import sentence
from tejido.web.downloads import saved

from .. import commands, queries, rules
from ..forms import AcceptanceForm, ParcelForm
from ..imports import acceptance_in, bundle_in
from ..names import No, Standing
from ..queries import lines, of_alarms
from ..queries import node_parcels as parcels
from ..sentences import trouble

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Peer


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """The own node of the seat's member, or all of them for who serves the network; on a member's node, the line to
    its network."""
    seat_or_404(request)
    own, actor = queries.founding(), request.actor
    rows = lines.lines_for(actor)
    page: dict[str, Any] = {
        "tabs": together_tabs(actor, request.path),
        "own": own,
        "fingerprint": queries.own_fingerprint(),
        "rows": [(row, trouble(row), rules.may_deal(actor, row.peer) is None) for row in rows],
        "alarms": [one for one in of_alarms.alarms_for(actor) if one.alarm.closed_at is None],
        "invitations": (made := queries.invitations_of(actor)),
        "offices": offices_in_words(row.office for row in made),
        "may_invite": own is None and rules.invites(actor),
        "acceptance": AcceptanceForm(),
        "parcel": ParcelForm(),
    }
    return render(request, "exchange/nodes.html", page)


@require_POST
def invitations(request: ActorRequest) -> HttpResponse:
    """Makes an invitation for the seat's own member, and gives the file."""
    seat_or_404(request)
    with or_404():
        member = queries.member_of(request.actor)
    raw = commands.invite_node(actor=request.actor, member=member, at=request.now)
    return saved(raw, "application/json", f"{member.code}.invitation.json")


@require_POST
def answers(request: ActorRequest) -> HttpResponse:
    """The answer of the new node, brought as a file by a seat."""
    seat_or_404(request)
    ask(rules.may_bring_answer(request.actor))
    form = AcceptanceForm(request.POST, request.FILES)
    if not form.is_valid():
        explain(request, form)
        return redirect("exchange:nodes")
    sent = form.cleaned_data["file"]
    try:
        found = acceptance_in(sent.read(), sent.name)
    except BadFile as problem:
        form.add_error("file", sentence(problem))
        explain(request, form)
        return redirect("exchange:nodes")
    except BadBundle as problem:
        raise Refused(Refusal(No.NOT_AN_ACCEPTANCE)) from problem
    peer = commands.accept_node(actor=request.actor, acceptance=found, at=request.now)
    return back(request, reverse("exchange:peer", args=[peer.key]), _("The node is entered. Compare its fingerprint."))


def _peer(request: ActorRequest, key: str) -> Peer:
    """A node that the actor deals with. 404 for whom it is not."""
    with or_404():
        peer = queries.peer_for(request.actor, key).peer
    if not rules.is_node(peer):
        raise Http404
    ask(rules.may_deal(request.actor, peer))
    return peer


@require_POST
def files(request: ActorRequest, key: str) -> HttpResponse:
    """A bundle of the node, brought as a file."""
    peer = _peer(request, key)
    form = ParcelForm(request.POST, request.FILES)
    if not form.is_valid():
        explain(request, form)
        return redirect("exchange:nodes")
    sent = form.cleaned_data["file"]
    raw = sent.read()
    try:
        bundle = bundle_in(raw, sent.name)
    except BadFile as problem:
        form.add_error("file", sentence(problem))
        explain(request, form)
        return redirect("exchange:nodes")
    except BadBundle as problem:
        raise Refused(Refusal(No.NOT_A_BUNDLE, {"code": problem.code.value})) from problem
    ask(rules.is_from(peer, bundle))
    found = commands.receive_parcel(actor=request.actor, bundle=bundle, raw=raw, at=request.now)
    if found.state == Standing.LAPSED:
        said = _("It was over before it came. Nothing of it was taken in; what it held comes in a new one.")
        return back(request, reverse("exchange:nodes"), said)
    if found.refusal:
        raise Refused(Refusal(No.BUNDLE_REFUSED, {"code": found.refusal}))
    return back(request, reverse("exchange:nodes"), _("Taken in."))


@require_GET
def file(request: ActorRequest, key: str, parcel: str) -> HttpResponse:
    """A bundle that waits for the node, to be taken along."""
    peer = _peer(request, key)
    with or_404():
        found = parcels.parcel_for(peer, parcel)
    return saved(bytes(found.raw), "application/json", f"{found.sequence:04}.tejido.json")


@require_POST
def contacts(request: ActorRequest, key: str) -> HttpResponse:
    """Makes a bundle of what is new. Where there is a line, the clock tries it at its next look."""
    peer = _peer(request, key)
    commands.make_due(peer=peer, at=request.now)
    commands.try_soon(peer=peer)
    has_line = peer.is_home and peer.address
    return back(request, reverse("exchange:nodes"), _("It is tried within a minute.") if has_line else "")
