"""Meetings that arrive in a calendar file: shown as they were read, and put into preparation by who serves the body."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tejido.formats.bad_file import BadFile
from tejido.formats.child import parse_calendar
from tejido.formats.ics import Proposed
from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.bad_files import sentence

from ..forms import PlanForm
from ..forms.arriving import CalendarFileForm
from ..imports import initial_of
from ..rules.seats import may_facilitate
from .loading import load_body


@require_http_methods(["GET", "POST"])
def arrivals(request: ActorRequest, key: str) -> HttpResponse:
    """Asks for the file, then shows each meeting in it as the form that puts it into preparation. Nothing is kept
    before that form is sent."""
    context = load_body(request, key)
    ask(may_facilitate(context.capacity))
    form = CalendarFileForm(request.POST or None, request.FILES or None)
    found: tuple[Proposed, ...] = ()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            found = parse_calendar(file.read(), name=file.name)
        except BadFile as problem:
            form.add_error("file", sentence(problem))
    page = {
        "context": context,
        "body": context.body,
        "form": form,
        "arrived": _forms(request, found),
        "address": reverse("meetings:preparation", args=[key]),
    }
    return render(request, "meetings/arrivals.html", page, status=422 if form.errors else 200)


def _forms(request: ActorRequest, found: tuple[Proposed, ...]) -> list[tuple[Proposed, PlanForm]]:
    """Where the file names no zone, that of the reader is offered, and the page says so."""
    zone = str(request.user.zone)
    return [
        (meeting, PlanForm(initial=initial_of(meeting, zone, request.LANGUAGE_CODE), auto_id=f"m{number}_%s"))
        for number, meeting in enumerate(found, 1)
    ]
