"""Initiatives in files: taken along, and handed in to be looked at before anything is entered."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from tejido.formats.sheet import Sheet, write_csv, write_xlsx
from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, or_404
from tejido.web.components import Download
from tejido.web.downloads import saved

from .. import commands, queries, rules
from ..forms import FileForm
from ..imports import Row, Wrong, rows_of
from ..sheets import initiatives_sheet, template_sheets
from .searching import wanted_form

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def downloads(query: str) -> list[Download]:
    """What is shown, as files."""
    end = f"?{query}" if query else ""
    return [
        Download(_("These initiatives"), f"{reverse('programmes:export', args=[ending])}{end}", words)
        for ending, words in (("xlsx", "Excel"), ("csv", "CSV"))
    ]


@require_GET
def export(request: ActorRequest, ending: str) -> HttpResponse:
    """What the reader may read and looks for. Public."""
    read = queries.initiatives_for(request.actor, wanted=wanted_form(request).wanted)
    sheet = initiatives_sheet(read, queries.names_for(request.actor), request.LANGUAGE_CODE)
    return _file([sheet], "initiatives", ending)


@require_GET
def template(request: ActorRequest, ending: str) -> HttpResponse:
    """The empty table with the columns of a file that can be handed in."""
    with or_404():
        known = queries.known_for(request.actor)
    return _file(template_sheets(known), "initiatives-template", ending)


def _file(sheets: list[Sheet], name: str, ending: str) -> HttpResponse:
    if ending == "xlsx":
        return saved(write_xlsx(sheets), _XLSX, f"{name}.xlsx")
    if ending == "csv":
        return saved(write_csv(sheets[0]), "text/csv; charset=utf-8", f"{name}.csv")
    raise Http404


@require_http_methods(["GET", "POST"])
def files(request: ActorRequest) -> HttpResponse:
    """Where a file is handed in. Nothing is entered before it was looked at."""
    with or_404():
        known = queries.known_for(request.actor)
    ask(rules.may_write(request.actor, known.member.code, [request.actor.institution]))
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = {"name": form.cleaned_data["file"].name, "sheets": form.sheets, "at": request.now}
        delivery = commands.hand_in(actor=request.actor, member=known.member, **given)
        return redirect("programmes:delivery", delivery.key)
    page = {"form": form, "member": known.member}
    return render(request, "programmes/files.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def delivery(request: ActorRequest, key: str) -> HttpResponse:
    """What the file would enter and change, row by row, and the one act that does it."""
    with or_404():
        row, sheets = queries.delivery_for(request.actor, key)
        known = queries.known_for(request.actor)
    problem, rows = _read(request, sheets, known)
    by_state = {
        state: [one for one in rows if one.state == state] for state in ("refused", "new", "changed", "unchanged")
    }
    changes = [one.change for one in rows if one.change and one.state in ("new", "changed")]
    can_apply = bool(changes) and not by_state["refused"] and not problem
    if request.method == "POST" and can_apply:
        entered, changed = commands.apply_changes(
            actor=request.actor, delivery=row, changes=changes, seen=request.POST.get("seen", ""), at=request.now
        )
        return back(request, reverse("programmes:member", args=[known.member.code]), _told(entered, changed))
    page = {
        "row": row,
        "member": known.member,
        "problem": problem,
        "by_state": by_state,
        "can_apply": can_apply,
        "seen": commands.digest_of_plan(changes),
    }
    return render(request, "programmes/delivery.html", page)


def _read(request: ActorRequest, sheets: Any, known: queries.Known) -> tuple[str, list[Row]]:
    try:
        return "", rows_of(request.actor, sheets, known)
    except Wrong as problem:
        return str(problem), []


def _told(entered: int, changed: int) -> str:
    new = ngettext("%(n)s initiative entered.", "%(n)s initiatives entered.", entered) % {"n": entered}
    other = ngettext("%(n)s initiative changed.", "%(n)s initiatives changed.", changed) % {"n": changed}
    return f"{new} {other}"
