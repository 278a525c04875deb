"""What is known of the network's past, and the acts of those who enter it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404

from .. import commands, queries, rules
from ..forms import EventCorrectionForm, EventForm, as_initial
from ..names import EventKind

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Event


@require_GET
def past(request: ActorRequest) -> HttpResponse:
    """The meetings of focal points, known and unknown, and the other dated events. Public."""
    lines = queries.past()
    page = {
        "meetings": queries.past_meetings(lines, queries.day_of(request.now)),
        "others": [line for line in lines if line.event.kind != EventKind.MEETING],
        "may_keep": rules.may_keep_network(request.actor) is None,
    }
    return render(request, "registry/past.html", page)


@require_http_methods(["GET", "POST"])
def new_event(request: ActorRequest) -> HttpResponse:
    """A dated event with its source."""
    ask(rules.may_keep_network(request.actor))
    form = EventForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.enter_event(actor=request.actor, at=request.now, **form.entry)
        messages.success(request, _("Entered, with its source."))
        return redirect("registry:past")
    return render(request, "registry/event.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def corrections(request: ActorRequest, key: str) -> HttpResponse:
    """A better entry in the place of one that was wrong."""
    event = _event(key)
    ask(rules.may_keep_network(request.actor))
    form = EventCorrectionForm(request.POST or None, initial=as_initial(event))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        commands.correct_event(actor=request.actor, event=event, reason=reason, at=request.now, **form.entry)
        messages.success(request, _("Corrected. The earlier entry stays readable under it."))
        return redirect("registry:past")
    page = {"form": form, "event": event}
    return render(request, "registry/event.html", page, status=422 if form.errors else 200)


def _event(key: str) -> Event:
    with or_404():
        return queries.event_for(key)
