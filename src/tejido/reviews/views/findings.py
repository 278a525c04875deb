"""Findings: of the member's own seats, and of an invited peer."""

from __future__ import annotations

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, or_404
from tejido.web.downloads import saved
from tejido.web.languages import in_my_language

from .. import commands, queries, rules
from ..forms import FindingForm
from ..queries import Seen
from ..queries.choices import links_of, pointed_at
from .loading import form_page, page_of


@require_http_methods(["GET", "POST"])
def findings(request: ActorRequest, key: str) -> HttpResponse:
    """A finding of the seat, as what it is here: a seat of the member, or a peer."""
    with or_404():
        seen = queries.review_for(request.actor, key)
    ask(rules.is_open(seen.review))
    asked = [(one.key, in_my_language(one.words)) for one in seen.questions]
    links = links_of(request.actor) if seen.is_own else None
    initial = {"language": request.LANGUAGE_CODE, "question": request.GET.get("question", "")}
    form = FindingForm(request.POST or None, request.FILES or None, questions=asked, links=links, initial=initial)
    if request.method == "POST" and form.is_valid():
        _enter(request, seen, form)
        return back(request, page_of(key), _("Entered.") if seen.is_own else _("Handed over to the member alone."))
    return form_page(request, form, page_of(key), _("Write down a finding"))


def _enter(request: ActorRequest, seen: Seen, form: FindingForm) -> None:
    given = {**form.entered, **pointed_at(**form.keys)}
    if seen.invitation is not None:
        commands.hand_over_finding(actor=request.actor, invitation=seen.invitation, at=request.now, **given)
    else:
        commands.enter_finding(actor=request.actor, review=seen.review, at=request.now, **given)


@require_POST
def strikings(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.finding_for(request.actor, key)
        if row.invitation is None and request.actor.member != row.review.member.code:
            raise ObjectDoesNotExist
    commands.strike_finding(actor=request.actor, finding=row, at=request.now)
    return back(request, page_of(row.review_id), _("Struck out. It no longer counts."))


@require_GET
def file(request: ActorRequest, key: str) -> HttpResponse:
    """What shows a finding, for who may read it; only ever to be kept, never opened in the page."""
    with or_404():
        row = queries.finding_for(request.actor, key)
    if row.paper is None:
        raise Http404
    return saved(bytes(row.paper.data), row.paper.media_type, row.paper.name)
