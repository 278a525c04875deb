"""The systems of a school, for its own seats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import is_saved
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.records.queries import cohort_for, cohorts_for
from tejido.registry.queries import capacity
from tejido.registry.tabs import training_tabs
from tejido.web.addresses import whole
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import in_my_language

from .. import commands, guests, queries, rules
from ..forms import BeginForm, DescriptionForm, LinkForm, begun_with
from ..words import problems, tool_values

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Platform


def _platform_or_404(request: ActorRequest, key: str) -> Platform:
    """404 for whoever has no part in the space of the school."""
    with or_404():
        return queries.platform_for(request.actor, key)


@require_http_methods(["GET", "POST"])
def home(request: ActorRequest) -> HttpResponse:
    """The systems of the actor's school, and entering another one."""
    seat_or_404(request)
    space = queries.space_of(request.actor)
    form = BeginForm(request.POST or None)
    if request.method == "POST":
        if space is None:
            raise Http404
        if form.is_valid():
            name = form.cleaned_data["name"]
            made = commands.begin_platform(actor=request.actor, body=space, name=name, at=request.now)
            return redirect("lti:platform", made.key)
    page = {
        "tabs": training_tabs(request.actor, request.path),
        "space": space,
        "platforms": queries.platforms_of(space) if space else [],
        "may_begin": space is not None and rules.answers(capacity(request.actor, space)) is None,
        "form": form,
    }
    return render(request, "lti/home.html", page, status=422 if form.errors else 200)


@require_GET
def platform(request: ActorRequest, key: str) -> HttpResponse:
    """One system: what is copied into it, what is copied from it, and how results go."""
    row = _platform_or_404(request, key)
    return _page(request, row, DescriptionForm(initial=begun_with(row, queries.described(row))))


def _page(request: ActorRequest, row: Platform, form: DescriptionForm) -> HttpResponse:
    results = queries.results_of(row)
    page: dict[str, Any] = {
        "platform": row,
        "values": tool_values(row),
        "form": form,
        "missing": queries.missing_of(row),
        "origins": queries.origins_of(row),
        "results": results,
        "problems": problems(results.problems),
        "links": queries.links_of(row),
        "link_form": _link_form(request, row),
        "turned": guests.turned_away(row.key),
        "may_set": rules.answers(capacity(request.actor, row.body)) is None,
        "may_close": rules.may_close(capacity(request.actor, row.body), row) is None,
    }
    return render(request, "lti/platform.html", page, status=422 if form.errors else 200)


@require_POST
def descriptions(request: ActorRequest, key: str) -> HttpResponse:
    row = _platform_or_404(request, key)
    form = DescriptionForm(request.POST)

    def act() -> object:
        seen = form.cleaned_data["seen"]
        return commands.describe_platform(
            actor=request.actor, platform=row, given=form.given, seen=seen, at=request.now
        )

    if form.is_valid() and is_saved(form, act):
        return back(request, reverse("lti:platform", args=[key]), _("Saved."))
    return _page(request, row, form)


@require_POST
def openings(request: ActorRequest, key: str) -> HttpResponse:
    row = _platform_or_404(request, key)
    commands.open_platform(actor=request.actor, platform=row, at=request.now)
    return back(request, reverse("lti:platform", args=[key]), _("The system is switched on."))


@require_POST
def closings(request: ActorRequest, key: str) -> HttpResponse:
    row = _platform_or_404(request, key)
    commands.close_platform(actor=request.actor, platform=row, at=request.now)
    said = _("The system is switched off. Nobody who comes from it is let in.")
    return back(request, reverse("lti:platform", args=[key]), said)


@require_POST
def retries(request: ActorRequest, key: str) -> HttpResponse:
    row = _platform_or_404(request, key)
    commands.retry_scores(actor=request.actor, platform=row, at=request.now)
    return back(request, reverse("lti:platform", args=[key]), _("The results are on their way again."))


def _link_form(request: ActorRequest, row: Platform, data: Any = None) -> LinkForm:
    cohorts = [each for each in cohorts_for(request.actor) if each.space_id == row.body_id]
    named = {each.key: f"{each.code} {in_my_language(each.title)}".strip() for each in cohorts}
    return LinkForm(queries.contexts_of(row), named, data)


@require_POST
def links(request: ActorRequest, key: str) -> HttpResponse:
    """Who works through a course of the system becomes a record of a cohort."""
    row = _platform_or_404(request, key)
    form = _link_form(request, row, request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("lti:platform", key)
    context = form.cleaned_data["context"]
    with or_404():
        cohort = cohort_for(request.actor, form.cleaned_data["cohort"])
    title = queries.contexts_of(row)[context]
    commands.link_course(actor=request.actor, platform=row, context=context, title=title, cohort=cohort, at=request.now)
    said = _("From now on who works through all sessions becomes a record of the cohort.")
    return back(request, reverse("lti:platform", args=[key]), said)


@require_POST
def link_removals(request: ActorRequest, key: str, link: str) -> HttpResponse:
    row = _platform_or_404(request, key)
    with or_404():
        found = queries.link_for(row, link)
    commands.unlink_course(actor=request.actor, link=found, at=request.now)
    return back(request, reverse("lti:platform", args=[key]), _("The link has ended. What was entered stays."))


@require_POST
def registrations(request: ActorRequest, key: str) -> HttpResponse:
    """An address by which the system registers itself, shown once."""
    row = _platform_or_404(request, key)
    secret = commands.offer_registration(actor=request.actor, platform=row, at=request.now)
    address = whole(reverse("lti:registering", args=[row.key, secret]))
    return render(request, "lti/offered.html", {"platform": row, "address": address})
