"""The desk, and its offers and requests."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.web.answers import back, explain

from .. import commands, queries
from ..forms import CHOSEN, POSTED, ClosingForm, PostingForm, ShowingForm, WishForm, spoken
from ..names import Side
from ..pages import matched, posting_facts, sides
from ..rules.postings import may_speak
from ..rules.values import posting_digest
from .loading import contacts, frame, own_or_404, own_posting_or_404, page_of, partners, posting_or_404


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """What others offer and ask for, what the actor's member does, what matches, and the projects."""
    seat_or_404(request)
    actor = request.actor
    projects = queries.projects_of(actor)
    page = {
        **frame(request),
        "others": sides(queries.other_postings(actor)),
        "own": sides(queries.own_postings(actor)),
        "closed": queries.own_postings(actor, is_open=False),
        "matches": matched(queries.matches_for(actor, request.now), queries.projects_of_pairs(actor)),
        "projects": [line for line in projects if line.is_party],
        "shown": [line for line in projects if not line.is_party],
        "may_speak": may_speak(actor, actor.member) is None,
        "wish": WishForm(initial={"is_wished": queries.wishes_matches(actor)}) if actor.member else None,
    }
    return render(request, "cooperation/home.html", page)


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest, side: str) -> HttpResponse:
    own_or_404(request)
    if side not in Side:
        raise Http404
    first = {"languages": [request.LANGUAGE_CODE]}
    form = PostingForm(request.POST or None, contacts=contacts(request), initial=first)
    if request.method == "POST" and form.is_valid():
        made = commands.write_posting(actor=request.actor, side=side, data=form.given, at=request.now)
        return redirect("cooperation:posting", made.key)
    page = {**frame(request), "form": form, "side": Side(side)}
    return render(request, "cooperation/writing.html", page, status=422 if form.errors else 200)


@require_GET
def posting(request: ActorRequest, key: str) -> HttpResponse:
    found = posting_or_404(request, key)
    row, actor = found.row, request.actor
    page: dict[str, Any] = {
        **frame(request),
        "opened": found,
        "posting": row,
        "facts": posting_facts(row),
        "may_speak": may_speak(actor, actor.member) is None,
    }
    if found.is_own and row.is_open:
        seen = {"seen": posting_digest(row)}
        first = {"members": [member.code for member in found.chosen], "reach": row.reach} if row.shown_at else {}
        page |= {
            "matches": matched(queries.matches_for(actor, request.now, row), queries.projects_of_pairs(actor)),
            "practices": queries.practices_on(actor, row) if row.side == Side.REQUEST else [],
            "showing": ShowingForm(members=partners(request), initial=first | seen),
            "closing": ClosingForm(),
        }
    if not found.is_own:
        page["matches"] = matched(
            [match for match in queries.matches_for(actor, request.now) if match.other.key == row.key],
            queries.projects_of_pairs(actor),
        )
    return render(request, "cooperation/posting.html", page)


@require_http_methods(["GET", "POST"])
def words(request: ActorRequest, key: str) -> HttpResponse:
    """What a posting says, changed."""
    row = own_posting_or_404(request, key).row
    once = {name: getattr(row, name) for name in (*CHOSEN, "kind", "since", "until")}
    first = {**once, **spoken(row, POSTED), "contact": row.contact_id, "seen": posting_digest(row)}
    form = PostingForm(request.POST or None, contacts=contacts(request), initial=first)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        commands.change_posting(actor=request.actor, posting=row, data=form.given, seen=seen, at=request.now)
        return back(request, page_of("posting", key), _("Saved."))
    page = {**frame(request), "form": form, "posting": row, "side": Side(row.side)}
    return render(request, "cooperation/writing.html", page, status=422 if form.errors else 200)


@require_POST
def showings(request: ActorRequest, key: str) -> HttpResponse:
    row = own_posting_or_404(request, key).row
    form = ShowingForm(request.POST, members=partners(request))
    if not form.is_valid():
        explain(request, form)
        return redirect("cooperation:posting", key)
    commands.show_posting(actor=request.actor, posting=row, at=request.now, **form.cleaned_data)
    return back(request, page_of("posting", key), _("These readers see it now."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    row = own_posting_or_404(request, key).row
    commands.hide_posting(actor=request.actor, posting=row, at=request.now)
    return back(request, page_of("posting", key), _("Nobody outside sees it any more."))


@require_POST
def closings(request: ActorRequest, key: str) -> HttpResponse:
    row = own_posting_or_404(request, key).row
    form = ClosingForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    commands.close_posting(actor=request.actor, posting=row, reason=reason, at=request.now)
    return back(request, page_of("posting", key), _("Closed."))


@require_POST
def wishes(request: ActorRequest) -> HttpResponse:
    own_or_404(request)
    form = WishForm(request.POST)
    is_wished = form.is_valid() and form.cleaned_data["is_wished"]
    commands.wish_matches(actor=request.actor, is_wished=is_wished, at=request.now)
    return back(request, "/cooperation/", _("Saved."))
