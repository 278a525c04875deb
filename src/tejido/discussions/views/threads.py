"""Discussions: all that a seat may read, those beside an object, and one."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.web.answers import back, explain

from .. import commands, queries, rules
from ..forms import HearingForm, LettersForm, MessageForm, ReasonForm, SummaryForm, ThreadForm
from ..names import Hearing, Letters
from ..pages import lines_of, seat_choices, summed_up_by
from ..words import shown
from .loading import beside_or_404, frame, page_of, spaces_for, thread_or_404


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    seat_or_404(request)
    page = {
        **frame(request),
        "threads": queries.threads_for(request.actor),
        "letters": LettersForm(initial={"letters": queries.letters_of(request.actor.seat)}),
    }
    return render(request, "discussions/home.html", page)


@require_http_methods(["GET", "POST"])
def beside(request: ActorRequest, place: str, key: str) -> HttpResponse:
    """The discussions beside an object, and beginning another one."""
    found = beside_or_404(request, place, key)
    spaces = spaces_for(request, found)
    first = {"language": request.LANGUAGE_CODE, "space": spaces[-1] if spaces else ""}
    form = ThreadForm(request.POST or None, spaces=spaces, initial=first)
    if request.method == "POST" and form.is_valid():
        row = commands.begin_thread(actor=request.actor, beside=found, at=request.now, **form.given)
        return redirect("discussions:thread", row.key)
    page = {
        **frame(request),
        "beside": found,
        "threads": queries.threads_beside(request.actor, found),
        "form": form if spaces else None,
    }
    return render(request, "discussions/beside.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def thread(request: ActorRequest, key: str) -> HttpResponse:
    """A discussion, and writing in it."""
    context = thread_or_404(request, key)
    row, actor = context.thread, request.actor
    first = {"language": request.LANGUAGE_CODE}
    form = MessageForm(request.POST or None, seats=seat_choices(row), initial=first)
    if request.method == "POST" and form.is_valid():
        made = commands.write_message(actor=actor, thread=row, at=request.now, **form.given)
        return redirect(f"{page_of(key)}#m-{made.number}")
    page: dict[str, Any] = {
        **frame(request),
        "context": context,
        "thread": row,
        "lines": lines_of(actor, context, request.now),
        "summary": shown(row.summary, row.summary_language) if row.summary else (),
        "summary_by": summed_up_by(row),
        "may_write": rules.may_write(row, is_in_reach=context.is_in_reach) is None,
        "may_keep": rules.may_keep(actor, row) is None,
        "may_close": rules.may_close(actor, row) is None,
        "may_reopen": rules.may_reopen(actor, row) is None,
        "may_sum_up": rules.may_sum_up(actor, row) is None,
        "is_followed": queries.hearing_of(row, actor.seat) == Hearing.FOLLOW,
        "form": form,
        "hiding": ReasonForm(),
        "summing": SummaryForm(
            initial={**first, "words": row.summary, **({"language": row.summary_language} if row.summary else {})},
            auto_id="summary_%s",
        ),
    }
    return render(request, "discussions/thread.html", page, status=422 if form.errors else 200)


@require_POST
def closings(request: ActorRequest, key: str) -> HttpResponse:
    context = thread_or_404(request, key)
    commands.close_thread(actor=request.actor, thread=context.thread, at=request.now)
    return back(request, page_of(key), _("Closed. It stays to be read."))


@require_POST
def reopenings(request: ActorRequest, key: str) -> HttpResponse:
    context = thread_or_404(request, key)
    commands.reopen_thread(actor=request.actor, thread=context.thread, at=request.now)
    return back(request, page_of(key), _("Open again."))


@require_POST
def summaries(request: ActorRequest, key: str) -> HttpResponse:
    context = thread_or_404(request, key)
    form = SummaryForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("discussions:thread", key)
    commands.sum_up_thread(actor=request.actor, thread=context.thread, at=request.now, **form.cleaned_data)
    return back(request, page_of(key), _("The summary stands above the messages now."))


@require_POST
def hearings(request: ActorRequest, key: str) -> HttpResponse:
    context = thread_or_404(request, key)
    form = HearingForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(key))
    hearing = Hearing(form.cleaned_data["hearing"])
    commands.hear_thread(actor=request.actor, thread=context.thread, hearing=hearing)
    return back(request, page_of(key), _("Saved."))


@require_POST
def letters(request: ActorRequest) -> HttpResponse:
    seat_or_404(request)
    form = LettersForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, "/discussions/")
    commands.want_letters(actor=request.actor, letters=Letters(form.cleaned_data["letters"]))
    return back(request, "/discussions/", _("Saved."))
