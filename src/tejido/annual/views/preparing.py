"""The reports, and the acts of who prepares one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network
from tejido.web.answers import back, explain
from tejido.web.components import State, Strip, StripCell
from tejido.web.languages import in_my_language

from .. import commands
from ..commands.preparing import chapter_digest
from ..forms import BeginForm, ChapterForm, OpeningForm
from ..names import ChapterKind, Move, PageState
from ..queries import chapters_of, compose, issues_of, reports_for
from ..sentences import of_report
from ..words.blocks import page_shown
from .loading import for_keeper, frame, keeps, load, tabs

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from collections.abc import Sequence

    from ..models import Chapter, Report
    from ..queries import PageLine

_STATES = {PageState.WAITING: State.NONE, PageState.APPROVED: State.AGREED, PageState.CHANGED: State.MISSING}


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """Every report and how it stands; for the public those that were issued to everybody."""
    page = {"tabs": tabs(request), "lines": reports_for(request.actor), "keeps": keeps(request)}
    return render(request, "annual/home.html", page)


@require_http_methods(["GET", "POST"])
def beginnings(request: ActorRequest) -> HttpResponse:
    """A report is begun; the years that were reported on last are offered on."""
    if not keeps(request):
        raise Http404
    form = BeginForm(request.POST or None, initial={"since": request.now.year, "until": request.now.year})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        made = commands.begin_report(
            actor=request.actor, title=form.names, since=values["since"], until=values["until"],
            audience=values["audience"], is_demonstration=_is_invented(), at=request.now,
        )  # fmt: skip  # one act, read as one
        return back(request, reverse("annual:report", args=[made.key]), _("The report is begun."))
    return render(request, "annual/begin.html", {"form": form}, status=422 if form.errors else 200)


def _is_invented() -> bool:
    """What is begun in a demonstration is one."""
    served = network()
    return served is not None and served.is_demonstration


@require_GET
def report(request: ActorRequest, key: str) -> HttpResponse:
    """The report in preparation: its chapters, which members have approved their page, and what is to be done."""
    row = load(request, key)
    found = compose(row, request.now)
    page = {
        **frame(request, row),
        "sentence": of_report(found, request.actor.member),
        "chapters": [_chapter_line(each) for each in found.chapters],
        "strip": strip(row, found.pages) if row.opened_at else None,
        "waiting": len(found.waiting),
        "issues": issues_of(row),
        "opening_form": OpeningForm(initial={"due": row.due}) if keeps(request) else None,
        "moves": [Move.UP, Move.DOWN],
    }
    return render(request, "annual/report.html", page)


def _chapter_line(row: Chapter) -> dict[str, Any]:
    return {"chapter": row, "title": ChapterKind(row.kind).label, "languages": sorted(row.introduction)}


def strip(row: Report, pages: Sequence[PageLine]) -> Strip:
    """Which members have approved; what they prepare among their own is not told."""
    cells = [
        StripCell(
            line.member.code, in_my_language(line.member.name), _STATES[line.state],
            PageState(line.state).label, reverse("annual:page", args=[row.key, line.member.code]),
        )
        for line in pages
    ]  # fmt: skip  # one cell a member
    return Strip(tuple(cells), {shown: PageState(state).label for state, shown in _STATES.items()})


@require_http_methods(["GET", "POST"])
def chapter(request: ActorRequest, key: str, kind: str) -> HttpResponse:
    """What the records say for a chapter, and its introduction, which the secretariat writes here."""
    row = for_keeper(request, key) if request.method == "POST" else load(request, key)
    here = next((each for each in chapters_of(row) if each.kind == kind), None)
    if here is None:
        raise Http404
    form = _chapter_form(request, here) if keeps(request) else None
    if form is not None and request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        commands.write_chapter(
            actor=request.actor, report=row, kind=kind, introduction=form.texts, is_left_out=values["is_left_out"],
            seen=values["seen"], at=request.now,
        )  # fmt: skip  # one act, read as one
        return back(request, reverse("annual:chapter", args=[key, kind]), _("Saved."))
    found = compose(row, request.now)
    blocks, notes = page_shown(found.chapter(kind))
    page = {
        **frame(request, row),
        "chapter": here,
        "title": ChapterKind(kind).label,
        "blocks": blocks,
        "notes": notes,
        "form": form,
    }
    return render(request, "annual/chapter.html", page, status=422 if form is not None and form.errors else 200)


def _chapter_form(request: ActorRequest, row: Chapter) -> ChapterForm:
    seen = {"seen": chapter_digest(row), "is_left_out": row.is_left_out}
    return ChapterForm(request.POST or None, initial={**ChapterForm.initial_of(row.introduction), **seen})


@require_POST
def moves(request: ActorRequest, key: str) -> HttpResponse:
    row = for_keeper(request, key)
    kind, to = request.POST.get("chapter", ""), request.POST.get("to", "")
    if to not in Move:
        raise Http404
    commands.move_chapter(actor=request.actor, report=row, kind=kind, to=to, at=request.now)
    return redirect(reverse("annual:report", args=[key]) + "#chapters")


@require_POST
def openings(request: ActorRequest, key: str) -> HttpResponse:
    """The pages are opened to the members, or they are given another day."""
    row = for_keeper(request, key)
    form = OpeningForm(request.POST)
    here = reverse("annual:report", args=[key])
    if not form.is_valid():
        explain(request, form)
        return redirect(here)
    commands.open_pages(actor=request.actor, report=row, due=form.cleaned_data["due"], at=request.now)
    return back(request, here, _("The pages are open. The members are being written to."))
