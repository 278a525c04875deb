"""Norms that make courses mandatory: the list, one norm with its history, and its acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity
from tejido.training.queries import course_for, own_courses
from tejido.training.tabs import course_tabs
from tejido.web.answers import back, explain, or_404

from .. import commands, queries, rules
from ..forms import AudienceForm, EndForm, FollowerForm, ObligationForm, StrikeForm
from ..words import cadres_words, rhythm_words, space_words
from .loading import course_choices, frame, obligation_or_404, powers, space_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Obligation


@require_GET
def obligations(request: ActorRequest) -> HttpResponse:
    """The norms that the reader may read."""
    rows = queries.obligations_for(request.actor)
    today = request.now.date()
    page = {
        **frame(request),
        "standing": [_line(row) for row in rows if row.until is None or row.until > today],
        "ended": [_line(row) for row in rows if row.until is not None and row.until <= today],
    }
    return render(request, "schools/obligations.html", page)


def _line(row: Obligation) -> tuple[Obligation, str, str, str]:
    return row, space_words(row.body), cadres_words(row.cadres), rhythm_words(row)


@require_GET
def course(request: ActorRequest, key: str) -> HttpResponse:
    """What obliges to a course today, the norms that name it first."""
    with or_404():
        row = course_for(request.actor, key)
    found = queries.obligations_of_course(request.actor, row, request.now.date())
    page = {
        "course": row,
        "derivation": row.derivation,
        "tabs": course_tabs(row, request.path),
        "lines": [_line(one) for one in found],
        "may_enter": any(body.key == row.derivation.text.body_id for body in queries.spaces_to_keep(request.actor)),
        "space": row.derivation.text.body,
    }
    return render(request, "schools/course.html", page)


@require_GET
def obligation(request: ActorRequest, key: str) -> HttpResponse:
    """One norm: what it obliges to, what it took the place of, what took its."""
    row = obligation_or_404(request, key)
    mine = {one.key for one in own_courses(request.actor)}
    page = {
        **frame(request),
        **powers(request, row),
        "obligation": row,
        "space": space_words(row.body),
        "cadres": cadres_words(row.cadres),
        "rhythm": rhythm_words(row),
        "course": row.course if row.course_id in mine else None,
        "history": [(one, rhythm_words(one)) for one in queries.history_of(row)],
        "follower": queries.follower_of(row),
        "is_over": row.until is not None and row.until <= request.now.date(),
        "audience_form": _audience_form(row),
        "end_form": EndForm(initial={"until": row.until, "reason": row.ended_because}),
        "strike_form": StrikeForm(),
    }
    return render(request, "schools/obligation.html", page)


def _audience_form(row: Obligation, data: Any = None) -> AudienceForm:
    is_of_institution = row.body.institution_id is not None
    return AudienceForm(data, is_of_institution=is_of_institution, initial={"audience": row.audience})


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest, key: str) -> HttpResponse:
    """A norm of this space."""
    body = space_or_404(request, key)
    ask(rules.may_write(capacity(request.actor, body)))
    courses = queries.choosable_courses(request.actor, body)
    form = ObligationForm(request.POST or None, courses=course_choices(courses), initial=_first(request))
    if request.method == "POST" and form.is_valid():
        given = {**form.given, "course": _chosen(form, courses), "at": request.now}
        made = commands.enter_obligation(actor=request.actor, body=body, **given)
        return back(request, _page_of(made), _("Entered."))
    page = {**frame(request), "form": form, "space": space_words(body)}
    return render(request, "schools/obligation_form.html", page, status=422 if form.errors else 200)


def _first(request: ActorRequest) -> dict[str, Any]:
    """A course that the reader came from is chosen already."""
    return {"course": request.GET.get("course", ""), "since": request.now.date()}


def _chosen(form: ObligationForm, courses: list[Any]) -> Any:
    return next((course for course in courses if course.key == form.cleaned_data["course"]), None)


@require_http_methods(["GET", "POST"])
def followers(request: ActorRequest, key: str) -> HttpResponse:
    """Another norm that takes the place of this one from a day on."""
    row = obligation_or_404(request, key)
    ask(rules.may_write(capacity(request.actor, row.body)) or rules.still_stands(row))
    courses = queries.choosable_courses(request.actor, row.body)
    names = ("norm", "day", "cadres", "every", "validity", "credits", "source", "address")
    initial = {name: getattr(row, name) for name in names} | {"course": row.course_id or ""}
    form = FollowerForm(request.POST or None, courses=course_choices(courses), initial=initial)
    if request.method == "POST" and form.is_valid():
        given = {**form.given, "course": _chosen(form, courses), "at": request.now}
        made = commands.replace_obligation(actor=request.actor, obligation=row, **given)
        return back(request, _page_of(made), _("It takes its place from that day on."))
    page = {**frame(request), "form": form, "obligation": row, "space": space_words(row.body)}
    return render(request, "schools/obligation_form.html", page, status=422 if form.errors else 200)


@require_POST
def ends(request: ActorRequest, key: str) -> HttpResponse:
    row = obligation_or_404(request, key)
    form = EndForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect(_page_of(row))
    commands.end_obligation(actor=request.actor, obligation=row, at=request.now, **form.cleaned_data)
    return back(request, _page_of(row), _("Its end is written down."))


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    row = obligation_or_404(request, key)
    form = _audience_form(row, request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect(_page_of(row))
    audience = form.cleaned_data["audience"]
    commands.show_obligation(actor=request.actor, obligation=row, audience=audience, at=request.now)
    return back(request, _page_of(row), _("It is shown from now on."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    row = obligation_or_404(request, key)
    commands.hide_obligation(actor=request.actor, obligation=row, at=request.now)
    return back(request, _page_of(row), _("Nobody else reads it from now on."))


@require_POST
def strikings(request: ActorRequest, key: str) -> HttpResponse:
    row = obligation_or_404(request, key)
    form = StrikeForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect(_page_of(row))
    reason = form.cleaned_data["reason"]
    commands.strike_obligation(actor=request.actor, obligation=row, reason=reason, at=request.now)
    return back(
        request, reverse("schools:obligations"), _("Struck out. It no longer counts, and is kept with the reason.")
    )


def _page_of(row: Obligation) -> str:
    return reverse("schools:obligation", args=[row.key])
