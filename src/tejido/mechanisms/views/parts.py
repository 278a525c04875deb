"""Acts on one part: releasing it, withdrawing the release, striking it out; and the file that goes with it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved

from .. import commands, queries
from ..forms import ReleaseForm, StrikeForm
from ..names import Kind
from .loading import page_of


@require_POST
def releases(request: ActorRequest, key: str, kind: str) -> HttpResponse:
    with or_404():
        part = queries.part_to_release(request.actor, kind, key)
    form = ReleaseForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, _page(kind, part))
    commands.release(actor=request.actor, part=part, audience=form.cleaned_data["audience"], at=request.now)
    return back(request, _page(kind, part), _("Released. These readers see it from now on, as it stands."))


@require_POST
def withdrawals(request: ActorRequest, key: str, kind: str) -> HttpResponse:
    with or_404():
        part = queries.part_to_release(request.actor, kind, key)
    commands.withdraw_release(actor=request.actor, part=part, at=request.now)
    return back(request, _page(kind, part), _("Withdrawn. Nobody outside sees it any more; that it was shown is kept."))


@require_POST
def strikings(request: ActorRequest, key: str, kind: str) -> HttpResponse:
    with or_404():
        part = queries.part_to_strike(request.actor, kind, key)
    form = StrikeForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, _page(kind, part))
    commands.strike(actor=request.actor, part=part, reason=form.cleaned_data["reason"], at=request.now)
    return back(request, _page(kind, part), _("Struck out. It no longer counts, and is kept with the reason."))


@require_GET
def file(request: ActorRequest, key: str, kind: str) -> HttpResponse:
    """The file of a part that the reader may read; only ever to be kept, never opened in the page."""
    with or_404():
        part = queries.part_for(request.actor, kind, key)
    if part.paper is None:
        raise Http404
    return saved(bytes(part.paper.data), part.paper.media_type, part.paper.name)


def _page(kind: str, part: Any) -> str:
    """The page that the part stands on."""
    if kind == Kind.ANSWER:
        return f"{reverse('mechanisms:assessment', args=[part.assessment_id])}#{part.criterion}"
    return page_of(part.member.code)
