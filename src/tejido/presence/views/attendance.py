"""Attendance of a seminar, session by session: lists, paper, corrections, and the rule that it is measured by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network
from tejido.seminars.rules import may_keep_seminars
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import paper_file
from tejido.web.languages import in_my_language

from .. import commands, queries
from ..forms import CompletionForm, ListForm, NumbersForm
from ..imports import Typed, read_numbers
from ..names import Standing
from ..pages import STANDINGS, history_words, progress_of, rows_of
from ..papers import sheet_paper
from ..proof import marks_digest
from ..rules import may_enter
from ..words import rule_words, session_words
from .loading import frame, seminar_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.seminars.models import Seminar
    from tejido.timetable.models import Session


@require_GET
def attendance(request: ActorRequest, key: str) -> HttpResponse:
    """The sessions with their numbers, and how far the participants have come whom the reader may know."""
    seminar = seminar_or_404(request, key)
    completion = queries.completion_of(seminar)
    lines = queries.session_lines(seminar)
    several = queries.people(request.actor, seminar)
    found = queries.reckoned(seminar, [person.key for person in several], completion)
    sessions = [line.session for line in lines]
    page = {
        **frame(request, seminar),
        "lines": [(line, session_words(line.session)) for line in lines],
        "progress": progress_of(several, found),
        "rule": rule_words(completion, sessions),
        "has_rule": completion is not None,
        "lacking": queries.numbers_lacking(seminar) if may_keep_seminars(request.actor) is None else 0,
        "form": _rule_form(seminar, None),
    }
    return render(request, "presence/attendance.html", page)


def _rule_form(seminar: Seminar, sent: Any) -> CompletionForm:
    completion = queries.completion_of(seminar)
    sessions = [(session.key, session_words(session)) for session in queries.sessions_of(seminar)]
    initial = {"share": completion.share, "obligatory": completion.obligatory} if completion else {"share": 80}
    return CompletionForm(sent, sessions=sessions, initial=initial)


@require_POST
def numbers(request: ActorRequest, key: str) -> HttpResponse:
    """Gives a number to every participant who has none."""
    seminar = seminar_or_404(request, key)
    count = commands.number_participants(actor=request.actor, seminar=seminar, at=request.now)
    said = ngettext("%(count)s participant has a number now.", "%(count)s participants have a number now.", count)
    return back(request, reverse("presence:attendance", args=[key]), said % {"count": count})


@require_POST
def rule(request: ActorRequest, key: str) -> HttpResponse:
    """When the seminar is completed."""
    seminar = seminar_or_404(request, key)
    form = _rule_form(seminar, request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("presence:attendance", key)
    values = form.cleaned_data
    commands.set_completion(
        actor=request.actor, seminar=seminar, share=values["share"], obligatory=values["obligatory"], at=request.now
    )
    return back(request, reverse("presence:attendance", args=[key]), _("Saved."))


def _session_or_404(request: ActorRequest, key: str, number: int) -> Session:
    seminar = seminar_or_404(request, key)
    with or_404():
        return queries.session_for(seminar, number)


@require_GET
def session(request: ActorRequest, key: str, number: int) -> HttpResponse:
    """The list of a session. Who may not enter it reads it for their own participants."""
    return _shown(request, _session_or_404(request, key, number), NumbersForm(), None)


def _shown(request: ActorRequest, row: Session, form: NumbersForm, typed: Typed | None) -> HttpResponse:
    several = queries.people(request.actor, row.seminar)
    marks = queries.marks_of(row)
    page = {
        **frame(request, row.seminar),
        "session": row,
        "session_words": session_words(row),
        "rows": rows_of(several, marks, queries.ways_of(row)),
        "standings": STANDINGS,
        "seen": marks_digest(marks),
        "history": history_words(queries.history_of(row, several)),
        "form": form,
        "typed": typed,
        "has_numbers": any(person.number is not None for person in several),
    }
    return render(request, "presence/session.html", page, status=422 if typed or form.errors else 200)


@require_POST
def lists(request: ActorRequest, key: str, number: int) -> HttpResponse:
    """The whole list at once. Whoever has nothing chosen stays so, or becomes what the pressed button says."""
    row = _session_or_404(request, key, number)
    form = ListForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    given, rest = form.given, request.POST.get("rest", "")
    if rest in Standing.values:
        given = {person.key: rest for person in queries.people(request.actor, row.seminar)} | given
    commands.enter_all(actor=request.actor, session=row, given=given, seen=seen, at=request.now)
    return back(request, reverse("presence:session", args=[key, number]), _("Entered."))


@require_POST
def papers(request: ActorRequest, key: str, number: int) -> HttpResponse:
    """The numbers that signed on paper, in one field; what is wrong with one of them is said of it."""
    row = _session_or_404(request, key, number)
    ask(may_enter(request.actor, row.seminar))
    form = NumbersForm(request.POST)
    known = {person.number for person in queries.people(request.actor, row.seminar) if person.number is not None}
    if not form.is_valid():  # before anything is read of it: it may be too long
        return _shown(request, row, form, None)
    typed = read_numbers(form.cleaned_data["numbers"], known)
    if typed.wrong:
        return _shown(request, row, form, typed)
    count = commands.enter_numbers(actor=request.actor, session=row, numbers=typed.numbers, at=request.now)
    said = ngettext("%(count)s was entered as present.", "%(count)s were entered as present.", count)
    return back(request, reverse("presence:session", args=[key, number]), said % {"count": count})


@require_GET
def sheet(request: ActorRequest, key: str, number: int, ending: str) -> HttpResponse:
    """The list to sign, as PDF or Word, with the names that the reader may read."""
    row = _session_or_404(request, key, number)
    if may_enter(request.actor, row.seminar) is not None:
        raise Http404
    several = queries.people(request.actor, row.seminar)
    served = network()
    title = in_my_language(served.name) if served else ""
    paper = sheet_paper(row, several, title, request.LANGUAGE_CODE, request.now)
    return paper_file(request, paper, f"{number}.{ending}", reverse("presence:session", args=[key, number]))
