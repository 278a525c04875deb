"""The history of a seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest

from .. import queries, rules
from ..forms import SeatClosingForm
from .finding import is_manned, seat_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Seat


@require_GET
def history(request: ActorRequest, key: str) -> HttpResponse:
    """Every mandate with the gaps between, and what was done from the seat each year, as far as the reader may know."""
    return seat_page(request, seat_or_404(request, key))


def seat_page(request: ActorRequest, seat: Seat, **filled: BaseForm) -> HttpResponse:
    """The page with an empty form, or with one that came back."""
    member = seat.institution.member
    found = queries.seat_history(request.actor, seat, request.now)
    code = member.code if member else ""
    page = {
        "seat": seat,
        "history": found,
        "most": max((year.count for year in found.years), default=1),
        "now": request.now,
        "may_keep": rules.may_keep(request.actor, code, is_manned(request, member)) is None,
        "may_take_off": _may_take_off(request, seat, code),
        "seat_closing": SeatClosingForm(),
        **filled,
    }
    return render(request, "registry/seat.html", page, status=422 if filled else 200)


def _may_take_off(request: ActorRequest, seat: Seat, code: str) -> bool:
    """Whether the seat is one of those that may ask, with a second person, to take off the holder's second factor."""
    holder = None if request.actor.is_public else queries.mandate_of(seat, request.now)
    if holder is None or str(holder.account_id) == request.actor.account:
        return False
    has_other = queries.has_other_keeper(seat, [str(holder.account_id)], request.now)
    return rules.may_agree(request.actor, code, has_other) is None
