"""Reviews of a member: what there is, one of them, how it begins, changes and ends, and what it asks."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.keys import row_digest
from tejido.ledger.refusals import ask, is_saved
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.mechanisms.rules import may_state
from tejido.programmes.queries import initiative_for, readable
from tejido.programmes.tabs import initiative_tabs
from tejido.registry.queries import day_of, seat_names
from tejido.registry.tabs import home_tabs
from tejido.registry.words import seat_words
from tejido.web.answers import back, or_404
from tejido.web.editing import SEEN, carry

from .. import commands, queries, rules
from ..forms import ClosingForm, QuestionForm, ReviewForm
from ..queries import Seen
from ..queries.choices import earlier_of, member_of, objects_of, pointed_at
from .loading import form_page, load_own, page_of


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """A member's own reviews, what its seat is invited to, and the summaries of others."""
    actor = request.actor
    page = {
        "own": queries.own_reviews(actor),
        "invitations": queries.invitations_for(actor),
        "summaries": [row for row in queries.summaries_for(actor) if row.member.code != actor.member],
        "may_begin": bool(actor.member) and may_state(actor, actor.member) is None,
        "today": day_of(request.now),
        "tabs": home_tabs(actor, request.path),
    }
    return render(request, "reviews/home.html", page)


@require_GET
def initiative(request: ActorRequest, key: str) -> HttpResponse:
    """The reviews of one initiative, for the seats of its member."""
    seat_or_404(request)
    with or_404():
        found = initiative_for(request.actor, key)
    own = [row for row in queries.own_reviews(request.actor) if row.initiative_id == key] if found.is_own else []
    page = {
        "initiative": found,
        "own": own,
        "may_begin": found.is_own and may_state(request.actor, found.member.code) is None,
        "tabs": initiative_tabs(request.actor, found.initiative, request.path),
    }
    return render(request, "reviews/initiative.html", page)


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    if not request.actor.member:
        raise Http404
    ask(may_state(request.actor, request.actor.member))
    initial = {name: request.GET.get(name, "") for name in ("earlier", "object")} | {"since": day_of(request.now)}
    form = ReviewForm(
        request.POST or None, objects=objects_of(request.actor), earlier=earlier_of(request.actor), initial=initial
    )
    if request.method == "POST" and form.is_valid():
        made = commands.begin_review(
            actor=request.actor, member=member_of(request.actor), at=request.now, **form.entered,
            **pointed_at(**form.keys),
        )  # fmt: skip  # one act, read as one
        return back(request, page_of(made.key), _("Begun. Only the seats of your member read it."))
    return form_page(request, form, reverse("reviews:home"), _("Begin a review"))


@require_GET
def review(request: ActorRequest, key: str) -> HttpResponse:
    """All of it for the member's own seats; for an invited peer what was opened to it."""
    with or_404():
        seen = queries.review_for(request.actor, key)
    row, actor = seen.review, request.actor
    page = {
        "seen": seen,
        "review": row,
        "may_keep": seen.is_own and rules.may_keep(actor, row) is None,
        "may_state": seen.is_own and may_state(actor, row.member.code) is None,
        "may_find": (seen.is_own or seen.invitation is not None) and row.closed_at is None,
        "seats": _seats(seen),
        "titles": _titles(request, seen),
        "closing": ClosingForm(),
        "today": day_of(request.now),
        "tabs": home_tabs(actor, request.path),
    }
    return render(request, "reviews/review.html", page)


def _seats(seen: Seen) -> dict[str, str]:
    """Who wrote what, in words."""
    found = {one.seat for asked in seen.asked for one in asked.findings} | {one.seat for one in seen.of_peers}
    told = {one.seat for advised in seen.advised for one in advised.told}
    return {key: seat_words(seat) for key, seat in seat_names(found | told).items()}


def _titles(request: ActorRequest, seen: Seen) -> dict[str, object]:
    """The titles of the initiatives that are named, as far as the reader may read them."""
    rows = [one.initiative for asked in seen.asked for one in asked.findings if one.initiative]
    rows += [seen.review.initiative] if seen.review.initiative else []
    found = readable(request.actor, rows) if seen.is_own and rows else {}
    return {key: values["title"] for key, values in found.items()}


@require_http_methods(["GET", "POST"])
def changes(request: ActorRequest, key: str) -> HttpResponse:
    row = load_own(request, key)
    ask(rules.may_keep(request.actor, row))
    initial = {"since": row.since, "until": row.until} | {f"name_{tag}": words for tag, words in row.title.items()}
    form = ReviewForm(request.POST or None, initial=initial)
    carry(form, row_digest(row))
    change = partial(commands.change_review, actor=request.actor, review=row, at=request.now)
    if form.is_valid() and is_saved(form, lambda: change(seen=form.cleaned_data[SEEN], **form.entered)):
        return back(request, page_of(key), _("Changed."))
    return form_page(request, form, page_of(key), _("Change title and days"))


@require_POST
def closings(request: ActorRequest, key: str) -> HttpResponse:
    row = load_own(request, key)
    form = ClosingForm(request.POST)
    if not form.is_valid():
        return form_page(request, form, page_of(key), _("Close the review"))
    commands.close_review(actor=request.actor, review=row, at=request.now, next_on=form.cleaned_data["next_on"])
    return back(request, page_of(key), _("Closed. Peers read it no more."))


@require_http_methods(["GET", "POST"])
def questions(request: ActorRequest, key: str) -> HttpResponse:
    row = load_own(request, key)
    ask(rules.may_keep(request.actor, row))
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.enter_question(actor=request.actor, review=row, words=form.words, at=request.now)
        return back(request, page_of(key), _("Entered."))
    return form_page(request, form, page_of(key), _("Add a question"))


@require_POST
def strikings(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.question_for(request.actor, key)
    commands.strike_question(actor=request.actor, question=row, at=request.now)
    return back(request, page_of(row.review_id), _("Struck out. It is asked no more."))
