"""One session at a time: what it is, and what of the version it treats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.adaptation.queries import latest_of
from tejido.curriculum.queries import document_of
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import base

from .. import commands, queries
from ..forms import MoveForm, SessionForm, named
from ..lines import Thing, session_digest, things
from ..names import Way
from ..pages import choices_of
from .loading import course_or_404, frame

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from collections.abc import Sequence

    from ..models import Course, CourseSession


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest, key: str) -> HttpResponse:
    """A further session at the end of the course."""
    course = course_or_404(request, key)
    form = SessionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = commands.plan_session(actor=request.actor, course=course, at=request.now, **form.given)
        return _kept(request, course, made)
    return _page(request, course, None, form, _sent(request))


@require_http_methods(["GET", "POST"])
def session(request: ActorRequest, key: str, session: str) -> HttpResponse:
    course = course_or_404(request, key)
    with or_404():
        row = queries.session_for(course, session)
    seen = session_digest(row.title, row.minutes, row.method, row.treats)
    values = {**named(row.title), "minutes": row.minutes, "method": row.method, "seen": seen}
    form = SessionForm(request.POST or None, initial=values)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["seen"]
        commands.change_session(actor=request.actor, session=row, seen=sent, at=request.now, **form.given)
        return _kept(request, course, row)
    treats = _sent(request) if request.method == "POST" else things(row.treats)
    return _page(request, course, row, form, treats)


def _sent(request: ActorRequest) -> Sequence[Thing]:
    """What was ticked on a page that comes back with something to mend."""
    return [Thing(id) for id in request.POST.getlist("treats")]


def _kept(request: ActorRequest, course: Course, row: CourseSession) -> HttpResponse:
    said = _("The session is kept.")
    if request.POST.get("then") == "divide":
        return back(request, reverse("training:session", args=[course.key, row.key]), said)
    return back(request, reverse("training:course", args=[course.key]), said)


def _page(
    request: ActorRequest, course: Course, row: CourseSession | None, form: SessionForm, treats: Sequence[Thing]
) -> HttpResponse:
    revision = latest_of(course.derivation.text)
    document = document_of(revision)
    mine, negotiated = base(request.LANGUAGE_CODE), course.derivation.text.negotiated_language
    language = next((tag for tag in revision.languages if base(tag) == mine), negotiated)
    page = {
        **frame(request, course),
        "session": row,
        "form": form,
        "language": language,
        "choices": choices_of(document, treats, language, queries.objectives_for(course, document)),
        "lost": sum(thing.id not in document for thing in treats),
    }
    return render(request, "training/session.html", page, status=422 if form.errors else 200)


@require_POST
def moves(request: ActorRequest, key: str, session: str) -> HttpResponse:
    course = course_or_404(request, key)
    with or_404():
        row = queries.session_for(course, session)
    form = MoveForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("training:course", key)
    commands.move_session(actor=request.actor, session=row, way=Way(form.cleaned_data["way"]), at=request.now)
    return back(request, f"{reverse('training:course', args=[key])}#s-{row.key}")


@require_POST
def removals(request: ActorRequest, key: str, session: str) -> HttpResponse:
    course = course_or_404(request, key)
    with or_404():
        row = queries.session_for(course, session)
    commands.remove_session(actor=request.actor, session=row, at=request.now)
    return back(request, reverse("training:course", args=[key]), _("The session is taken out."))
