"""The programme for participants: the page of a phone that works without a line, its calendar, what is handed out."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.timetable.views.files import calendar_file
from tejido.timetable.views.materials import material_file
from tejido.timetable.views.phone import phone_page, worker_script
from tejido.web.answers import or_404

from ..queries.programme import programme_for_participants
from .taking_part import participant_or_404


@require_GET
def programme(request: ActorRequest) -> HttpResponse:
    """Without a session before it was announced."""
    found = programme_for_participants(participant_or_404(request).call.seminar)
    back, here = reverse("nominations:taking_part"), reverse("nominations:programme")
    return phone_page(request, found, back=back, materials=f"{here}materials/")


@require_GET
def worker(request: ActorRequest) -> HttpResponse:
    """Keeps the page on the phone."""
    participant_or_404(request)
    return worker_script(request)


@require_GET
def calendar(request: ActorRequest) -> HttpResponse:
    return calendar_file(programme_for_participants(participant_or_404(request).call.seminar), "")


@require_GET
def material(request: ActorRequest, key: str) -> HttpResponse:
    """A file that is handed out with a session."""
    found = programme_for_participants(participant_or_404(request).call.seminar)
    with or_404():
        return material_file(key, found)
