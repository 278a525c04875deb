"""Beginning a programme at once, and copying a day of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.seminars.queries import seminar_for, seminars_for
from tejido.seminars.words import seminar_title
from tejido.web.answers import back, explain, or_404

from .. import commands, queries
from ..forms import DayForm, RhythmForm, SourceForm
from ..rules import days_of
from .loading import frame, planned_or_404
from .sessions import LONGEST

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from collections.abc import Sequence
    from datetime import date

    from ..queries import Programme


@require_GET
def beginnings(request: ActorRequest, key: str) -> HttpResponse:
    """The three ways to get many sessions at once."""
    programme = planned_or_404(request, key)
    seminar = programme.seminar
    page = {
        **frame(request, seminar),
        "programme": programme,
        "rhythm": RhythmForm(),
        "source": SourceForm(seminars=_sources(request, programme)),
        "copy": DayForm(days=_days(programme)),
    }
    return render(request, "timetable/beginnings.html", page)


def _sources(request: ActorRequest, programme: Programme) -> list[tuple[str, str]]:
    """The other seminars that the reader may know of, the latest first."""
    others = [row for row in seminars_for(request.actor) if row.key != programme.seminar.key and row.event_id is None]
    return [(row.key, f"{seminar_title(row)}, {row.since}") for row in reversed(others)]


def _days(programme: Programme) -> Sequence[date]:
    first, last = days_of(programme.seminar)
    return [first + timedelta(days=n) for n in range(min((last - first).days + 1, LONGEST))]


@require_POST
def structures(request: ActorRequest, key: str) -> HttpResponse:
    """The programme from the structure of the seminar."""
    programme = planned_or_404(request, key)
    form = RhythmForm(request.POST)
    if not form.is_valid():
        return _again(request, form, key)
    rhythm = commands.Rhythm(**form.cleaned_data)
    made = commands.make_programme(actor=request.actor, seminar=programme.seminar, rhythm=rhythm, at=request.now)
    return _made(request, key, made)


@require_POST
def copies(request: ActorRequest, key: str) -> HttpResponse:
    """The programme of another seminar, which the reader has to be able to read."""
    programme = planned_or_404(request, key)
    form = SourceForm(request.POST, seminars=_sources(request, programme))
    if not form.is_valid():
        return _again(request, form, key)
    with or_404():
        source = seminar_for(request.actor, form.cleaned_data["source"])
        queries.must_read(request.actor, source)
    made = commands.copy_programme(
        actor=request.actor, seminar=programme.seminar, source=source, at=request.now
    )  # fmt: skip  # one act, read as one
    return _made(request, key, made)


@require_POST
def days(request: ActorRequest, key: str) -> HttpResponse:
    """A day once more on another one."""
    programme = planned_or_404(request, key)
    form = DayForm(request.POST, days=_days(programme))
    if not form.is_valid():
        return _again(request, form, key)
    made = commands.copy_day(actor=request.actor, seminar=programme.seminar, at=request.now, **form.given)
    return _made(request, key, made)


def _again(request: ActorRequest, form: Any, key: str) -> HttpResponse:
    explain(request, form)
    return redirect("timetable:beginnings", key)


def _made(request: ActorRequest, key: str, made: Sequence[object]) -> HttpResponse:
    said = ngettext("%(n)s session is planned.", "%(n)s sessions are planned.", len(made)) % {"n": len(made)}
    return back(request, reverse("timetable:programme", args=[key]), said)
