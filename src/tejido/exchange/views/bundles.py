"""Bundles: making them, looking at them, taking them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.engine.exchange import BadBundle
from tejido.formats.bad_file import BadFile
from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.tabs import together_tabs
from tejido.registry.words import offices_in_words
from tejido.web.answers import back, explain, or_404
from tejido.web.bad_files import sentence as sentence_of_file
from tejido.web.downloads import saved

from .. import commands, queries, rules
from ..forms import BundleFileForm, MakingForm, ReasonForm
from ..imports import bundle_in
from ..names import Direction, Standing
from ..pages import labelled, previews, things
from ..refusals import sentence, sentence_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Parcel


def _parcel_or_404(request: ActorRequest, key: str) -> Parcel:
    """404 for whom the bundle is not; the same for a stranger and for an unknown key."""
    with or_404():
        return queries.parcel_for(request.actor, key)


@require_http_methods(["GET", "POST"])
def home(request: ActorRequest) -> HttpResponse:
    """What went out and came in; and handing in a file."""
    seat_or_404(request)
    form = BundleFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        ask(rules.may_exchange(request.actor))
        if form.is_valid() and (parcel := _received(request, form)) is not None:
            return redirect("exchange:bundle", parcel.key)
    page: dict[str, Any] = {
        "tabs": together_tabs(request.actor, reverse("exchange:home")),
        "history": queries.history(request.actor),
        "alarms": queries.alarms(request.actor),
        "may_exchange": rules.may_exchange(request.actor) is None,
        "form": form,
    }
    return render(request, "exchange/bundles.html", page, status=422 if form.errors else 200)


def _received(request: ActorRequest, form: BundleFileForm) -> Parcel | None:
    """None where the file is no whole bundle: the form says why."""
    sent = form.cleaned_data["file"]
    raw = sent.read()
    try:
        found = bundle_in(raw, sent.name)
    except BadFile as problem:
        form.add_error("file", sentence_of_file(problem))
    except BadBundle as problem:
        form.add_error("file", sentence_of(problem))
    else:
        return commands.receive_bundle(actor=request.actor, bundle=found, raw=raw, at=request.now)
    return None


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """Choosing what a bundle holds, and for whom."""
    seat_or_404(request)
    ask(rules.may_exchange(request.actor))
    peers = {peer.key: peer for peer in queries.verified_peers()}
    offered = things(request.actor)
    form = MakingForm([(key, peer.name) for key, peer in peers.items()], offered, request.POST or None)
    if form.is_valid():
        peer, days = peers.get(form.cleaned_data["peer"]), form.cleaned_data["days"]
        made = commands.make_bundle(actor=request.actor, peer=peer, picks=form.picks, days=days, at=request.now)
        return redirect("exchange:bundle", made.key)
    page = {"form": form, "is_empty": not offered}
    return render(request, "exchange/new.html", page, status=422 if form.errors else 200)


@require_GET
def bundle(request: ActorRequest, key: str) -> HttpResponse:
    """One bundle: what it holds, what would change, and what became of it."""
    parcel = _parcel_or_404(request, key)
    is_waiting = parcel.state == Standing.WAITING
    page: dict[str, Any] = {
        "parcel": parcel,
        "contents": labelled(parcel),
        "previews": previews(request.actor, parcel) if is_waiting else [],
        "why": sentence(parcel.refusal, parcel.told) if parcel.refusal else "",
        "is_waiting": is_waiting,
        "offices": offices_in_words([parcel.done_office]),
        "may_exchange": rules.may_exchange(request.actor) is None,
        "may_send": rules.may_send(request.actor, parcel) is None,
        "is_sent": parcel.direction == Direction.SENT,
        "reason": ReasonForm(),
    }
    return render(request, "exchange/bundle.html", page)


@require_GET
def file(request: ActorRequest, key: str) -> HttpResponse:
    """The signed file, to be carried; only of what this node made."""
    parcel = _parcel_or_404(request, key)
    if parcel.direction != Direction.SENT:
        raise Http404
    name = f"{parcel.peer.code if parcel.peer else 'public'}-{parcel.sequence}.tejido.json"
    return saved(bytes(parcel.raw), "application/json", name)


@require_POST
def takings(request: ActorRequest, key: str) -> HttpResponse:
    parcel = _parcel_or_404(request, key)
    commands.take_bundle(actor=request.actor, parcel=parcel, at=request.now)
    return _back(request, key, _("Taken in: everything that it holds is here now."))


@require_POST
def declinings(request: ActorRequest, key: str) -> HttpResponse:
    parcel = _parcel_or_404(request, key)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("exchange:bundle", key)
    reason = form.cleaned_data["reason"]
    commands.decline_bundle(actor=request.actor, parcel=parcel, reason=reason, at=request.now)
    return _back(request, key, _("Nothing of it was taken in."))


@require_POST
def deliveries(request: ActorRequest, key: str) -> HttpResponse:
    parcel = _parcel_or_404(request, key)
    commands.send_bundle(actor=request.actor, parcel=parcel, at=request.now)
    return _back(request, key, _("The other node has it."))


def _back(request: ActorRequest, key: str, said: str) -> HttpResponse:
    return back(request, reverse("exchange:bundle", args=[key]), said)
