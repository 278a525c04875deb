"""The tables of the house, and those that a member makes by choosing columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, or_404

from .. import commands, rules
from ..forms import TemplateForm
from ..names import Column, RowKind
from ..queries.loading import template_for
from ..queries.tables import tables_for
from ..terms import BUILT_IN
from .loading import frame, own_member

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Template
    from ..terms import Column as TableColumn
    from ..terms import Table


@require_GET
def templates(request: ActorRequest) -> HttpResponse:
    """Every table with its columns in their order."""
    member = own_member(request)
    tables = tables_for(request.actor).values()
    page = {
        **frame(request, member),
        "own": [(table, _headings(table)) for table in tables if table.code not in BUILT_IN],
        "built_in": [(table, _headings(table)) for table in BUILT_IN.values()],
        "kinds": RowKind,
    }
    return render(request, "reporting/templates.html", page)


def _headings(table: Table) -> list[str]:
    return [str(Column(column.field).label) for column in table.columns]


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest, name: str) -> HttpResponse:
    """A table of the member's own, with rows of one kind."""
    member, rows = own_member(request), name
    ask(rules.may_keep(request.actor, member.code))
    if rows not in RowKind.values:
        raise Http404
    columns = [{"field": str(column.field), "headings": {}} for column in _begun(rows)]
    form = TemplateForm(request.POST or None, rows=rows, columns=columns)
    if request.method == "POST" and form.is_valid():
        commands.save_template(
            actor=request.actor, member=member, name=form.cleaned_data["name"], rows=rows, columns=form.columns,
            at=request.now,
        )  # fmt: skip  # one act, read as one
        return back(request, reverse("reporting:templates"), _("Saved."))
    page = {**frame(request, member, reverse("reporting:templates")), "form": form, "rows": RowKind(rows)}
    return render(request, "reporting/template_form.html", page, status=422 if form.errors else 200)


def _begun(rows: str) -> tuple[TableColumn, ...]:
    """What a new table begins with: the shortest table of the house of this kind."""
    return min((table.columns for table in BUILT_IN.values() if table.rows == rows), key=len)


def _load(request: ActorRequest, key: str) -> Template:
    with or_404():
        return template_for(request.actor, key)


@require_http_methods(["GET", "POST"])
def template(request: ActorRequest, key: str) -> HttpResponse:
    """Changes a table of the member's own."""
    row = _load(request, key)
    ask(rules.may_keep(request.actor, row.member.code))
    form = TemplateForm(request.POST or None, rows=row.rows, columns=row.columns, initial={"name": row.name})
    if request.method == "POST" and form.is_valid():
        commands.save_template(
            actor=request.actor, member=row.member, name=form.cleaned_data["name"], rows=row.rows,
            columns=form.columns, template=row, at=request.now,
        )  # fmt: skip  # one act, read as one
        return back(request, reverse("reporting:templates"), _("Saved."))
    page = {**frame(request, row.member), "form": form, "rows": RowKind(row.rows), "row": row}
    return render(request, "reporting/template_form.html", page, status=422 if form.errors else 200)


@require_POST
def removals(request: ActorRequest, key: str) -> HttpResponse:
    row = _load(request, key)
    commands.remove_template(actor=request.actor, template=row, at=request.now)
    return back(request, reverse("reporting:templates"), _("Removed."))
