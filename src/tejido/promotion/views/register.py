"""The register, one entry of it, and the register as a file."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from tejido.formats.sheet import write_csv, write_xlsx
from tejido.ledger.requests import ActorRequest
from tejido.mechanisms.names import Audience
from tejido.registry.rules import may_keep_network
from tejido.registry.tabs import together_tabs
from tejido.web.answers import or_404
from tejido.web.components import Download
from tejido.web.downloads import saved

from .. import queries, rules
from ..forms import DocumentForm, QuoteForm
from ..names import Kind
from ..sheets import register_sheet
from ..tabs import promotion_tabs
from ..words import basis_of

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """What was said and where the network was named, year by year, as far as the reader may know. Public."""
    asked = _asked(request)
    lines = queries.register_for(request.actor, asked)
    everything = lines if asked == queries.Filter() else queries.register_for(request.actor, queries.Filter())
    page = {
        "years": queries.years_of(lines),
        "count": len(lines),
        "asked": asked,
        "is_empty": not everything,
        "all_years": [year for year, _lines in queries.years_of(everything)],
        "forums": queries.forums_of(everything),
        "kinds": Kind.choices,
        "family": together_tabs(request.actor, request.path),
        "tabs": promotion_tabs(request.actor, request.path),
        "may_enter": _may_enter(request),
        "files": _files(request),
    }
    return render(request, "promotion/home.html", page)


def _asked(request: ActorRequest) -> queries.Filter:
    """What is no kind and no year is not asked for."""
    kind, year = request.GET.get("kind", ""), request.GET.get("year", "")
    is_year = len(year) == len("2026") and year.isascii() and year.isdigit()
    return queries.Filter(
        request.GET.get("forum", "")[:12], kind if kind in Kind.values else "", year if is_year else ""
    )


def _may_enter(request: ActorRequest) -> bool:
    """The secretariat, or a member what it said in its own name."""
    member = request.actor.member
    refusal = rules.may_keep_of(request.actor, member) if member else may_keep_network(request.actor)
    return refusal is None


def _files(request: ActorRequest) -> list[Download]:
    asked = request.GET.urlencode()
    query = f"?{asked}" if asked else ""
    several = (("xlsx", "Excel"), ("csv", "CSV"))
    return [Download(label, reverse("promotion:export", args=[ending]) + query) for ending, label in several]


@require_GET
def export(request: ActorRequest, ending: str) -> HttpResponse:
    """What the reader sees of the register, as a table."""
    sheet = register_sheet(queries.register_for(request.actor, _asked(request)))
    if ending == "xlsx":
        return saved(write_xlsx([sheet]), _XLSX, "promotion.xlsx")
    if ending == "csv":
        return saved(write_csv(sheet), "text/csv; charset=utf-8", "promotion.csv")
    raise Http404


@require_GET
def entry(request: ActorRequest, key: str) -> HttpResponse:
    """One entry with its documents, quotations and what it said before. Public where it was shown to everybody."""
    with or_404():
        found = queries.page_for(request.actor, key)
    line, member = found.line, found.line.entry.member
    code = member.code if member else ""
    keeps = rules.may_keep_of(request.actor, code) is None
    page = {
        "line": line,
        "version": line.version,
        "entry": line.entry,
        "earlier": found.earlier,
        "basis": basis_of(line.version, is_decision_open=line.is_decision_open),
        "keeps": keeps and line.entry.struck_at is None,
        "audiences": [(each.value, each.label) for each in rules.outward(code) if each != line.entry.audience],
        "may_hide": line.entry.audience != rules.first_audience(code),
        "document_form": DocumentForm(initial={"language": request.LANGUAGE_CODE}, auto_id="document_%s"),
        "quote_form": QuoteForm(initial={"language": request.LANGUAGE_CODE}, auto_id="quote_%s"),
        "is_own": line.entry.audience == Audience.OWN,
    }
    return render(request, "promotion/entry.html", page)
