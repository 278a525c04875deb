"""The call to a seminar: read by every seat, kept by the secretariat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import Refused
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.queries import network
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import paper_file, saved
from tejido.web.languages import in_my_language

from .. import commands
from ..calendars import call_calendar
from ..forms import CallForm, ExtendingForm, WordsForm, call_given, words_given
from ..names import Grade, Kind
from ..papers import PLACES, call_paper
from ..queries import calls
from ..rules import serves
from ..terms import title_of
from .loading import call_or_404, frame, served_call_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.seminars.models import Seminar


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """The calls, and for the secretariat the seminars to which nobody was called yet."""
    seat_or_404(request)
    page = {"lines": calls.calls_for(request.actor, request.now), "serves": serves(request.actor)}
    page["seminars"] = calls.callable_seminars() if page["serves"] else []
    return render(request, "nominations/home.html", page)


@require_http_methods(["GET", "POST"])
def call(request: ActorRequest, key: str) -> HttpResponse:
    """What is called for, or that nobody was called yet."""
    with or_404():
        seminar = calls.seminar_for(request.actor, key)
    row = calls.call_to(seminar)
    if row is None:
        return _nobody_called(request, seminar)
    form = CallForm(request.POST or None, initial=call_given(row), is_open=True)
    if request.method == "POST" and form.is_valid():
        commands.change_call(actor=request.actor, call=row, terms=form.terms, at=request.now)
        return back(request, reverse("nominations:call", args=[key]), _("Saved."))
    return _page(request, key, form)


def _page(request: ActorRequest, key: str, form: CallForm) -> HttpResponse:
    row = calls.call_for(request.actor, key)
    page = {
        **frame(request, row),
        "form": form,
        "extending": _extending(request, None),
        "is_over": request.now > calls.deadline_for(row, request.actor.member),
        "quota": row.quota_of(request.actor.member),
        "kinds": Kind.choices,
        "wished_grades": [Grade(each).label for each in row.wishes.get("grades", ())],
        "members": calls.called_members(request.now) if serves(request.actor) else [],
    }
    return render(request, "nominations/call.html", page, status=422 if form.errors else 200)


def _extending(request: ActorRequest, data: object) -> ExtendingForm:
    members = [(each.code, in_my_language(each.name)) for each in calls.called_members(request.now)]
    served = network()
    return ExtendingForm(data, members=members, initial={"zone": served.zone if served else "UTC"})


def _nobody_called(request: ActorRequest, seminar: Seminar) -> HttpResponse:
    if request.method != "GET":
        raise Http404
    page = {"seminar": seminar, "title": title_of(seminar), "serves": serves(request.actor)}
    return render(request, "nominations/no_call.html", page)


@require_http_methods(["GET", "POST"])
def opening(request: ActorRequest, key: str) -> HttpResponse:
    """For the secretariat alone: others find nothing where nobody was called."""
    if not serves(request.actor):
        raise Http404
    with or_404():
        seminar = calls.seminar_for(request.actor, key)
    served = network()
    form = CallForm(request.POST or None, initial={"quota": 2, "zone": served.zone if served else "UTC"})
    if request.method == "POST" and form.is_valid():
        local, zone = form.until
        try:
            commands.open_call(
                actor=request.actor, seminar=seminar, terms=form.terms, local=local, zone=zone, at=request.now
            )
        except Refused as problem:
            if problem.refusal.code not in {"deadline_past", "no_such_deadline"}:
                raise
            form.add_error("deadline", problem.refusal.sentence)
        else:
            return back(request, reverse("nominations:call", args=[key]), _("The call is open. The members are told."))
    page = {"seminar": seminar, "title": title_of(seminar), "form": form}
    return render(request, "nominations/opening.html", page, status=422 if form.errors else 200)


@require_POST
def extensions(request: ActorRequest, key: str) -> HttpResponse:
    """More time, for all or for one."""
    row = served_call_or_404(request, key)
    form = _extending(request, request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("nominations:call", key)
    values = form.cleaned_data
    member = calls.member_with(values["member"]) if values["member"] else None
    commands.extend_call(
        actor=request.actor, call=row, member=member, local=values["deadline"], zone=values["zone"],
        reason=values["reason"], at=request.now,
    )  # fmt: skip  # one act, read as one
    return back(request, reverse("nominations:call", args=[key]), _("Extended. Who has more time now is told."))


@require_POST
def closings(request: ActorRequest, key: str) -> HttpResponse:
    commands.close_call(actor=request.actor, call=served_call_or_404(request, key), at=request.now)
    return back(request, reverse("nominations:call", args=[key]), _("The call is closed."))


@require_http_methods(["GET", "POST"])
def words(request: ActorRequest, key: str) -> HttpResponse:
    """What the call letter and the note verbale say."""
    row = served_call_or_404(request, key)
    form = WordsForm(request.POST or None, initial=words_given(row))
    if request.method == "POST" and form.is_valid():
        commands.word_call(actor=request.actor, call=row, words=form.words, at=request.now)
        return back(request, reverse("nominations:call", args=[key]), _("Saved."))
    page = {**frame(request, row), "form": form, "places": PLACES}
    return render(request, "nominations/words.html", page, status=422 if form.errors else 200)


@require_GET
def letter(request: ActorRequest, key: str, kind: str, ending: str) -> HttpResponse:
    """The letter or the note to a member, in the language of the reader. A member takes its own, the
    secretariat any."""
    row = call_or_404(request, key)
    code = request.GET.get("member", "") if serves(request.actor) else request.actor.member
    with or_404():
        member = calls.member_with(code)
    if kind not in Kind.values:
        raise Http404
    served, language = network(), get_language() or "es"
    name = in_my_language(served.name) if served else ""
    paper = call_paper(row, Kind(kind), member, calls.deadline_for(row, member.code), name, language)
    said = f"{slugify(paper.title)}-{member.code.lower()}.{ending}"
    return paper_file(request, paper, said, reverse("nominations:call", args=[key]))


@require_GET
def deadline(request: ActorRequest, key: str) -> HttpResponse:
    """The deadline for the calendar of whoever takes it."""
    row = call_or_404(request, key)
    body = call_calendar(row, calls.deadline_for(row, request.actor.member))
    return saved(body, "text/calendar; charset=utf-8", "nominations.ics")
