"""Alarms about ledgers: what was found, the evidence, and who has looked."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.registry.words import offices_in_words
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved

from .. import commands, rules
from ..forms import LookForm
from ..queries.of_alarms import AlarmPage, alarm_for


def _loaded(request: ActorRequest, key: str) -> AlarmPage:
    with or_404():
        return alarm_for(request.actor, key)


@require_GET
def alarm(request: ActorRequest, key: str) -> HttpResponse:
    found = _loaded(request, key)
    may_look = rules.may_look(request.actor, found.alarm, found.looks, "-") is None
    offices = offices_in_words(look.office for look in found.looks)
    page = {"page": found, "alarm": found.alarm, "form": LookForm(), "may_look": may_look, "offices": offices}
    return render(request, "exchange/alarm.html", page)


@require_GET
def evidence(request: ActorRequest, key: str) -> HttpResponse:
    """Both receipts, in the file that anybody can check."""
    found = _loaded(request, key)
    if not found.evidence:
        raise Http404
    return saved(found.evidence, "application/json", f"{found.alarm.key}.evidence.json")


@require_POST
def looks(request: ActorRequest, key: str) -> HttpResponse:
    found = _loaded(request, key)
    form = LookForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("exchange:alarm", key)
    said = form.cleaned_data["said"]
    commands.look_at_alarm(actor=request.actor, alarm=found.alarm, said=said, at=request.now)
    return back(request, reverse("exchange:alarm", args=[key]), _("Written down."))
