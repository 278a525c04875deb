"""The courses of a version, and one course with its sessions in their order."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.adaptation.queries import common_texts, newest_numbers, own_version_for
from tejido.adaptation.rules import may_work
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity
from tejido.registry.tabs import training_tabs
from tejido.web.answers import back, explain, or_404

from .. import commands, queries
from ..forms import CourseForm, named
from ..pages import planned
from ..words import duration, space_words
from .loading import course_or_404, frame


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """The courses of the actor's spaces, the statements shown to them, and what the network asks for."""
    texts = common_texts(request.actor)
    numbers, language = newest_numbers(texts), request.LANGUAGE_CODE
    page = {
        "tabs": training_tabs(request.actor, request.path),
        "own": queries.own_courses(request.actor),
        "statements": [(row, space_words(row.data, language)) for row in queries.shown_statements(request.actor)],
        "editions": [(text, numbers[text.key]) for text in texts if text.key in numbers],
    }
    return render(request, "training/home.html", page)


@require_http_methods(["GET", "POST"])
def courses(request: ActorRequest, key: str) -> HttpResponse:
    """The courses of a version, and beginning another one."""
    with or_404():
        version = own_version_for(request.actor, key)
    derivation = version.derivation
    form = CourseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = commands.begin_course(actor=request.actor, derivation=derivation, at=request.now, **form.given)
        return redirect("training:course", made.key)
    page = {
        "derivation": derivation,
        "courses": queries.courses_of(derivation),
        "may_work": may_work(capacity(request.actor, derivation.text.body)) is None,
        "form": form,
    }
    return render(request, "training/courses.html", page, status=422 if form.errors else 200)


@require_GET
def course(request: ActorRequest, key: str) -> HttpResponse:
    """A course: for whom it is, its sessions in their order, and what was stated of it."""
    found = queries.covered(course_or_404(request, key))
    row = found.course
    given = {name: getattr(row, name) for name in ("officials", "is_mandatory", "obligation")}
    page = {
        **frame(request, row),
        "sessions": planned(found.sessions, found.coverage),
        "total": duration(sum(each.minutes for each in found.sessions)),
        "form": CourseForm(initial={**given, **named(row.title)}),
        "statements": queries.statements_of(row),
    }
    return render(request, "training/course.html", page)


@require_POST
def descriptions(request: ActorRequest, key: str) -> HttpResponse:
    row = course_or_404(request, key)
    form = CourseForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("training:course", key)
    commands.describe_course(actor=request.actor, course=row, at=request.now, **form.given)
    return back(request, reverse("training:course", args=[key]), _("Saved."))
