"""The questions of a questionnaire, one at a time, and how a participant will see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404

from .. import commands, queries
from ..forms import AnswersForm, MoveForm, QuestionForm, question_given
from ..names import Way
from .loading import frame, must_keep, question_or_404, questionnaire_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Question, Questionnaire


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest, key: str) -> HttpResponse:
    """A further question at the end."""
    row = questionnaire_or_404(request, key)
    must_keep(request)
    return _write(request, row, None)


@require_http_methods(["GET", "POST"])
def question(request: ActorRequest, key: str, question: str) -> HttpResponse:
    row = questionnaire_or_404(request, key)
    must_keep(request)
    return _write(request, row, question_or_404(row, question))


def _write(request: ActorRequest, row: Questionnaire, question: Question | None) -> HttpResponse:
    form = QuestionForm(request.POST or None, initial=question_given(question) if question else None)
    if request.method == "POST" and form.is_valid():
        with or_404():  # it may be taken out while somebody writes it anew
            commands.put_question(
                actor=request.actor, questionnaire=row, question=question, at=request.now, **form.given
            )
        return back(request, reverse("evaluation:questionnaire", args=[row.key]), _("The question is kept."))
    page = {**frame(request, row), "form": form, "question": question}
    return render(request, "evaluation/question.html", page, status=422 if form.errors else 200)


@require_POST
def moves(request: ActorRequest, key: str, question: str) -> HttpResponse:
    row = questionnaire_or_404(request, key)
    asked, form = question_or_404(row, question), MoveForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("evaluation:questionnaire", key)
    with or_404():
        commands.move_question(actor=request.actor, question=asked, way=Way(form.cleaned_data["way"]), at=request.now)
    return back(request, f"{reverse('evaluation:questionnaire', args=[key])}#q-{asked.key}")


@require_POST
def removals(request: ActorRequest, key: str, question: str) -> HttpResponse:
    row = questionnaire_or_404(request, key)
    commands.remove_question(actor=request.actor, question=question_or_404(row, question), at=request.now)
    return back(request, reverse("evaluation:questionnaire", args=[key]), _("The question is taken out."))


@require_GET
def preview(request: ActorRequest, key: str) -> HttpResponse:
    """As a participant sees it, in the language that is asked for."""
    row = questionnaire_or_404(request, key)
    must_keep(request)
    known = [tag for tag, _name in settings.LANGUAGES]
    asked = request.GET.get("language", "")
    language = asked if asked in known else request.LANGUAGE_CODE
    with override(language):
        form = AnswersForm(questions=queries.questions_of(row), language=language)
    page = {**frame(request, row), "form": form, "language": language, "languages": known}
    return render(request, "evaluation/preview.html", page)
