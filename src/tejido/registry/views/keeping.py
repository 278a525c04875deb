"""Entering members, institutions and seats, and naming who holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest

from .. import commands, queries, rules
from ..forms import AppointmentForm, InstitutionForm, MemberForm, SeatForm, StandingForm

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Institution, Member, Seat


@require_http_methods(["GET", "POST"])
def new_member(request: ActorRequest) -> HttpResponse:
    """A member with what a source says of it: from that day on it is a party of the network."""
    ask(rules.may_keep_network(request.actor))
    form = MemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        commands.enter_sourced_member(
            actor=request.actor,
            code=values["code"],
            name=form.names,
            since=values["since"],
            source=values["source"],
            at=request.now,
        )
        messages.success(request, _("Entered. Now its first institution and seats can follow."))
        return redirect("registry:member", values["code"])
    return render(request, "registry/new_member.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def standings(request: ActorRequest, code: str) -> HttpResponse:
    """What another source says of a member."""
    member = _member(code)
    form = StandingForm(request.POST)
    if not form.is_valid():
        return _explain(request, form, "registry:member", code)
    commands.enter_standing(actor=request.actor, member=member, at=request.now, says={}, **form.cleaned_data)
    messages.success(request, _("Entered, with its source."))
    return redirect("registry:member", code)


@require_POST
def institutions(request: ActorRequest, code: str) -> HttpResponse:
    """An institution of a member, or, for the code "network", one of the network itself."""
    member = None if code == "network" else _member(code)
    form = InstitutionForm(request.POST)
    if not form.is_valid():
        return _explain(request, form, *_page_of(member))
    values = form.cleaned_data
    commands.enter_institution(
        actor=request.actor,
        member=member,
        code=values["code"],
        name=form.names,
        branch=values["branch"],
        at=request.now,
    )
    messages.success(request, _("The institution is in the register. Its seats can follow."))
    return redirect(*_page_of(member))


@require_POST
def seats(request: ActorRequest, key: str) -> HttpResponse:
    """A seat of an institution, vacant until somebody is named."""
    institution = _institution(key)
    form = SeatForm(request.POST, is_of_member=institution.member is not None)
    if not form.is_valid():
        return _explain(request, form, *_page_of(institution.member))
    commands.create_seat(
        actor=request.actor,
        institution=institution,
        role=form.cleaned_data["role"],
        title=form.names,
        at=request.now,
    )
    messages.success(request, _("The seat is in the register. It is vacant until somebody is named."))
    return redirect(*_page_of(institution.member))


@require_http_methods(["GET", "POST"])
def appointments(request: ActorRequest, key: str) -> HttpResponse:
    """Names the holder of a vacant seat; the invitation goes out by mail."""
    seat = _seat(request, key)
    member = seat.institution.member
    ask(rules.may_keep(request.actor, member.code if member else "", _is_manned(request, member)))
    form = AppointmentForm(request.POST or None, initial={"language": request.LANGUAGE_CODE, "zone": request.user.zone})
    if request.method == "POST" and form.is_valid():
        commands.appoint(actor=request.actor, seat=seat, at=request.now, **form.cleaned_data)
        messages.success(request, _("Named. The invitation goes to the address you gave."))
        return redirect(*_page_of(member))
    page = {"form": form, "seat": seat, "member": member}
    return render(request, "registry/appointment.html", page, status=422 if form.errors else 200)


@require_POST
def endings(request: ActorRequest, key: str) -> HttpResponse:
    """The mandate of whoever holds the seat ends now, and with it what they may do from there."""
    seat = _seat(request, key)
    mandate = queries.mandate_of(seat, request.now)
    if mandate is None:
        raise Http404
    commands.end_mandate(actor=request.actor, mandate=mandate, until=request.now, at=request.now)
    messages.success(request, _("The mandate has ended. The seat is vacant."))
    return redirect(*_page_of(seat.institution.member))


def _is_manned(request: ActorRequest, member: Member | None) -> bool:
    return member is not None and queries.is_manned(member, request.now)


def _page_of(member: Member | None) -> tuple[str, ...]:
    return ("registry:member", member.code) if member else ("registry:network",)


def _explain(request: ActorRequest, form: BaseForm, *page: str) -> HttpResponse:
    """Back to the page with each error named: its forms are short enough to be filled in again."""
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        for error in errors:
            messages.error(request, f"{label}: {error}" if label else str(error))
    return redirect(*page)


def _member(code: str) -> Member:
    line = next((line for line in queries.members() if line.member.code == code), None)
    if line is None:
        raise Http404
    return line.member


def _institution(key: str) -> Institution:
    try:
        return queries.institution_for(key)
    except ObjectDoesNotExist as problem:
        raise Http404 from problem


def _seat(request: ActorRequest, key: str) -> Seat:
    try:
        return queries.seat_for(request.actor, key)
    except ObjectDoesNotExist as problem:
        raise Http404 from problem
