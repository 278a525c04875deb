"""New names and ends of institutions, ends of seats, and the vocabulary of sectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest

from .. import commands, queries, rules
from ..forms import ClosingForm, RenamingForm, SeatClosingForm, SectorForm
from .finding import institution_or_404, is_done, must_keep, seat_or_404
from .institution_pages import CLOSING, RENAMING, institution_page
from .seat_pages import seat_page

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Institution


@require_POST
def names(request: ActorRequest, key: str) -> HttpResponse:
    """Another name from a day on; the earlier ones stay with their dates."""
    row = institution_or_404(key)
    must_keep(request, row.member)
    form = RenamingForm(request.POST, auto_id=RENAMING)
    if not (form.is_valid() and is_done(form, commands.rename_institution, **_renaming(request, row, form))):
        return institution_page(request, row, renaming=form)
    messages.success(request, _("Entered, with its source."))
    return redirect("registry:institution", key)


def _renaming(request: ActorRequest, row: Institution, form: RenamingForm) -> dict[str, Any]:
    values = {field: form.cleaned_data[field] for field in ("since", "source")}
    return {"actor": request.actor, "institution": row, "name": form.names, "at": request.now, **values}


@require_POST
def closings(request: ActorRequest, key: str) -> HttpResponse:
    """The institution ends; another may go on with its work."""
    row = institution_or_404(key)
    must_keep(request, row.member)
    form = ClosingForm(request.POST, heirs=queries.heirs_of(row), auto_id=CLOSING)
    act = {"actor": request.actor, "institution": row, "at": request.now}
    if not (form.is_valid() and is_done(form, commands.close_institution, **act, **form.cleaned_data)):
        return institution_page(request, row, closing=form)
    messages.success(request, _("Entered, with its source."))
    return redirect("registry:institution", key)


@require_POST
def seat_closings(request: ActorRequest, key: str) -> HttpResponse:
    """From a day on there is no such seat."""
    seat = seat_or_404(request, key)
    must_keep(request, seat.institution.member)
    form = SeatClosingForm(request.POST)
    act = {"actor": request.actor, "seat": seat, "at": request.now}
    if not (form.is_valid() and is_done(form, commands.close_seat, **act, **form.cleaned_data)):
        return seat_page(request, seat, seat_closing=form)
    messages.success(request, _("Entered. The seat and what was done from it stay in the register."))
    return redirect("registry:seat_history", key)


@require_http_methods(["GET", "POST"])
def sectors(request: ActorRequest) -> HttpResponse:
    """The network's own vocabulary, public like all vocabulary; the secretariat adds to it."""
    form = SectorForm(request.POST or None)
    if request.method == "POST":
        ask(rules.may_keep_network(request.actor))
    if request.method == "POST" and form.is_valid():
        act = {"actor": request.actor, "code": form.cleaned_data["code"], "name": form.names, "at": request.now}
        if is_done(form, commands.enter_sector, **act):
            messages.success(request, _("The sector is in the vocabulary. Institutions can be given it now."))
            return redirect("registry:sectors")
    page = {"sectors": queries.sectors(), "form": form, "may_keep": rules.may_keep_network(request.actor) is None}
    return render(request, "registry/sectors.html", page, status=422 if form.errors else 200)
