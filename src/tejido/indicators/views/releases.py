"""Releasing a value and withdrawing it; and the file that goes with it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved

from .. import commands, queries
from ..forms import ReleaseForm


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        value = queries.own_value_for(request.actor, key)
    here, form = reverse("indicators:indicator", args=[value.indicator_id]), ReleaseForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    commands.release_value(actor=request.actor, value=value, at=request.now, **form.cleaned_data)
    return back(request, here, _("Released. These readers see it from now on, as it stands."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        value = queries.own_value_for(request.actor, key)
    commands.withdraw_value(actor=request.actor, value=value, at=request.now)
    done = _("Withdrawn. Nobody outside sees it any more; that it was shown is kept.")
    return back(request, reverse("indicators:indicator", args=[value.indicator_id]), done)


@require_GET
def file(request: ActorRequest, key: str) -> HttpResponse:
    """The file of a value that the reader may read; only ever to be kept, never opened in the page."""
    with or_404():
        value = queries.value_for(request.actor, key)
    if value.paper is None:
        raise Http404
    return saved(bytes(value.paper.data), value.paper.media_type, value.paper.name)
