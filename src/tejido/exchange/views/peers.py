"""Other nodes: who they are, and whether they are trusted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpResponse
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
from ..forms import AddressForm, FingerprintForm, IntroductionForm, ReasonForm, TopicsForm
from ..imports import introduction_in
from ..names import No
from ..pages import taken_in
from ..queries.news import holdups_of, news_of
from ..queries.peers import PeerPage
from ..sentences import held_up


def _page_or_404(request: ActorRequest, key: str) -> PeerPage:
    """404 for whom the peer is not; the same for a stranger and for an unknown key."""
    with or_404():
        return queries.peer_for(request.actor, key)


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """With whom this network exchanges, and how this node is introduced to others."""
    seat_or_404(request)
    page: dict[str, Any] = {
        "tabs": together_tabs(request.actor, request.path),
        "peers": queries.peers_for(request.actor),
        "party": queries.own_party(),
        "may_exchange": rules.may_exchange(request.actor) is None,
        "form": IntroductionForm(),
    }
    return render(request, "exchange/home.html", page)


@require_GET
def introduction(request: ActorRequest) -> HttpResponse:
    """What another node needs to know this one: public, as the key with which this node signs."""
    return saved(queries.own_introduction(request.now), "application/json", "introduction.tejido.json")


@require_POST
def introductions(request: ActorRequest) -> HttpResponse:
    """The file of another node: a new one, or the new key of one that is trusted."""
    seat_or_404(request)
    ask(rules.may_exchange(request.actor))
    form = IntroductionForm(request.POST, request.FILES)
    if not form.is_valid():
        explain(request, form)
        return redirect("exchange:home")
    sent = form.cleaned_data["file"]
    try:
        found = introduction_in(sent.read(), sent.name)
    except BadFile as problem:
        form.add_error("file", sentence(problem))
        explain(request, form)
        return redirect("exchange:home")
    except BadBundle as problem:
        is_forged = problem.code.value in {"forged", "bad_key"}
        raise Refused(Refusal(No.INTRODUCTION_FORGED if is_forged else No.NOT_AN_INTRODUCTION)) from problem
    act = commands.succeed_peer if found.replaced else commands.introduce_peer
    peer = act(actor=request.actor, introduction=found, at=request.now)
    return redirect("exchange:peer", peer.key)


@require_GET
def peer(request: ActorRequest, key: str) -> HttpResponse:
    """One node: how far it is trusted, its keys, and what to do next."""
    found = _page_or_404(request, key)
    told = news_of(found.peer)
    page: dict[str, Any] = {
        "page": found,
        "news": told,
        "held_up": held_up(holdups_of(found.peer)),
        "topics": TopicsForm(initial={"kinds": told.topics}),
        "may_tell": rules.may_set_topics(request.actor, found.peer) is None,
        "peer": found.peer,
        "offices": offices_in_words([found.peer.office, found.peer.verified_office]),
        "own": queries.own_fingerprint(),
        "items": taken_in(request.actor, found.peer),
        "may_exchange": rules.may_deal(request.actor, found.peer) is None,
        "verifying": FingerprintForm(),
        "address": AddressForm(initial={"address": found.peer.address}),
        "ending": ReasonForm(auto_id="ending_%s"),
        "revoking": ReasonForm(auto_id="revoking_%s"),
    }
    return render(request, "exchange/peer.html", page)


@require_POST
def verifications(request: ActorRequest, key: str) -> HttpResponse:
    said = _("The fingerprints agree. From now on its bundles can be taken in.")
    return _done(request, key, FingerprintForm(request.POST), commands.verify_peer, said)


@require_POST
def addresses(request: ActorRequest, key: str) -> HttpResponse:
    return _done(request, key, AddressForm(request.POST), commands.describe_peer, _("Saved."))


@require_POST
def topics(request: ActorRequest, key: str) -> HttpResponse:
    """Of what the node is told by itself from now on."""
    return _done(request, key, TopicsForm(request.POST), commands.set_topics, _("Saved."))


@require_POST
def endings(request: ActorRequest, key: str) -> HttpResponse:
    said = _("The exchange has ended. What came before stays.")
    return _done(request, key, ReasonForm(request.POST), commands.end_peer, said)


@require_POST
def revocations(request: ActorRequest, key: str) -> HttpResponse:
    said = _("The key is revoked: nothing that it signed is taken in any more.")
    return _done(request, key, ReasonForm(request.POST), commands.revoke_peer_key, said)


def _done(request: ActorRequest, key: str, form: Form, act: Callable[..., None], said: str) -> HttpResponse:
    """Does to the node what the form says, or tells what is wrong with it; back to the page of the node."""
    found, here = _page_or_404(request, key), reverse("exchange:peer", args=[key])
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    act(actor=request.actor, peer=found.peer, at=request.now, **form.cleaned_data)
    return back(request, here, said)
