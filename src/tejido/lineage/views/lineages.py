"""The lineage of a school, and what schools released of theirs."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.formats.sheet import write_csv, write_xlsx
from tejido.ledger.requests import ActorRequest
from tejido.registry.names import Task
from tejido.registry.rules import may_keep_mechanism, tasks
from tejido.web.answers import back, explain
from tejido.web.components import Download
from tejido.web.downloads import saved

from .. import commands, queries
from ..forms import AudienceForm, YearForm
from ..pages import branches_shown, generations_shown, lines_shown, releases_shown
from ..sheets import trainers_sheet
from .loading import frame, release_or_404, space_or_404

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """The tree of the own school with names, and the counts that are shown to the reader. Not for the public."""
    if request.actor.is_public:
        raise Http404
    spaces = queries.spaces_for(request.actor)
    page = {**frame(request), "releases": releases_shown(request.actor, queries.releases_for(request.actor))}
    if spaces:
        found = queries.lineage_of(spaces[0])
        page |= {
            "space": spaces[0],
            "lines": lines_shown(found, request.now.date()),
            "branches": branches_shown(found),
            "generations": generations_shown(found),
            "years": queries.years_to_release(spaces[0], found, request.now.year),
            "may_release": Task.CHAIR in tasks(request.actor, spaces[0]),
            "files": [_download("xlsx", "Excel"), _download("csv", "CSV")] if found.lines else [],
        }
    is_keeper = bool(request.actor.member) and may_keep_mechanism(request.actor, request.actor.member) is None
    page |= {"is_keeper": is_keeper, "audience_form": AudienceForm(is_of_institution=False)}
    return render(request, "lineage/home.html", page)


def _download(ending: str, words: str) -> Download:
    return Download(_("These trainers"), reverse("lineage:export", args=[ending]), words)


@require_GET
def export(request: ActorRequest, ending: str) -> HttpResponse:
    """The trainers of the own school with their names, for the school alone."""
    found = queries.lineage_of(space_or_404(request))
    sheet = trainers_sheet(found)
    if ending == "xlsx":
        return saved(write_xlsx([sheet]), _XLSX, "trainers.xlsx")
    if ending == "csv":
        return saved(write_csv(sheet), "text/csv; charset=utf-8", "trainers.csv")
    raise Http404


@require_POST
def releases(request: ActorRequest) -> HttpResponse:
    """The counts of a year that is over, for the seats of the member."""
    space, form = space_or_404(request), YearForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("lineage:home")
    commands.release_trainer_counts(actor=request.actor, space=space, year=form.cleaned_data["year"], at=request.now)
    return back(request, reverse("lineage:home"), _("Released. The seats of your member read these counts."))


@require_POST
def showings(request: ActorRequest, key: str) -> HttpResponse:
    """The member shows further what its school released."""
    row, form = release_or_404(request, key), AudienceForm(request.POST, is_of_institution=False)
    if not form.is_valid():
        explain(request, form)
        return redirect("lineage:home")
    commands.show_trainer_counts(
        actor=request.actor, release=row, audience=form.cleaned_data["audience"], at=request.now
    )
    return back(request, reverse("lineage:home"), _("It is shown from now on."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    row = release_or_404(request, key)
    commands.withdraw_trainer_counts(actor=request.actor, release=row, at=request.now)
    return back(request, reverse("lineage:home"), _("It is shown to nobody outside the school from now on."))
