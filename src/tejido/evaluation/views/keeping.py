"""Lists of questionnaires, beginning one, and the page of one as far as it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.seminars.views.loading import seminar_or_404
from tejido.web.answers import back
from tejido.web.languages import in_my_language

from .. import commands, queries
from ..forms import BeginForm
from ..words import questionnaire_words, wording_of
from .loading import frame, keeps, must_keep, questionnaire_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.seminars.models import Seminar


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """Templates for who keeps them; for every seat what was asked in seminars, and its results."""
    seat_or_404(request)
    page = {"shelf": queries.shelf(request.actor), "may_keep": keeps(request)}
    return render(request, "evaluation/home.html", page)


@require_GET
def evaluation(request: ActorRequest, key: str) -> HttpResponse:
    """The questionnaires of a seminar."""
    seminar = seminar_or_404(request, key)
    page = {
        "seminar": seminar,
        "demonstration": seminar.is_demonstration,
        "rows": queries.questionnaires_of(request.actor, seminar),
        "may_keep": keeps(request),
    }
    return render(request, "evaluation/evaluation.html", page)


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest, key: str) -> HttpResponse:
    must_keep(request)
    return _begin(request, seminar_or_404(request, key))


@require_http_methods(["GET", "POST"])
def new_template(request: ActorRequest) -> HttpResponse:
    must_keep(request)
    return _begin(request, None)


def _begin(request: ActorRequest, seminar: Seminar | None) -> HttpResponse:
    sources = {row.key: row for row in queries.sources_for(request.actor)}
    sessions = {row.key: row for row in queries.sessions_of(seminar)} if seminar else {}
    form = BeginForm(
        request.POST or None,
        sources=[(key, questionnaire_words(row, request.LANGUAGE_CODE)) for key, row in sources.items()],
        sessions=[(key, f"{row.number}. {in_my_language(row.title)}") for key, row in sessions.items()],
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        made = commands.begin_questionnaire(
            actor=request.actor, seminar=seminar, session=sessions.get(values.get("session", "")),
            occasion=values["occasion"], title=form.names, source=sources.get(values["source"]), at=request.now,
        )  # fmt: skip  # one act, read as one
        return redirect("evaluation:questionnaire", made.key)
    page = {"form": form, "seminar": seminar}
    return render(request, "evaluation/new.html", page, status=422 if form.errors else 200)


@require_GET
def questionnaire(request: ActorRequest, key: str) -> HttpResponse:
    """Its questions in their order, how far it has come, and the acts that are next."""
    row = questionnaire_or_404(request, key)
    may_keep = keeps(request)
    page = {
        **frame(request, row),
        "questions": [
            (question, wording_of(question, request.LANGUAGE_CODE)) for question in queries.questions_of(row)
        ],
        "progress": queries.progress_of(row) if may_keep and row.is_open else None,
        "unread": sum(not each.is_read for each in queries.answers_of(request.actor, row)),
    }
    return render(request, "evaluation/questionnaire.html", page)


@require_POST
def removals(request: ActorRequest, key: str) -> HttpResponse:
    """Discards what was not opened."""
    row = questionnaire_or_404(request, key)
    commands.discard_questionnaire(actor=request.actor, questionnaire=row, at=request.now)
    where = reverse("evaluation:evaluation", args=[row.seminar_id]) if row.seminar_id else reverse("evaluation:home")
    return back(request, where, _("The questionnaire is discarded."))
