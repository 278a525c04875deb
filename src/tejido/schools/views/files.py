"""Populations in files: taken along, and handed in to be looked at before anything is written down."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from tejido.formats.sheet import Sheet, write_csv, write_xlsx
from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity
from tejido.web.answers import back, or_404
from tejido.web.downloads import saved

from .. import commands, queries, rules
from ..forms import FileForm
from ..imports import COLUMNS, STATES, Row, Wrong, rows_of
from ..sheets import targets_sheet, template_sheets
from ..words import space_words
from .loading import frame, of_member_or_404, space_or_404

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def export(request: ActorRequest, ending: str) -> HttpResponse:
    """The numbers that the reader may read, of one year or of all."""
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == len("2027") else None
    of_member_or_404(request)
    return _file([targets_sheet(queries.targets_for(request.actor, year))], "populations", ending)


@require_GET
def template(request: ActorRequest, ending: str) -> HttpResponse:
    """The empty table with the columns of a file that can be handed in."""
    of_member_or_404(request)
    return _file(template_sheets(), "populations-template", ending)


def _file(sheets: list[Sheet], name: str, ending: str) -> HttpResponse:
    if ending == "xlsx":
        return saved(write_xlsx(sheets), _XLSX, f"{name}.xlsx")
    if ending == "csv":
        return saved(write_csv(sheets[0]), "text/csv; charset=utf-8", f"{name}.csv")
    raise Http404


@require_http_methods(["GET", "POST"])
def files(request: ActorRequest, key: str) -> HttpResponse:
    """Where a file is handed in. Nothing is written down before it was looked at."""
    body = space_or_404(request, key)
    ask(rules.may_write(capacity(request.actor, body)))
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = {"name": form.cleaned_data["file"].name, "sheets": form.sheets, "at": request.now}
        made = commands.hand_in(actor=request.actor, body=body, **given)
        return redirect("schools:delivery", made.key)
    page = {**frame(request), "form": form, "space": space_words(body)}
    return render(request, "schools/files.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def delivery(request: ActorRequest, key: str) -> HttpResponse:
    """What the file would write down, row by row, and the one act that does it."""
    with or_404():
        row, sheets = queries.delivery_for(request.actor, key)
        known = queries.known_for(request.actor, row.body_id)
    problem, rows = _read(sheets, known)
    by_state = {state: [one for one in rows if one.state == state] for state in STATES}
    numbers = [one.said for one in rows if one.said and one.state in ("new", "changed")]
    can_apply = bool(numbers) and not by_state["refused"] and not problem
    if request.method == "POST" and can_apply:
        seen = request.POST.get("seen", "")
        count = commands.apply_targets(actor=request.actor, delivery=row, numbers=numbers, seen=seen, at=request.now)
        return back(request, reverse("schools:targets"), _told(count))
    page = {
        **frame(request),
        "row": row,
        "problem": problem,
        "columns": COLUMNS,
        "by_state": by_state,
        "can_apply": can_apply,
        "seen": commands.digest_of_plan(numbers),
    }
    return render(request, "schools/delivery.html", page, status=422 if request.method == "POST" else 200)


def _read(sheets: Any, known: queries.Known) -> tuple[str, list[Row]]:
    try:
        return "", rows_of(sheets, known)
    except Wrong as problem:
        return str(problem), []


def _told(count: int) -> str:
    return ngettext("%(n)s number written down.", "%(n)s numbers written down.", count) % {"n": count}
