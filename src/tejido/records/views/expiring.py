"""Who has to refresh: those whose last completion of a course expires."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tejido.formats.sheet import write_csv
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of
from tejido.web.downloads import saved

from .. import queries
from ..sheets import expiring_sheet
from .loading import CSV, frame, spaces_or_404

CHOICES = (1, 3, 6, 12)
_USUAL = 3


def _months(request: ActorRequest) -> int:
    said = request.GET.get("months", "")
    return int(said) if said in {str(choice) for choice in CHOICES} else _USUAL


@require_GET
def expiring(request: ActorRequest) -> HttpResponse:
    """The soonest first, with names for the school alone."""
    space = spaces_or_404(request)[0]
    today, months = day_of(request.now), _months(request)
    until = queries.months_later(today, months)
    said = request.GET.get("page", "1")
    number = int(said) if said.isascii() and said.isdigit() and 0 < len(said) < 7 else 1
    rows, has_more = queries.expiring(space, today, until, number)
    page = {
        **frame(request),
        "rows": rows,
        "has_more": has_more,
        "number": number,
        "count": queries.how_many_expire([space], today, until),
        "by_month": queries.months_of_expiry([space], today, until),
        "months": months,
        "choices": CHOICES,
        "until": until,
    }
    return render(request, "records/expiring.html", page)


@require_GET
def file(request: ActorRequest) -> HttpResponse:
    """The same as a CSV file."""
    space = spaces_or_404(request)[0]
    today = day_of(request.now)
    rows, _more = queries.expiring(space, today, queries.months_later(today, _months(request)), None)
    return saved(write_csv(expiring_sheet(rows)), CSV, _("to-refresh.csv"))
