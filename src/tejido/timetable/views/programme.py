"""The programme day by day."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest

from ..pages import clashes_shown, days_shown
from .loading import frame, programme_or_404


@require_GET
def programme(request: ActorRequest, key: str) -> HttpResponse:
    """The sessions day by day, all or those of a group; what cannot be at once, for who plans it."""
    whole = programme_or_404(request, key)
    group = request.GET.get("group", "")
    group = group if group in whole.groups else ""
    page = {
        **frame(request, whole.seminar),
        "programme": whole,
        "group": group,
        "days": days_shown(whole.of_group(group) if group else whole),
        "clashes": clashes_shown(whole) if whole.is_inside else [],
    }
    return render(request, "timetable/programme.html", page)
