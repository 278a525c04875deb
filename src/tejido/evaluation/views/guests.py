"""The participant's pages: what they are asked, answering it once, and what came of it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.downloads import unkept

from .. import commands, queries
from ..forms import AnswersForm
from ..lines import browser_mark
from ..words import shown
from .loading import participant_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.nominations.models import Nominee

    from ..queries import Door


@require_GET
def own(request: ActorRequest) -> HttpResponse:
    """What the participant may answer or read now."""
    nominee = participant_or_404(request)
    page = {"seminar": nominee.call.seminar, "rows": queries.doors_of(nominee)}
    return unkept(render(request, "evaluation/own.html", page))


@require_http_methods(["GET", "POST"])
def answering(request: ActorRequest, key: str) -> HttpResponse:
    """The questions, until they are answered; then that the answers were received. Sending the same page again does
    nothing twice."""
    nominee = participant_or_404(request)
    with or_404():
        door = queries.door_of(nominee, key)
    if request.method == "POST":
        return _received(request, nominee, door)
    form = _form(request, door)
    return unkept(render(request, "evaluation/answering.html", _page(nominee, door, form)))


def _received(request: ActorRequest, nominee: Nominee, door: Door) -> HttpResponse:
    form = _form(request, door)
    if not form.is_valid():
        return unkept(render(request, "evaluation/answering.html", _page(nominee, door, form), status=422))
    token = form.cleaned_data["token"]
    commands.answer(nominee=nominee, questionnaire=door.questionnaire, token=token, ballot=form.ballot)
    return redirect("evaluation:answering", door.questionnaire.key)


def _form(request: ActorRequest, door: Door) -> AnswersForm:
    return AnswersForm(
        request.POST if request.method == "POST" else None,
        questions=door.questions,
        language=request.LANGUAGE_CODE,
        initial={"token": secrets.token_urlsafe(16)},
    )


def _page(nominee: Nominee, door: Door, form: AnswersForm) -> dict[str, object]:
    row = door.questionnaire
    return {
        "questionnaire": row,
        "seminar": nominee.call.seminar,
        "form": form,
        "mark": browser_mark(nominee.key, row.key),
        "is_received": bool(door.token) and not form.is_bound,
        "is_open": row.is_open,
    }


@require_GET
def summary(request: ActorRequest, key: str) -> HttpResponse:
    """What came of it, without breakdowns and without other seminars."""
    nominee = participant_or_404(request)
    with or_404():
        row = queries.summary_of(nominee, key)
    found = queries.results_for(None, row)
    page = {
        "questionnaire": row,
        "seminar": nominee.call.seminar,
        "several": [shown(asked, request.LANGUAGE_CODE) for asked in found.asked],
    }
    return unkept(render(request, "evaluation/summary.html", page))
