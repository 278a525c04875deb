"""Naming a successor, ending a mandate, and the second person's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry import queries as registry
from tejido.registry.rules import may_keep
from tejido.web.answers import or_404

from .. import commands
from ..forms import ReplacementForm
from ..queries import replacements as queries
from ..rules import is_of_house

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Seat


@require_http_methods(["GET", "POST"])
def succession(request: ActorRequest, key: str) -> HttpResponse:
    """Who holds the seat, until when, and who follows: for those who keep it."""
    with or_404():
        seat = registry.seat_for(request.actor, key)
    member = seat.institution.member
    is_manned = member is not None and registry.is_manned(member, request.now)
    code = member.code if member else ""
    ask(may_keep(request.actor, code, is_manned))
    initial = {"zone": request.user.zone, "language": request.LANGUAGE_CODE}
    form = ReplacementForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _ask(request, seat, form)
    requests = queries.requests_for(request.actor, request.now)
    page = {
        "seat": seat,
        "member": member,
        "form": form,
        "is_home": is_of_house(request.actor, code),
        "holder": registry.mandate_of(seat, request.now),
        "is_held": registry.is_held(seat),
        "pending": next((found for found in requests if found.row.seat_id == seat.key), None),
        "planned": queries.planned_for(seat, request.now),
    }
    return render(request, "handover/succession.html", page, status=422 if form.errors else 200)


def _ask(request: ActorRequest, seat: Seat, form: ReplacementForm) -> HttpResponse:
    values = form.cleaned_data
    row = commands.ask_replacement(
        actor=request.actor,
        seat=seat,
        local=values["ends_at"],
        zone=values["zone"],
        successor=form.successor,
        at=request.now,
    )
    if row.settled_at is None:
        messages.success(request, _("Asked. A second person has been written to; until they agree nothing changes."))
    elif row.has_successor:
        messages.success(request, _("Done. One mandate ends and the next begins in the same minute."))
    else:
        messages.success(request, _("Done. The seat is vacant from then on."))
    return redirect("handover:succession", seat.key)


@require_GET
def replacement(request: ActorRequest, key: str) -> HttpResponse:
    """An open request, for whoever has to agree and those who keep the seat."""
    return render(request, "handover/replacement.html", {"pending": _load(request, key)})


@require_POST
def agreements(request: ActorRequest, key: str) -> HttpResponse:
    found = _load(request, key)
    commands.agree_to_replacement(actor=request.actor, replacement=found.row, at=request.now)
    messages.success(request, _("You agreed. The change takes place as it was asked for."))
    return _back(found)


@require_POST
def refusals(request: ActorRequest, key: str) -> HttpResponse:
    found = _load(request, key)
    commands.refuse(actor=request.actor, replacement=found.row, at=request.now)
    messages.success(request, _("You refused. Whoever holds the seat stays."))
    return _back(found)


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    found = _load(request, key)
    commands.withdraw(actor=request.actor, replacement=found.row, at=request.now)
    messages.success(request, _("The request was withdrawn."))
    return _back(found)


def _load(request: ActorRequest, key: str) -> queries.Request:
    with or_404():
        return queries.request_for(request.actor, key, request.now)


def _back(found: queries.Request) -> HttpResponse:
    return redirect("handover:succession", found.row.seat_id) if found.is_home else redirect("desk:home")
