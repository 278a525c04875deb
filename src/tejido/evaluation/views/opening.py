"""Opening, answers on paper, closing and releasing."""

from __future__ import annotations

import secrets

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back

from .. import commands, queries, rules
from ..forms import SHEETS, SheetForm, TokenForm
from .loading import frame, must_keep, questionnaire_or_404


@require_POST
def openings(request: ActorRequest, key: str) -> HttpResponse:
    row = questionnaire_or_404(request, key)
    commands.open_questionnaire(actor=request.actor, questionnaire=row, at=request.now)
    return back(request, _page(key), _("Open. Participants find it on their page."))


@require_POST
def closings(request: ActorRequest, key: str) -> HttpResponse:
    row = questionnaire_or_404(request, key)
    commands.close_questionnaire(actor=request.actor, questionnaire=row, at=request.now)
    return back(request, _page(key), _("Closed and counted."))


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    row = questionnaire_or_404(request, key)
    commands.release_results(actor=request.actor, questionnaire=row, at=request.now)
    return back(request, _page(key), _("Released: every seat of the network reads the results now."))


def _page(key: str) -> str:
    return reverse("evaluation:questionnaire", args=[key])


@require_http_methods(["GET", "POST"])
def papers(request: ActorRequest, key: str) -> HttpResponse:
    """A batch of sheets, typed in by their numbers."""
    row = questionnaire_or_404(request, key)
    must_keep(request)
    ask(rules.is_open(row))
    questions, language = queries.questions_of(row), request.LANGUAGE_CODE
    sheets = [
        SheetForm(request.POST or None, prefix=f"s{number}", questions=questions, language=language)
        for number in range(1, SHEETS + 1)
    ]
    token = TokenForm(request.POST or None, initial={"token": secrets.token_urlsafe(16)})
    is_sound = sum(sheet.is_valid() for sheet in sheets) == SHEETS  # each is asked, so that each says what is wrong
    if request.method == "POST" and is_sound and token.is_valid():
        filled = [(sheet.person, sheet.ballot) for sheet in sheets if sheet.ballot]
        commands.enter_papers(
            actor=request.actor, questionnaire=row, token=token.cleaned_data["token"], sheets=filled, at=request.now
        )
        return back(request, reverse("evaluation:papers", args=[key]), _("The sheets are in the urn."))
    wrong = ", ".join(str(number) for number, sheet in enumerate(sheets, 1) if sheet.errors)
    page = {**frame(request, row), "sheets": list(enumerate(sheets, 1)), "token": token, "wrong": wrong}
    return render(request, "evaluation/papers.html", page, status=422 if request.method == "POST" else 200)
