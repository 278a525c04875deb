"""The history of a seat."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest

from .. import queries, rules
from ..forms import SeatClosingForm
from .finding import is_manned, seat_or_404


@require_GET
def history(request: ActorRequest, key: str) -> HttpResponse:
    """Every mandate with the gaps between, and what was done from the seat each year, as far as the reader may know."""
    seat = seat_or_404(request, key)
    member = seat.institution.member
    found = queries.seat_history(request.actor, seat, request.now)
    code = member.code if member else ""
    page = {
        "seat": seat,
        "history": found,
        "most": max((year.count for year in found.years), default=1),
        "now": request.now,
        "may_keep": rules.may_keep(request.actor, code, is_manned(request, member)) is None,
        "seat_closing": SeatClosingForm(),
    }
    return render(request, "registry/seat.html", page)
