"""A school's own page of counts: counting, looking, releasing, correcting, withdrawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.registry.names import Task
from tejido.registry.queries import day_of
from tejido.registry.rules import tasks
from tejido.web.answers import back, or_404
from tejido.web.downloads import saved

from .. import commands, queries, rules
from ..forms import CountForm, SeenForm
from ..lines import released
from ..pages.drafts import parts_shown
from ..queries.titles import titles_of
from ..sheets import release_json
from ..words import by_words, number, span_words
from .loading import frame

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Release


@require_GET
def school(request: ActorRequest) -> HttpResponse:
    """What the actor's school released, and what it may release."""
    desks = queries.desks(request.actor)
    if not desks:
        raise Http404
    form = CountForm(today=day_of(request.now))
    shown = [(desk, [_line(row) for row in desk.releases]) for desk in desks]
    return render(request, "figures/school.html", {**frame(request), "desks": shown, "form": form})


def _line(row: Release) -> dict[str, Any]:
    return {"row": row, "months": span_words(row.since, row.until), "by": by_words(row.dimensions)}


@require_http_methods(["GET", "POST"])
def drafts(request: ActorRequest, key: str) -> HttpResponse:
    """Counting what may be released."""
    with or_404():
        space = queries.space_for(request.actor, key)
    form = CountForm(request.POST or None, today=day_of(request.now))
    if request.method == "POST" and form.is_valid():
        made = commands.prepare(actor=request.actor, space=space, at=request.now, **form.given)
        return redirect("figures:draft", made.key)
    page = {**frame(request), "space": space, "form": form}
    return render(request, "figures/count.html", page, status=422 if form.errors else 200)


@require_GET
def draft(request: ActorRequest, key: str) -> HttpResponse:
    """What the member would see, and what was joined so that nobody is recognised."""
    with or_404():
        found = queries.draft_for(request.actor, key)
    page = {
        **frame(request),
        **_shown(found.data),
        "draft": found,
        "withheld": number(found.data["withheld"]) if found.data["withheld"] else "",
        "may_release": Task.CHAIR in tasks(request.actor, found.space),
    }
    return render(request, "figures/draft.html", page)


def _shown(data: dict[str, Any]) -> dict[str, Any]:
    courses, editions = titles_of(data["parts"])
    return {
        "parts": parts_shown(data, courses, editions),
        "columns": [by_words([name]) for name in data["by"]],
        "by": by_words(data["by"]),
        "least": data["least"],
    }


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        found = queries.draft_for(request.actor, key)
    form = SeenForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    made = commands.release_counts(actor=request.actor, space=found.space, seen=seen, at=request.now)
    return back(
        request, reverse("figures:release", args=[made.key]), _("Released. The seats of your member read it now.")
    )


@require_GET
def release(request: ActorRequest, key: str) -> HttpResponse:
    """A release, for its school and for the member that received it."""
    with or_404():
        row = queries.release_for(request.actor, key)
    is_own = rules.keeps_counts(request.actor, row.space)
    page = {
        **frame(request),
        **_shown(released(row, queries.parts_of(row))),
        "release": row,
        "months": span_words(row.since, row.until),
        "is_own": is_own,
        "may_correct": is_own and rules.may_correct(request.actor, row) is None,
        "may_withdraw": is_own and row.stands and Task.CHAIR in tasks(request.actor, row.space),
    }
    return render(request, "figures/release.html", page)


@require_GET
def release_file(request: ActorRequest, key: str) -> HttpResponse:
    """Exactly what the digest of the release is of."""
    with or_404():
        row = queries.release_for(request.actor, key)
    body = release_json(row, released(row, queries.parts_of(row)))
    return saved(body, "application/json", f"counts-{row.key}.json")


@require_POST
def corrections(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.own_release_for(request.actor, key)
    made = commands.prepare_correction(actor=request.actor, released=row, at=request.now)
    return redirect("figures:draft", made.key)


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.own_release_for(request.actor, key)
    commands.withdraw_counts(actor=request.actor, released=row, at=request.now)
    return back(
        request, reverse("figures:school"), _("Withdrawn. Your member reads it no more; that it was released is kept.")
    )
