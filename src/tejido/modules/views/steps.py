"""One step: what is read, what is asked, what seats say; and for who leads, the plan of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.keys import row_digest
from tejido.ledger.refusals import ask, is_saved
from tejido.ledger.requests import ActorRequest
from tejido.practices.queries import sections, shown_practices
from tejido.practices.queries import shown_of as practice_for
from tejido.registry.words import seat_words
from tejido.web.answers import explain, or_404
from tejido.web.editing import SEEN, carry
from tejido.web.languages import in_my_language, spread

from .. import commands, queries, rules
from ..forms import ContributionForm, QuestionForm, ReadingForm, ReasonForm, StepForm
from ..names import State
from ..words import standings_words
from .loading import led_step_or_404, to_module, to_step

PRACTICE = "practice/"


@require_GET
def step(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.step_for(request.actor, key)
    module, actor = row.module, request.actor
    lines = queries.steps_of(actor, module)
    place = next(place for place, line in enumerate(lines) if line.step.key == key)
    state = module.state_at(request.now)
    may_plan = rules.may_plan(actor, module, request.now) is None
    page = {
        "module": module,
        "step": row,
        "title": in_my_language(row.title),
        "state": state,
        "is_done": lines[place].is_done,
        "before": lines[place - 1].step if place else None,
        "after": lines[place + 1].step if place + 1 < len(lines) else None,
        "readings": [
            (found, standings_words(found.standings))
            for found in queries.readings_of(actor, row, request.LANGUAGE_CODE)
        ],
        "questions": [
            (found.question, [(each, seat_words(each.seat)) for each in found.contributions])
            for found in queries.said_to(row)
        ],
        "may_contribute": bool(actor.member) and state == State.RUNNING,
        "may_moderate": rules.may_moderate(actor, module) is None,
        "may_plan": may_plan,
        "form": ContributionForm(initial={"language": request.LANGUAGE_CODE}),
        "reason_form": ReasonForm(),
        "reading_form": ReadingForm(offered=_offered(request)) if may_plan else None,
        "question_form": QuestionForm(),
    }
    return render(request, "modules/step.html", page)


def _offered(request: ActorRequest) -> list[tuple[str, str]]:
    """Sections of adopted texts, and practices that the seat may read."""
    texts = [(row.id, f"{in_my_language(row.edition.text.title)}: {in_my_language(row.title)}") for row in sections()]
    told = [
        (f"{PRACTICE}{row.practice.key}", _("Practice: %(title)s") % {"title": in_my_language(row.content["title"])})
        for row in shown_practices(request.actor)
    ]
    return texts + told


@require_http_methods(["GET", "POST"])
def plan(request: ActorRequest, key: str) -> HttpResponse:
    row = led_step_or_404(request, key)
    ask(rules.may_plan(request.actor, row.module, request.now))
    initial = {**spread("title", row.title), **spread("says", row.says)}
    form = StepForm(request.POST or None, initial=initial)
    carry(form, row_digest(row))

    def change() -> None:
        commands.change_step(
            actor=request.actor, step=row, title=form.texts("title"), says=form.texts("says"),
            seen=form.cleaned_data[SEEN], at=request.now,
        )  # fmt: skip  # one act, read as one

    if form.is_valid() and is_saved(form, change):
        return to_step(request, key, _("Kept."))
    page = {"form": form, "heading": in_my_language(row.title), "back": reverse("modules:step", args=[key])}
    return render(request, "modules/form.html", page, status=422 if form.errors else 200)


@require_POST
def removals(request: ActorRequest, key: str) -> HttpResponse:
    row = led_step_or_404(request, key)
    commands.remove_step(actor=request.actor, step=row, at=request.now)
    return to_module(request, row.module_id, _("Removed."))


@require_POST
def readings(request: ActorRequest, key: str) -> HttpResponse:
    row = led_step_or_404(request, key)
    form = ReadingForm(request.POST, offered=_offered(request))
    if not form.is_valid():
        explain(request, form)
        return to_step(request, key)
    chosen, actor = form.cleaned_data["reading"], request.actor
    if chosen.startswith(PRACTICE):
        practice = practice_for(actor, chosen.removeprefix(PRACTICE)).practice
        commands.add_reading(actor=actor, step=row, practice=practice, at=request.now)
    else:
        edition, passage = queries.section_for(chosen)
        commands.add_reading(actor=actor, step=row, edition=edition, passage=passage, at=request.now)
    return to_step(request, key, _("Added."))


@require_POST
def reading_removals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.reading_for(request.actor, key)
    commands.remove_reading(actor=request.actor, reading=row, at=request.now)
    return to_step(request, row.step_id, _("Removed."))


@require_POST
def questions(request: ActorRequest, key: str) -> HttpResponse:
    row = led_step_or_404(request, key)
    form = QuestionForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return to_step(request, key)
    commands.add_question(actor=request.actor, step=row, words=form.texts("words"), at=request.now)
    return to_step(request, key, _("Added."))


@require_POST
def question_removals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.question_for(request.actor, key)
        queries.led_step(request.actor, row.step_id)
    commands.remove_question(actor=request.actor, question=row, at=request.now)
    return to_step(request, row.step_id, _("Removed."))
