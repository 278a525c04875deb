"""Results, on a page and as files with the same figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tejido.curriculum.queries import document_of
from tejido.engine.document import addresses
from tejido.formats.sheet import write_csv, write_xlsx
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network
from tejido.web.components import Download
from tejido.web.downloads import paper_file, saved
from tejido.web.languages import in_my_language

from .. import queries
from ..papers import results_paper
from ..sheets import means_sheet, shares_sheet, words_sheet
from ..words import has_comparisons, shown
from .loading import frame, questionnaire_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from collections.abc import Mapping

    from ..models import Questionnaire
    from ..queries import Results

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHEETS = {"shares.csv": shares_sheet, "means.csv": means_sheet, "observations.csv": words_sheet}


def _counted(request: ActorRequest, key: str) -> Results:
    """404 until it is closed, and for ever where fewer than five answered."""
    row = questionnaire_or_404(request, key)
    if row.closed_at is None or row.answered is None:
        raise Http404
    return queries.results_for(request.actor, row)


@require_GET
def results(request: ActorRequest, key: str) -> HttpResponse:
    """Each question with its figures, its intervals, its groups, and the same question elsewhere."""
    found = _counted(request, key)
    places = _places(found.questionnaire)
    several = [shown(asked, request.LANGUAGE_CODE, places) for asked in found.asked]
    page = {
        **frame(request, found.questionnaire),
        "several": several,
        "compares": has_comparisons(several),
        "files": _downloads(key),
    }
    return render(request, "evaluation/results.html", page)


def _places(row: Questionnaire) -> Mapping[str, str]:
    """The addresses of the passages of the text taught, by id."""
    revision = row.seminar.revision if row.seminar else None
    return {id: str(where) for id, where in addresses(document_of(revision)).items()} if revision else {}


def _downloads(key: str) -> list[Download]:
    several = (
        (_("Results"), "results.pdf", "PDF"), (_("All tables"), "results.xlsx", "Excel"),
        (_("Shares"), "shares.csv", "CSV"), (_("Means"), "means.csv", "CSV"),
        (_("Observations"), "observations.csv", "CSV"),
    )  # fmt: skip  # one list
    return [Download(label, reverse("evaluation:export", args=[key, name]), hint) for label, name, hint in several]


@require_GET
def export(request: ActorRequest, key: str, name: str) -> HttpResponse:
    """results.pdf, results.xlsx with every table, or one table as CSV."""
    found, language = _counted(request, key), request.LANGUAGE_CODE
    if name == "results.pdf":
        served = network()
        title, zone = (in_my_language(served.name), served.zone) if served else ("", "")
        way_back = reverse("evaluation:results", args=[key])
        notice = _("Demonstration: invented answers") if found.questionnaire.is_demonstration else ""
        return paper_file(request, results_paper(found, title, zone, language), name, way_back, notice=notice)
    if name == "results.xlsx":
        return saved(write_xlsx([make(found, language) for make in _SHEETS.values()]), _XLSX, name)
    if name in _SHEETS:
        return saved(write_csv(_SHEETS[name](found, language)), "text/csv; charset=utf-8", name)
    raise Http404
