"""Populations to train: the list, a number written down by hand, a number taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity
from tejido.web.answers import back
from tejido.web.components import Download

from .. import commands, queries, rules
from ..forms import TargetForm
from ..queries import Population
from ..words import population_words, space_words
from .loading import frame, of_member_or_404, space_or_404, target_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Target


@require_GET
def targets(request: ActorRequest) -> HttpResponse:
    """The numbers that the reader may read, of one year, by the space that keeps them."""
    of_member_or_404(request)
    years = queries.years_of(request.actor)
    year = _year(request, years)
    rows = queries.targets_for(request.actor, year) if years else []
    shown = frame(request)
    written = {key for key, _words in shown["spaces"]}
    page = {
        **shown,
        "years": years,
        "year": year,
        "groups": _groups(rows, written),
        "files": _downloads(year) if rows else [],
    }
    return render(request, "schools/targets.html", page)


def _year(request: ActorRequest, years: list[int]) -> int:
    asked = request.GET.get("year", "")
    wanted = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == len("2027") else 0
    return wanted if wanted in years else next(iter(years), request.now.year)


def _groups(rows: list[Target], written: set[str]) -> list[dict[str, Any]]:
    """The rows by space, each with its sum and whether the reader writes there."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        group = found.setdefault(row.body_id, {"words": space_words(row.body), "rows": [], "sum": 0})
        group["rows"].append((row, population_words(row)))
        group["sum"] += row.number
        group["may_write"] = row.body_id in written
    return list(found.values())


def _downloads(year: int) -> list[Download]:
    return [
        Download(_("These populations"), f"{reverse('schools:export', args=[ending])}?year={year}", words)
        for ending, words in (("xlsx", "Excel"), ("csv", "CSV"))
    ]


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest, key: str) -> HttpResponse:
    """A number of this space, written down by hand."""
    body = space_or_404(request, key)
    ask(rules.may_write(capacity(request.actor, body)))
    form = TargetForm(request.POST or None, initial={"year": request.now.year})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        given = {"number": values["number"], "source": values["source"], "at": request.now}
        commands.set_target(actor=request.actor, body=body, population=Population(**form.dimensions), **given)
        return back(request, f"{reverse('schools:targets')}?year={values['year']}", _("Written down."))
    page = {**frame(request), "form": form, "space": space_words(body), "body": body}
    return render(request, "schools/target_form.html", page, status=422 if form.errors else 200)


@require_POST
def lifts(request: ActorRequest, key: str) -> HttpResponse:
    row = target_or_404(request, key)
    commands.lift_target(actor=request.actor, target=row, at=request.now)
    return back(request, f"{reverse('schools:targets')}?year={row.year}", _("It is no longer counted with."))
