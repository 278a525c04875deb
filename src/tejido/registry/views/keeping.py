"""Entering members, institutions and seats, and naming who holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest

from .. import commands, queries, rules
from ..forms import AppointmentForm, DepartureForm, InstitutionForm, MemberForm, SeatForm, StandingForm
from .finding import institution_or_404, is_done, member_or_404, must_keep, page_of, seat_or_404, where_entered
from .institution_pages import SEAT, institution_page
from .member_pages import DEPARTURE, STANDING, member_page, network_page

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Institution, Member


@require_http_methods(["GET", "POST"])
def new_member(request: ActorRequest) -> HttpResponse:
    """A member with what a source says of it: from that day on it is a party of the network."""
    ask(rules.may_keep_network(request.actor))
    form = MemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = {field: form.cleaned_data[field] for field in ("code", "since", "source", "kind", "status")}
        act = {"actor": request.actor, "name": form.names, "at": request.now}
        if is_done(form, commands.enter_sourced_member, **act, **values):
            messages.success(
                request, _("Entered. Register its first institution on this page; the seats follow from there.")
            )
            return redirect("registry:member", values["code"])
    return render(request, "registry/new_member.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def standings(request: ActorRequest, code: str) -> HttpResponse:
    """What another source says of a member."""
    member = member_or_404(code)
    ask(rules.may_keep_network(request.actor))
    form = StandingForm(request.POST, auto_id=STANDING)
    act = {"actor": request.actor, "member": member, "at": request.now, "says": {}}
    if not (form.is_valid() and is_done(form, commands.enter_standing, **act, **form.cleaned_data)):
        return member_page(request, code, standing=form)
    messages.success(request, _("Entered, with its source."))
    return redirect("registry:member", code)


@require_POST
def departures(request: ActorRequest, code: str) -> HttpResponse:
    """A member leaves the network; its past stays."""
    member = member_or_404(code)
    ask(rules.may_keep_network(request.actor))
    form = DepartureForm(request.POST, auto_id=DEPARTURE)
    act = {"actor": request.actor, "member": member, "at": request.now}
    if not (form.is_valid() and is_done(form, commands.let_member_leave, **act, **form.cleaned_data)):
        return member_page(request, code, departure=form)
    messages.success(request, _("Entered, with its source."))
    return redirect("registry:member", code)


@require_POST
def institutions(request: ActorRequest, code: str) -> HttpResponse:
    """An institution of a member, or, for the code "network", one of the network itself."""
    member = None if code == "network" else member_or_404(code)
    must_keep(request, member)
    form = InstitutionForm(request.POST, sectors=queries.sectors())
    if not (form.is_valid() and is_done(form, commands.enter_institution, **_institution(request, member, form))):
        if member is None:
            return network_page(request, institution_form=form)
        return member_page(request, code, institution_form=form)
    messages.success(request, _("The institution is in the register. Create its seats on this page."))
    return redirect(*where_entered(member, form.cleaned_data["code"]))


def _institution(request: ActorRequest, member: Member | None, form: InstitutionForm) -> dict[str, Any]:
    values = {field: form.cleaned_data[field] for field in _OF_INSTITUTION}
    return {"actor": request.actor, "member": member, "name": form.names, "at": request.now, **values}


_OF_INSTITUTION = ("code", "branch", "sector", "level", "place", "place_name", "since", "source")


@require_POST
def seats(request: ActorRequest, key: str) -> HttpResponse:
    """A seat of an institution, vacant until somebody is named."""
    institution = institution_or_404(key)
    must_keep(request, institution.member)
    form = SeatForm(request.POST, is_of_member=institution.member is not None, auto_id=SEAT)
    if not (form.is_valid() and is_done(form, commands.create_seat, **_seat(request, institution, form))):
        return institution_page(request, institution, seat_form=form)
    messages.success(request, _("The seat is in the register. It is vacant until somebody is named."))
    return redirect(*page_of(institution.member))


def _seat(request: ActorRequest, institution: Institution, form: SeatForm) -> dict[str, Any]:
    values = {"institution": institution, "role": form.cleaned_data["role"], "title": form.names}
    return {"actor": request.actor, "at": request.now, **values}


@require_http_methods(["GET", "POST"])
def appointments(request: ActorRequest, key: str) -> HttpResponse:
    """Names the holder of a vacant seat; the invitation goes out by mail."""
    seat = seat_or_404(request, key)
    member = seat.institution.member
    must_keep(request, member)
    form = AppointmentForm(request.POST or None, initial={"language": request.LANGUAGE_CODE, "zone": request.user.zone})
    if request.method == "POST" and form.is_valid():
        commands.appoint(actor=request.actor, seat=seat, at=request.now, **form.cleaned_data)
        messages.success(request, _("Named. The invitation goes to the address you gave."))
        return redirect(*page_of(member))
    page = {"form": form, "seat": seat, "member": member}
    return render(request, "registry/appointment.html", page, status=422 if form.errors else 200)


@require_POST
def endings(request: ActorRequest, key: str) -> HttpResponse:
    """The mandate of whoever holds the seat ends now, and with it what they may do from there."""
    seat = seat_or_404(request, key)
    mandate = queries.mandate_of(seat, request.now)
    if mandate is None:
        raise Http404
    commands.end_mandate(actor=request.actor, mandate=mandate, until=request.now, at=request.now)
    messages.success(request, _("The mandate has ended. The seat is vacant."))
    return redirect(*page_of(seat.institution.member))
