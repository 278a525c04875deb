"""The records of a school: its cohorts, and one of them with who completed it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity, day_of
from tejido.web.answers import back

from .. import commands, queries, rules
from ..forms import CohortForm
from ..forms.cohorts import cohort_initial
from ..pages.homes import home_of
from .loading import cohort_or_404, frame, spaces_or_404


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """What goes on in the school's records. Seats of a member that keep none learn who does."""
    spaces = queries.spaces_of(request.actor)
    if not spaces:
        if request.actor.is_public or not request.actor.member:
            raise Http404
        return render(request, "records/elsewhere.html", frame(request))
    page = {**frame(request), "spaces": [home_of(request.actor, space, day_of(request.now)) for space in spaces]}
    return render(request, "records/home.html", page)


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """Begins a cohort of a course that the space gives."""
    space = spaces_or_404(request)[0]
    courses = queries.courses_for(space)
    if not courses:
        return render(request, "records/no_course.html", frame(request))
    form = CohortForm(request.POST or None, courses=courses)
    if request.method == "POST":
        ask(rules.may_enter(capacity(request.actor, space)))
        if form.is_valid():
            values = form.given(request.LANGUAGE_CODE, {})
            made = commands.begin_cohort(actor=request.actor, space=space, course=form.chosen, at=request.now, **values)
            return redirect("records:cohort", made.key)
    page = {**frame(request), "form": form}
    return render(request, "records/cohort_form.html", page, status=422 if form.errors else 200)


@require_GET
def cohort(request: ActorRequest, key: str) -> HttpResponse:
    """A cohort: what is told of it, its lists and files, and who completed it."""
    row = cohort_or_404(request, key)
    number = max(_whole(request.GET.get("page", "")), 1)
    lines = queries.roll_of(request.actor, row, number)
    if not lines and number > 1:
        raise Http404
    pages = -(-row.size // queries.PAGE)
    page = {
        **frame(request),
        "cohort": row,
        "lines": lines,
        "number": number,
        "pages": pages,
        "lists": queries.lists_of(request.actor, row),
        "batches": queries.batches_of(request.actor, row),
    }
    return render(request, "records/cohort.html", page)


def _whole(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 8 else 1


@require_http_methods(["GET", "POST"])
def changing(request: ActorRequest, key: str) -> HttpResponse:
    """The same cohort described anew."""
    row = cohort_or_404(request, key)
    form = CohortForm(request.POST or None, initial=cohort_initial(row, request.LANGUAGE_CODE))
    if request.method == "POST" and form.is_valid():
        values = form.given(request.LANGUAGE_CODE, row.title)
        commands.change_cohort(actor=request.actor, cohort=row, at=request.now, **values)
        return back(request, reverse("records:cohort", args=[key]), _("Saved."))
    page = {**frame(request), "form": form, "cohort": row}
    return render(request, "records/cohort_form.html", page, status=422 if form.errors else 200)
