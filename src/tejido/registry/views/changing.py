"""New names and ends of institutions, ends of seats, and the vocabulary of sectors."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest

from .. import commands, queries, rules
from ..forms import ClosingForm, RenamingForm, SeatClosingForm, SectorForm
from .finding import explained, institution_or_404, seat_or_404


@require_POST
def names(request: ActorRequest, key: str) -> HttpResponse:
    """Another name from a day on; the earlier ones stay with their dates."""
    row = institution_or_404(key)
    form = RenamingForm(request.POST)
    if not form.is_valid():
        return explained(request, form, "registry:institution", key)
    commands.rename_institution(
        actor=request.actor,
        institution=row,
        name=form.names,
        since=form.cleaned_data["since"],
        source=form.cleaned_data["source"],
        at=request.now,
    )
    messages.success(request, _("Entered, with its source."))
    return redirect("registry:institution", key)


@require_POST
def closings(request: ActorRequest, key: str) -> HttpResponse:
    """The institution ends; another may go on with its work."""
    row = institution_or_404(key)
    form = ClosingForm(request.POST, heirs=queries.heirs_of(row))
    if not form.is_valid():
        return explained(request, form, "registry:institution", key)
    commands.close_institution(actor=request.actor, institution=row, at=request.now, **form.cleaned_data)
    messages.success(request, _("Entered, with its source."))
    return redirect("registry:institution", key)


@require_POST
def seat_closings(request: ActorRequest, key: str) -> HttpResponse:
    """From a day on there is no such seat."""
    seat = seat_or_404(request, key)
    form = SeatClosingForm(request.POST)
    if not form.is_valid():
        return explained(request, form, "registry:seat_history", key)
    commands.close_seat(actor=request.actor, seat=seat, until=form.cleaned_data["until"], at=request.now)
    messages.success(request, _("Entered. The seat and what was done from it stay in the register."))
    return redirect("registry:seat_history", key)


@require_http_methods(["GET", "POST"])
def sectors(request: ActorRequest) -> HttpResponse:
    """The network's own vocabulary, public like all vocabulary; the secretariat adds to it."""
    form = SectorForm(request.POST or None)
    if request.method == "POST":
        ask(rules.may_keep_network(request.actor))
    if request.method == "POST" and form.is_valid():
        commands.enter_sector(actor=request.actor, code=form.cleaned_data["code"], name=form.names, at=request.now)
        messages.success(request, _("The sector is in the vocabulary. Institutions can be given it now."))
        return redirect("registry:sectors")
    page = {"sectors": queries.sectors(), "form": form, "may_keep": rules.may_keep_network(request.actor) is None}
    return render(request, "registry/sectors.html", page, status=422 if form.errors else 200)
