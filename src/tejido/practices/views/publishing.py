"""The formal steps of a practice: to its peers and back, out, and away."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain

from .. import commands
from ..forms import PublishForm, ReasonForm, SeenForm
from .loading import own_or_404


@require_POST
def submissions(request: ActorRequest, key: str) -> HttpResponse:
    """Of exactly what was read."""
    own = own_or_404(request, key)
    form = SeenForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    commands.submit(actor=request.actor, practice=own.practice, seen=seen, at=request.now)
    return _draft(request, key, _("Submitted. The secretariat asks two seats of other members to read it."))


@require_POST
def takings_back(request: ActorRequest, key: str) -> HttpResponse:
    own = own_or_404(request, key)
    commands.take_back(actor=request.actor, practice=own.practice, at=request.now)
    return _draft(request, key, _("Taken back. Peers read it no more."))


@require_POST
def publications(request: ActorRequest, key: str) -> HttpResponse:
    own = own_or_404(request, key)
    form = PublishForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return _draft(request, key)
    commands.publish_practice(actor=request.actor, practice=own.practice, at=request.now, **form.cleaned_data)
    return back(request, reverse("practices:practice", args=[key]), _("Published. This version never changes."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    own = own_or_404(request, key)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return _draft(request, key)
    commands.withdraw_practice(actor=request.actor, practice=own.practice, at=request.now, **form.cleaned_data)
    return _draft(request, key, _("Withdrawn. That there was such a practice, and the reason, stay known."))


def _draft(request: ActorRequest, key: str, done: str = "") -> HttpResponse:
    return back(request, reverse("practices:draft", args=[key]), done)
