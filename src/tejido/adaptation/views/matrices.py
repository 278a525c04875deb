"""Versions side by side: the matrix, one section of it in full, and both as tables to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tejido.formats.sheet import write_csv, write_xlsx
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of, seat_names
from tejido.web.answers import or_404
from tejido.web.components import Download
from tejido.web.downloads import saved
from tejido.web.languages import in_my_language

from .. import queries
from ..forms import FilterForm
from ..names import State
from ..pages import chosen_rows, matrix_rows
from ..redline import departed_lines, seats_in
from ..sheets import departures_sheet, matrix_sheet
from ..words import LETTERS, heading_words
from .loading import language_in, section_id

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.curriculum.models import Text

    from ..queries import Matrix

MOST = 60  # sections on one page
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _source(request: ActorRequest, slug: str) -> Text:
    with or_404():
        return queries.source_for(request.actor, slug)


@require_GET
def matrix(request: ActorRequest, slug: str) -> HttpResponse:
    """Every member beside every section; of a text that is itself a version, its own page."""
    source = _source(request, slug)
    derivation = queries.derivation_of(source)
    if derivation is not None and not request.GET.get("below"):
        return redirect("adaptation:version", derivation.key)
    found = queries.matrix(request.actor, source, day_of(request.now))
    form = FilterForm(request.GET or None)
    words, is_departing = _asked(form)
    page: dict[str, object] = {"text": source, "matrix": found, "form": form, "letters": _legend()}
    asked = {"words": words, "departing": "on" if is_departing else "", "below": request.GET.get("below")}
    page["query"] = urlencode({name: value for name, value in asked.items() if value})
    if found is not None:
        page |= _rows(request, found, words, is_departing=is_departing)
    return render(request, "adaptation/matrix.html", page)


def _asked(form: FilterForm) -> tuple[str, bool]:
    """The words and whether only departures are shown; nothing of a form that is not valid."""
    if not form.is_valid():
        return "", False
    return form.cleaned_data["words"], form.cleaned_data["departing"]


def _legend() -> list[tuple[str, State]]:
    return [(LETTERS[state], state) for state in State]


def _rows(request: ActorRequest, found: Matrix, words: str, *, is_departing: bool) -> dict[str, object]:
    language = language_in(request, list(found.document.languages), found.text.negotiated_language)
    names = [in_my_language(column.name) or column.code for column in found.columns]
    leaf = Paginator(chosen_rows(found, words, is_departing=is_departing), MOST).get_page(request.GET.get("page"))
    return {
        "leaf": leaf,
        "rows": matrix_rows(found, list(leaf), names, language),
        "columns": list(zip(found.columns, names, strict=True)),
        "has_unshown": any(column.unshown.whole or column.unshown.sections for column in found.columns),
        "files": _downloads(found, words),
        "language": language,
    }


def _downloads(found: Matrix, words: str) -> list[Download]:
    kinds = (("matrix.xlsx", _("Both tables"), "Excel"), ("matrix.csv", _("The matrix"), "CSV"))
    several = (*kinds, ("departures.csv", _("Every departure with its reason"), "CSV"))
    query = f"?{urlencode({'words': words})}" if words else ""
    address = "adaptation:export"
    return [
        Download(label, f"{reverse(address, args=[found.text.slug, name])}{query}", hint)
        for name, label, hint in several
    ]


@require_GET
def section(request: ActorRequest, slug: str, section: str) -> HttpResponse:
    """Who departs in a section, and how: each version that does, word by word, with its reasons."""
    source = _source(request, slug)
    found = queries.matrix(request.actor, source, day_of(request.now))
    if found is None:
        raise Http404
    try:
        row = found.row(section_id(section))
    except KeyError as problem:
        raise Http404 from problem
    language = language_in(request, list(found.document.languages), source.negotiated_language)
    several = queries.in_section(found, row.id)
    departing = {column.code for column, _ in several}
    seats = seat_names(seats_in(line for _, lines in several for line in lines))
    page = {
        "text": source,
        "matrix": found,
        "row": row,
        "language": language,
        "section": section,
        "title": heading_words(row.section.heading, language) if row.section.heading else "",
        "several": [(c, departed_lines(lines, language, seats), c.unshown.has(row.id)) for c, lines in several],
        "alike": [c for c in found.columns if c.account is not None and c.code not in departing],
        "none": [c for c in found.columns if c.account is None],
    }
    return render(request, "adaptation/row.html", page)


@require_GET
def export(request: ActorRequest, slug: str, name: str) -> HttpResponse:
    """matrix.xlsx with both tables; matrix.csv and departures.csv with one each; of all sections, or those chosen."""
    source = _source(request, slug)
    found = queries.matrix(request.actor, source, day_of(request.now))
    if found is None:
        raise Http404
    language = language_in(request, list(found.document.languages), source.negotiated_language)
    rows = chosen_rows(found, request.GET.get("words", ""), is_departing=False)
    sheets = [matrix_sheet(found, rows, language), departures_sheet(found, rows, language)]
    if name == "matrix.xlsx":
        return saved(write_xlsx(sheets), _XLSX, f"{slug}-{name}")
    if name in {"matrix.csv", "departures.csv"}:
        sheet = next(sheet for sheet in sheets if f"{sheet.name}.csv" == name)
        return saved(write_csv(sheet), "text/csv; charset=utf-8", f"{slug}-{name}")
    raise Http404
