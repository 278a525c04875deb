"""What has to be done for a seminar, and the common checklist that every further seminar begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import in_my_language

from .. import commands, queries, rules
from ..forms import DoneForm, DutyForm, duty_initial
from ..pages import task_lines
from .loading import ask_again, must, seminar_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Seminar, Task


def _seminar(request: ActorRequest, key: str) -> Seminar:
    """404 for who does not prepare it."""
    row = seminar_or_404(request, key)
    must(row.event_id is None and rules.reads_checklist(request.actor, row))
    return row


def _task(request: ActorRequest, key: str, task: str) -> Task:
    row = _seminar(request, key)
    with or_404():
        return queries.task_for(row, task)


def _way_back(key: str) -> str:
    return reverse("seminars:checklist", args=[key])


@require_http_methods(["GET", "POST"])
def checklist(request: ActorRequest, key: str) -> HttpResponse:
    """The tasks by their days; a further one."""
    row = _seminar(request, key)
    form = DutyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.add_task(actor=request.actor, seminar=row, duty=form.duty, at=request.now)
        return back(request, _way_back(key), _("Added."))
    may_keep = rules.may_work_on(request.actor, row) is None
    tasks = queries.tasks_of(row)
    page = {
        "seminar": row,
        "lines": task_lines(request.actor, tasks, queries.today_at(row, request.now)),
        "done": sum(task.done_at is not None for task in tasks),
        "done_label": _("Done so far"),
        "untaken": queries.untaken(row) if may_keep else [],
        "form": form,
        "may_keep": may_keep,
    }
    return render(request, "seminars/checklist.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def task(request: ActorRequest, key: str, task: str) -> HttpResponse:
    """What it is, by whom and until when, written anew."""
    row = _task(request, key, task)
    ask(rules.may_change_task(request.actor, row))
    form = DutyForm(request.POST or None, initial=duty_initial(row))
    if request.method == "POST" and form.is_valid():
        commands.change_task(actor=request.actor, task=row, duty=form.duty, at=request.now)
        return back(request, _way_back(key), _("Saved."))
    return ask_again(
        request,
        form,
        title=in_my_language(row.what),
        button=_("Save"),
        way_back=_way_back(key),
        above=_("Checklist"),
        strike=reverse("seminars:task_strikings", args=[key, task]),
    )


@require_POST
def task_strikings(request: ActorRequest, key: str, task: str) -> HttpResponse:
    commands.strike_task(actor=request.actor, task=_task(request, key, task), at=request.now)
    return back(request, _way_back(key), _("Struck."))


@require_POST
def doings(request: ActorRequest, key: str, task: str) -> HttpResponse:
    """It is done."""
    row = _task(request, key, task)
    form = DoneForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, _way_back(key))
    commands.do_task(actor=request.actor, task=row, note=form.cleaned_data["note"], at=request.now)
    return back(request, f"{_way_back(key)}#t-{task}", _("Done."))


@require_POST
def reopenings(request: ActorRequest, key: str, task: str) -> HttpResponse:
    commands.reopen_task(actor=request.actor, task=_task(request, key, task), at=request.now)
    return back(request, f"{_way_back(key)}#t-{task}", _("Open again."))


@require_POST
def takings(request: ActorRequest, key: str) -> HttpResponse:
    """What is new in the common checklist."""
    commands.take_template(actor=request.actor, seminar=_seminar(request, key), at=request.now)
    return back(request, _way_back(key), _("Taken over."))


@require_http_methods(["GET", "POST"])
def template(request: ActorRequest) -> HttpResponse:
    """The common checklist of the network."""
    ask(rules.may_keep_seminars(request.actor))
    form = DutyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.add_template_task(actor=request.actor, duty=form.duty, at=request.now)
        return back(request, reverse("seminars:template"), _("Added. Further seminars begin with it."))
    page = {"tasks": queries.template_tasks(), "form": form}
    return render(request, "seminars/template.html", page, status=422 if form.errors else 200)


@require_POST
def template_strikings(request: ActorRequest, key: str) -> HttpResponse:
    """404 for who does not keep it, whether there is such a task or not."""
    must(rules.may_keep_seminars(request.actor) is None)
    with or_404():
        row = queries.template_task_for(key)
    commands.strike_template_task(actor=request.actor, task=row, at=request.now)
    return back(request, reverse("seminars:template"), _("Struck. Seminars that have it keep it."))
