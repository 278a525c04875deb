"""What a course covers of the common edition, on a page and as tables."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tejido.engine.proof import canonical_digest
from tejido.formats.sheet import write_csv, write_xlsx
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import seat_names
from tejido.web.components import Download
from tejido.web.downloads import saved

from .. import queries
from ..pages import line_shown, lines_of, objectives_shown, omissions_shown, sentence_of
from ..sheets import coverage_sheet, objectives_sheet, sessions_sheet
from ..words import duration, objectives_sentence, seats_in, which
from .loading import course_or_404, frame

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILES = (("coverage.xlsx", "Excel"), ("coverage.csv", "CSV"), ("objectives.csv", "CSV"), ("sessions.csv", "CSV"))


@require_GET
def coverage(request: ActorRequest, key: str) -> HttpResponse:
    """The whole and every section: treated, left out with a reason, missing, time against what was agreed; and the act
    that states exactly this."""
    found = queries.covered(course_or_404(request, key))
    data, only = queries.statement_data(found), _only(request)
    language = request.LANGUAGE_CODE
    common = found.common
    source = common.derivation.source if common.uptake.is_edition else None
    page = {
        **frame(request, found.course),
        "data": data,
        "seen": canonical_digest(data),
        "sentence": sentence_of(data),
        "whole": line_shown(data["whole"], language),
        "lines": lines_of(data, language, only_lacking=only),
        "only_lacking": only,
        "objectives": objectives_shown(data, language, only_lacking=only),
        "objectives_sentence": objectives_sentence(data),
        "which": which(data),
        "total": duration(data["minutes"]),
        "omissions": omissions_shown(data, seat_names(seats_in(data))),
        "beside": duration(data["beside"]) if data["beside"] else "",
        "source": source,
        "lost": any(found.coverage.lost.values()),
        "files": _downloads(key, only),
        "statements": queries.statements_of(found.course),
    }
    return render(request, "training/coverage.html", page)


def _only(request: ActorRequest) -> bool:
    return request.GET.get("show") == "lacking"


def _downloads(key: str, only: bool) -> list[Download]:
    labels = {
        "coverage.xlsx": _("All tables"), "coverage.csv": _("The sections"), "objectives.csv": _("The objectives"),
        "sessions.csv": _("The sessions"),
    }  # fmt: skip  # one table, read as one
    query = f"?{urlencode({'show': 'lacking'})}" if only else ""
    return [
        Download(labels[name], f"{reverse('training:export', args=[key, name])}{query}", hint) for name, hint in _FILES
    ]


@require_GET
def export(request: ActorRequest, key: str, name: str) -> HttpResponse:
    """coverage.xlsx with all tables; coverage.csv, objectives.csv and sessions.csv with one each."""
    data = queries.statement_data(queries.covered(course_or_404(request, key)))
    language = request.LANGUAGE_CODE
    sheets = [coverage_sheet(data, language, only_lacking=_only(request)), objectives_sheet(data, language)]
    sheets.append(sessions_sheet(data, language))
    if name == "coverage.xlsx":
        return saved(write_xlsx(sheets), _XLSX, name)
    if name in {"coverage.csv", "objectives.csv", "sessions.csv"}:
        sheet = next(sheet for sheet in sheets if f"{sheet.name}.csv" == name)
        return saved(write_csv(sheet), "text/csv; charset=utf-8", name)
    raise Http404
