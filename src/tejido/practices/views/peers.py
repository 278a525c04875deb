"""Reading practices of others: for the seats that are asked, for the secretariat that asks; and what members answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.rules import may_keep_network
from tejido.registry.tabs import together_tabs
from tejido.registry.words import seat_words
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import in_my_language

from .. import commands, queries, rules
from ..forms import AskForm, ReadyForm, ReplyForm, ReviewForm, review_initial
from ..names import Field, Theme, labels
from ..pages import fields_of, proofs_of
from ..tabs import own_tabs
from ..words import facts_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Review


@require_GET
def overview(request: ActorRequest) -> HttpResponse:
    """What the seat was asked to read; for the secretariat, what waits for peers."""
    seat_or_404(request)
    readiness = queries.readiness_of(request.actor)
    page = {
        "reviews": queries.reviews_of(request.actor),
        "readiness": readiness,
        "themes": labels(Theme, readiness.themes) if readiness else [],
        "may_be_ready": rules.may_be_ready(request.actor, is_ready=False) is None,
        "ready_form": ReadyForm(),
        "askings": queries.askings(request.actor),
        "is_secretariat": may_keep_network(request.actor) is None,
        "tabs": together_tabs(request.actor, request.path),
        "own_tabs": own_tabs(request.actor, request.path),
    }
    return render(request, "practices/peers.html", page)


@require_POST
def readiness(request: ActorRequest) -> HttpResponse:
    """The seat says that it would read, or that it would no more."""
    seat_or_404(request)
    if "ends" in request.POST:
        commands.end_readiness(actor=request.actor, at=request.now)
        return back(request, reverse("practices:peers"), _("Said. You are not asked any more."))
    form = ReadyForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, reverse("practices:peers"))
    commands.be_ready(actor=request.actor, themes=form.cleaned_data["themes"], at=request.now)
    return back(request, reverse("practices:peers"), _("Said. The secretariat sees it when it looks for peers."))


@require_http_methods(["GET", "POST"])
def asking(request: ActorRequest, key: str) -> HttpResponse:
    """What was submitted, for the secretariat, and whom it may ask."""
    with or_404():
        found = queries.asking_for(request.actor, key)
    seats = queries.candidates(found)
    form = AskForm(request.POST or None, seats=[(row.seat.key, _words(row)) for row in seats])
    if request.method == "POST" and form.is_valid():
        seat = next(row.seat for row in seats if row.seat.key == form.cleaned_data["seat"])
        commands.ask_peer(actor=request.actor, submission=found.submission, seat=seat, at=request.now)
        return back(request, request.path, _("Asked. The seat reads what was submitted from now on."))
    content = found.submission.content
    page = {
        "asking": found,
        "submission": found.submission,
        "title": in_my_language(content["title"]),
        "content": content,
        "fields": fields_of(content),
        "proofs": proofs_of(content),
        "facts": facts_of(content),
        "form": form,
    }
    return render(request, "practices/asking.html", page, status=422 if form.errors else 200)


def _words(row: queries.Candidate) -> str:
    words = f"{seat_words(row.seat)} · {row.seat.institution.code}"
    return _("%(seat)s — would read this") % {"seat": words} if row.is_fitting else words


@require_http_methods(["GET", "POST"])
def review(request: ActorRequest, key: str) -> HttpResponse:
    """What was submitted beside the form for remarks; once it was given, beside what the member answered."""
    with or_404():
        reading = queries.reading_for(request.actor, key)
    row = reading.review
    is_kept = "keeps" in request.POST
    form = ReviewForm(request.POST or None, initial=review_initial(row.draft, request.LANGUAGE_CODE), is_kept=is_kept)
    if request.method == "POST" and form.is_valid():
        return _take(request, reading, form, is_kept=is_kept)
    page = {
        "reading": reading,
        "review": row,
        "submission": row.submission,
        "practice": row.submission.practice,
        **_copy(row),
        "form": form,
        "head": [form[name] for name in ("recommendation", "summary", "language")],
        "on_title": form[f"on_{Field.TITLE}"],
        "remark_fields": [form[f"on_{field}"] for field in Field],
    }
    return render(request, "practices/review.html", page, status=422 if form.errors else 200)


def _copy(review: Review) -> dict[str, object]:
    """The words that were submitted, while they are with peers; a practice that is with them no more has no title."""
    content = review.submission.content
    if not content:
        return {
            "title": _("A practice of %(member)s") % {"member": in_my_language(review.submission.practice.member.name)}
        }
    return {
        "title": in_my_language(content["title"]),
        "content": content,
        "fields": fields_of(content),
        "proofs": proofs_of(content),
        "facts": facts_of(content),
    }


def _take(request: ActorRequest, reading: queries.Reading, form: ReviewForm, *, is_kept: bool) -> HttpResponse:
    if is_kept:
        commands.keep_review(actor=request.actor, review=reading.review, draft=form.draft)
        return back(request, request.path, _("Kept. Nobody else reads it until you give it."))
    given = form.cleaned_data
    commands.give_review(
        actor=request.actor, review=reading.review, recommendation=given["recommendation"],
        language=given["language"], summary=given["summary"], remarks=form.remarks, at=request.now,
    )  # fmt: skip  # one act, read as one
    return back(request, request.path, _("Given. The member reads it now, and answers each remark."))


@require_POST
def declines(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        reading = queries.reading_for(request.actor, key)
    commands.decline_review(actor=request.actor, review=reading.review, at=request.now)
    return back(request, reverse("practices:peers"), _("Declined. The secretariat asks another seat."))


@require_POST
def replies(request: ActorRequest, key: str) -> HttpResponse:
    """The member answers a remark."""
    with or_404():
        remark = queries.remark_for(request.actor, key)
    page = f"{reverse('practices:draft', args=[remark.review.submission.practice_id])}#peers"
    form = ReplyForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, page)
    commands.answer_remark(actor=request.actor, remark=remark, at=request.now, **form.cleaned_data)
    return back(request, page, _("Answered. The seat that made the remark reads it."))
