"""Recommendations and their follow-up."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, or_404
from tejido.web.downloads import saved

from .. import commands, queries, rules
from ..forms import FollowUpForm, RecommendationForm
from ..names import State
from ..queries.choices import institutions_of, pointed_at
from .loading import form_page, load_own, page_of


@require_http_methods(["GET", "POST"])
def recommendations(request: ActorRequest, key: str) -> HttpResponse:
    row = load_own(request, key)
    ask(rules.may_keep(request.actor, row))
    form = RecommendationForm(
        request.POST or None,
        institutions=institutions_of(request.actor),
        initial={"language": request.LANGUAGE_CODE},
    )
    if request.method == "POST" and form.is_valid():
        commands.recommend(actor=request.actor, review=row, at=request.now, **form.entered, **pointed_at(**form.keys))
        return back(request, page_of(key), _("Entered."))
    return form_page(request, form, page_of(key), _("Recommend something"))


@require_http_methods(["GET", "POST"])
def follow_up(request: ActorRequest, key: str) -> HttpResponse:
    """What became of a recommendation: told by its institution, or by who keeps the review."""
    with or_404():
        row = queries.recommendation_for(request.actor, key)
    ask(rules.may_follow(request.actor, row, State.OPEN, has_words=True, has_evidence=True))
    form = FollowUpForm(
        request.POST or None, request.FILES or None, initial={"language": request.LANGUAGE_CODE, "state": row.standing}
    )
    if request.method == "POST" and form.is_valid():
        commands.follow_up(actor=request.actor, recommendation=row, at=request.now, **form.cleaned_data)
        return back(request, f"{page_of(row.review_id)}#recommendation-{row.number}", _("Entered."))
    return form_page(request, form, page_of(row.review_id), _("Tell how it stands"), recommendation=row)


@require_GET
def file(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.follow_up_for(request.actor, key)
    if row.paper is None:
        raise Http404
    return saved(bytes(row.paper.data), row.paper.media_type, row.paper.name)
