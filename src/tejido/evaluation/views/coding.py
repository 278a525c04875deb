"""Reading open answers one by one, and the network's list of topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.curriculum.queries import document_of
from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.training.lines import Thing
from tejido.training.pages import SectionChoice, choices_of
from tejido.web.answers import back, or_404
from tejido.web.languages import base, in_my_language

from .. import commands, queries, rules
from ..forms import CodingForm, TopicForm, coding_given
from ..words import wording_of
from .loading import frame, keeps, must_keep, questionnaire_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from collections.abc import Sequence

    from ..models import OpenAnswer, Questionnaire


@require_GET
def coding(request: ActorRequest, key: str) -> HttpResponse:
    """Every open answer, those that nobody read yet marked; readable only between closing and release."""
    row = questionnaire_or_404(request, key)
    must_keep(request)
    ask(rules.may_read_answers(request.actor, row))
    answers = queries.answers_of(request.actor, row)
    page = {
        **frame(request, row),
        "answers": [(each, wording_of(each.question, request.LANGUAGE_CODE)) for each in answers],
        "unread": sum(not each.is_read for each in answers),
    }
    return render(request, "evaluation/coding.html", page)


@require_http_methods(["GET", "POST"])
def answer(request: ActorRequest, key: str, answer: str) -> HttpResponse:
    """One answer: what it is about, and in which words it goes out. Saving leads to the next one."""
    row = questionnaire_or_404(request, key)
    must_keep(request)
    with or_404():
        reading = queries.answer_for(request.actor, row, answer)
    found = reading.answer
    form = CodingForm(request.POST or None, initial=coding_given(found, request.LANGUAGE_CODE), topics=_topics(found))
    if request.method == "POST" and form.is_valid():
        commands.code_answer(actor=request.actor, answer=found, coding=form.coding, at=request.now)
        if reading.next:
            return redirect("evaluation:answer", key, reading.next)
        return back(request, reverse("evaluation:coding", args=[key]), _("Every answer is read."))
    chosen = request.POST.getlist("passages") if request.method == "POST" else found.passages
    page = {
        **frame(request, row),
        "reading": reading,
        "answer": found,
        "question": wording_of(found.question, request.LANGUAGE_CODE),
        "form": form,
        "translations": [form[f"translation_{tag}"] for tag, _name in settings.LANGUAGES],
        "chosen": len(chosen),
        "sections": _sections(row, chosen, request.LANGUAGE_CODE),
    }
    return render(request, "evaluation/answer.html", page, status=422 if form.errors else 200)


def _topics(answer: OpenAnswer) -> list[tuple[str, str]]:
    """Those in use, and those that this answer has already."""
    rows = [row for row in queries.topics() if row.retired_at is None or row.key in answer.topics]
    return [(row.key, in_my_language(row.name)) for row in rows]


def _sections(row: Questionnaire, chosen: Sequence[str], language: str) -> list[SectionChoice]:
    """The text that the seminar teaches, to choose from; empty where none is taken."""
    revision = row.seminar.revision if row.seminar else None
    if revision is None:
        return []
    mine = next((tag for tag in revision.languages if base(tag) == base(language)), revision.languages[0])
    return choices_of(document_of(revision), [Thing(id) for id in chosen], mine)


@require_http_methods(["GET", "POST"])
def topics(request: ActorRequest) -> HttpResponse:
    """The network's list, and adding to it."""
    must_keep(request)
    form = TopicForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.add_topic(actor=request.actor, name=form.names, at=request.now)
        return back(request, reverse("evaluation:topics"), _("The topic is on the list."))
    page = {"topics": queries.topics(), "form": form, "may_keep": keeps(request)}
    return render(request, "evaluation/topics.html", page, status=422 if form.errors else 200)


@require_POST
def topic_removals(request: ActorRequest, key: str) -> HttpResponse:
    must_keep(request)
    with or_404():
        row = queries.topic_for(key)
    commands.retire_topic(actor=request.actor, topic=row, at=request.now)
    return back(request, reverse("evaluation:topics"), _("It is used no more. What was coded by it stays."))
