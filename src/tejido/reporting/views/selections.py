"""What is to be told to a destination: saved, looked at as a table, taken along, and told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.meetings.words import with_offices
from tejido.programmes.queries import choices_for
from tejido.registry.queries import day_of
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved
from tejido.web.languages import base

from .. import commands, rules
from ..forms import PickForm, SelectionForm, TellForm, ViewForm
from ..forms.reports import FILTERS
from ..names import Destination, Format, RowKind
from ..queries.loading import selection_for
from ..queries.recommendations import choices_of, recommendations_for
from ..queries.tables import Built, BuiltRow, Chosen, Wish, build, chosen_for, rows_of, table_of, tables_for
from ..queries.tellings import selections_for, tellings_for
from ..words import not_reported
from .loading import frame, own_member
from .writing import File, written

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Selection
    from ..terms import Table


@require_GET
def selections(request: ActorRequest) -> HttpResponse:
    """The reports of the member, the nearest day first."""
    member = own_member(request)
    lines = selections_for(request.actor, day_of(request.now))
    page = {**frame(request, member), "lines": lines, "destinations": Destination}
    return render(request, "reporting/selections.html", page)


def _form(request: ActorRequest, code: str, row: Selection | None = None) -> SelectionForm:
    tables = [(key, str(table.name)) for key, table in tables_for(request.actor).items()]
    initial: dict[str, Any] = {"languages": [request.LANGUAGE_CODE]}
    if row is not None:
        initial = {name: getattr(row, name) for name in ("name", "destination", "since", "until", "languages", "due")}
        initial |= {"template": row.template, **row.wanted}
    return SelectionForm(request.POST or None, choices=choices_of(code), tables=tables, initial=initial)


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    member = own_member(request)
    ask(rules.may_keep(request.actor, member.code))
    form = _form(request, member.code)
    if request.method == "POST" and form.is_valid():
        row = commands.save_selection(actor=request.actor, member=member, at=request.now, **form.saved)
        return back(request, _page_of(row), _("Saved. Look at the table, and put in or leave out single rows."))
    return _entering(request, form, {**frame(request, member), "title": _("A new report")})


@require_http_methods(["GET", "POST"])
def changing(request: ActorRequest, key: str) -> HttpResponse:
    row = _load(request, key)
    ask(rules.may_save(request.actor, row.member.code, row.name, row))
    form = _form(request, row.member.code, row)
    if request.method == "POST" and form.is_valid():
        commands.save_selection(actor=request.actor, member=row.member, selection=row, at=request.now, **form.saved)
        return back(request, _page_of(row), _("Saved."))
    return _entering(request, form, {**frame(request, row.member), "title": _("Change this report"), "row": row})


def _entering(request: ActorRequest, form: SelectionForm, page: dict[str, Any]) -> HttpResponse:
    filters = [form[name] for name in FILTERS if name in form.fields]
    asked = [form[name] for name in form.fields if name not in FILTERS]
    page |= {"form": form, "filters": filters, "asked": asked}
    return render(request, "reporting/selection_form.html", page, status=422 if form.errors else 200)


def _load(request: ActorRequest, key: str) -> Selection:
    with or_404():
        return selection_for(request.actor, key)


def _page_of(row: Selection) -> str:
    return reverse("reporting:selection", args=[row.key])


def _looked_at(request: ActorRequest, row: Selection) -> tuple[Table, str, ViewForm]:
    """The table and the language that are asked for; else those of the selection."""
    tables = tables_for(request.actor)
    table, language = table_of(request.actor, row.template), next(iter(row.languages), request.LANGUAGE_CODE)
    tables.setdefault(table.code, table)
    named = [(code, str(each.name)) for code, each in tables.items()]
    initial = {"table": table.code, "language": language}
    form = ViewForm(request.GET or None, tables=named, languages=row.languages or [language], initial=initial)
    if form.is_valid():
        return tables[form.cleaned_data["table"]], form.cleaned_data["language"], form
    return table, language, ViewForm(tables=named, languages=row.languages or [language], initial=initial)


def _built(request: ActorRequest, row: Selection, table: Table, language: str) -> tuple[Built, Chosen]:
    chosen = chosen_for(request.actor, row)
    wish = Wish(table.rows, table.columns, language, row.since, row.until)
    return build(request.actor, wish, chosen.of(table.rows)), chosen


@require_GET
def selection(request: ActorRequest, key: str) -> HttpResponse:
    """The table as it would be told now, with its gaps; the files; what is put in and left out; and the act."""
    row = _load(request, key)
    table, language, form = _looked_at(request, row)
    built, chosen = _built(request, row, table, language)
    shown = frame(request, row.member)
    may_save = shown["may_keep"] and row.closed_at is None
    page = {
        **shown,
        "row": row,
        "form": form,
        "table": table,
        "table_name": str(table.name),
        "language": language,
        "built": built,
        "gap": not_reported(language),
        "chosen": chosen,
        "is_of_recommendations": table.rows == RowKind.RECOMMENDATION,
        "formats": Format,
        "tellings": with_offices(tellings_for(request.actor, row)),
        "may_save": may_save,
        "left_out": _left_out(request, table, language, chosen),
        "addable": _addable(request, table, language, chosen) if may_save else [],
        "tell_form": _tell_form(request, built) if may_save and built.rows else None,
    }
    return render(request, "reporting/selection.html", page)


def _left_out(request: ActorRequest, table: Table, language: str, chosen: Chosen) -> list[BuiltRow]:
    return _named(request, table, language, sorted(chosen.out))


def _addable(request: ActorRequest, table: Table, language: str, chosen: Chosen) -> list[BuiltRow]:
    """What is not in it, nor left out by hand."""
    there = {*chosen.of(table.rows), *chosen.out}
    return _named(request, table, language, [key for key in _all_keys(request, table) if key not in there])


def _all_keys(request: ActorRequest, table: Table) -> list[str]:
    if table.rows == RowKind.RECOMMENDATION:
        return [line.row.key for line in recommendations_for(request.actor)]
    return [key for key, _title in choices_for(request.actor)]


def _named(request: ActorRequest, table: Table, language: str, keys: list[str]) -> list[BuiltRow]:
    """Rows without cells."""
    return rows_of(request.actor, Wish(table.rows, (), language), keys)


def _tell_form(request: ActorRequest, built: Built, data: Any = None, files: Any = None) -> TellForm:
    initial = {"seen": built.digest, "told_on": day_of(request.now)}
    return TellForm(data, files, initial=initial)


@require_POST
def picks(request: ActorRequest, key: str) -> HttpResponse:
    """Single rows put in, left out, or as the filter says."""
    row = _load(request, key)
    table, _language, _view = _looked_at(request, row)
    form = PickForm(request.POST, keys=_all_keys(request, table))
    here = _back_to(request, row)
    if not form.is_valid():
        explain(request, form)
        return redirect(here)
    commands.pick(
        actor=request.actor, selection=row, keys=form.cleaned_data["keys"], is_out=form.is_out, at=request.now
    )
    return back(request, here, _("Saved."))


def _back_to(request: ActorRequest, row: Selection) -> str:
    asked = request.GET.urlencode()
    return f"{_page_of(row)}?{asked}" if asked else _page_of(row)


@require_GET
def report_file(request: ActorRequest, key: str, ending: str) -> HttpResponse:
    """The table as a file, to be looked at or worked on. It tells nobody anything yet."""
    row = _load(request, key)
    if ending not in Format.values:
        raise Http404
    table, language, _view = _looked_at(request, row)
    built, _chosen = _built(request, row, table, language)
    file = _file(request, row, table, built, ending)
    return saved(file.data, file.media_type, file.name)


def _file(request: ActorRequest, row: Selection, table: Table, built: Built, ending: str) -> File:
    with override(base(built.wish.language)):
        title = str(table.name)
    return written(row, title, built, ending, request.now)


@require_POST
def closings(request: ActorRequest, key: str) -> HttpResponse:
    row = _load(request, key)
    commands.close_selection(actor=request.actor, selection=row, at=request.now)
    return back(request, reverse("reporting:selections"), _("Closed. What was told stays."))


@require_POST
def tellings(request: ActorRequest, key: str) -> HttpResponse:
    """That it was told: the file is kept as it is, with its digest."""
    row = _load(request, key)
    table, language, _view = _looked_at(request, row)
    built, _chosen = _built(request, row, table, language)
    form = _tell_form(request, built, request.POST, request.FILES)
    if not form.is_valid():
        explain(request, form)
        return redirect(_back_to(request, row))
    values = form.cleaned_data
    sent = values["file"]
    told = commands.tell(
        actor=request.actor, selection=row, table=table, language=language, format=values["format"],
        file=sent or _file(request, row, table, built, values["format"]), seen=values["seen"],
        told_on=values["told_on"], today=day_of(request.now), recipient=values["recipient"], note=values["note"],
        is_own_file=sent is not None, at=request.now,
    )  # fmt: skip  # one act, read as one
    done = _("Written down. The file is kept: this is what you told.")
    return back(request, reverse("reporting:telling", args=[told.key]), done)
