"""The programme on a phone in the room: one light page that a worker of its own keeps for when there is no line.

Higher apps answer participants with `phone_page` and `worker_script`: both under one address of theirs, the script as
`worker.js` below that of the page, so that it governs that page and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.web.downloads import unkept

from .. import queries
from ..pages import days_shown
from ..rules import is_ahead
from .loading import programme_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..queries import Programme


def phone_page(
    request: ActorRequest, programme: Programme, *, back: str, materials: str, calendar: str = ""
) -> HttpResponse:
    """Nothing but the programme, so that a lost phone tells nothing else: no name, no seat, no form. `back` leads out,
    `materials` is where files are, the key still to follow, and `calendar` where the calendar is, unless the page that
    it leads back to says so."""
    asked, told = request.GET.get("group", ""), queries.announcements_of(programme.seminar)
    changed = queries.changes_since(programme, told[:2]) if is_ahead(programme.seminar) else ()
    group = asked if asked in programme.groups else ""
    page = {
        "seminar": programme.seminar,
        "programme": programme,
        "group": group,
        "days": days_shown(
            programme.of_group(group) if group else programme, {each.session.id: each for each in changed}
        ),
        "back": back,
        "materials": materials,
        "calendar": calendar,
        "now": request.now,
    }
    return unkept(render(request, "timetable/phone.html", page))


def worker_script(request: ActorRequest) -> HttpResponse:
    """The worker, governing what lies beside it."""
    return unkept(render(request, "timetable/worker.js", content_type="text/javascript; charset=utf-8"))


@require_GET
def phone(request: ActorRequest, key: str) -> HttpResponse:
    programme = programme_or_404(request, key)
    here = reverse("timetable:programme", args=[key])
    calendar = reverse("timetable:calendar", args=[key])
    return phone_page(request, programme, back=here, materials=f"{here}materials/", calendar=calendar)


@require_GET
def worker(request: ActorRequest, key: str) -> HttpResponse:
    programme_or_404(request, key)
    return worker_script(request)
