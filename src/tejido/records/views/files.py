"""A file with records, step by step: given, mapped, checked, entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.formats.bad_file import BadFile
from tejido.formats.sheet import write_csv, write_xlsx
from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity
from tejido.web.answers import back
from tejido.web.bad_files import sentence
from tejido.web.downloads import saved

from .. import commands, queries, rules
from ..forms import FileForm, MappingForm
from ..names import State
from ..pages.steps import steps_of
from ..pages.troubles import cells_of, shown, words_of
from ..sheets import model_sheet, troubles_sheet
from .batches import done_page
from .loading import CSV, XLSX, batch_or_404, frame, spaces_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Batch

MOST = 100  # problems on the page
FAR = 50_000  # rows of which the cells go into the file that is mended


@require_http_methods(["GET", "POST"])
def imports(request: ActorRequest) -> HttpResponse:
    """Everything that came in, the latest first, and where a file is given."""
    space = spaces_or_404(request)[0]
    cohorts = [row for row in queries.cohorts_for(request.actor) if row.space_id == space.key]
    initial = {"cohort": request.GET.get("cohort", "")}
    form = FileForm(request.POST or None, request.FILES or None, cohorts=cohorts, initial=initial)
    if request.method == "POST":
        ask(rules.may_enter(capacity(request.actor, space)))
        if form.is_valid():
            given = form.cleaned_data["file"]
            made = commands.give(
                actor=request.actor, space=space, cohort=form.chosen, pieces=given.chunks(), name=given.name,
                kind=form.kind, at=request.now,
            )  # fmt: skip  # one act, read as one
            return redirect("records:import", made.key)
    page = {**frame(request), "batches": queries.batches_for(request.actor), "cohorts": cohorts, "form": form}
    return render(request, "records/imports.html", page, status=422 if form.errors else 200)


@require_GET
def model(request: ActorRequest) -> HttpResponse:
    """An empty table with every column that is understood."""
    spaces_or_404(request)
    return saved(write_xlsx([model_sheet()]), XLSX, _("records.xlsx"))


@require_GET
def batch(request: ActorRequest, key: str) -> HttpResponse:
    """The step at which a file stands."""
    row = batch_or_404(request, key)
    if row.state == State.GIVEN or (row.state == State.CHECKED and "columns" in request.GET):
        return _mapping(request, row)
    if row.state in {State.CHECKING, State.ENTERING, State.UNDOING}:
        return render(request, "records/import_working.html", _frame(request, row))
    if row.state == State.CHECKED:
        page = {**_frame(request, row), "troubles": shown(queries.troubles_of(request.actor, row)[:MOST])}
        return render(request, "records/import_checked.html", page)
    troubles = shown(queries.troubles_of(request.actor, row)[:MOST])
    return done_page(request, row, {**_frame(request, row), "troubles": troubles})


def _frame(request: ActorRequest, row: Batch) -> dict[str, Any]:
    return {
        **frame(request),
        "batch": row,
        "name": queries.name_of(request.actor, row),
        "steps": steps_of(row.state),
    }


def _mapping(request: ActorRequest, row: Batch, status: int = 200) -> HttpResponse:
    """What each column is. A file that is no table says so, and can be put aside."""
    try:
        form = _form(request, row)
    except BadFile as problem:
        page = {**_frame(request, row), "problem": sentence(problem)}
        return render(request, "records/import_unreadable.html", page, status=status)
    if request.method == "POST" and form.is_valid():
        commands.remember(
            actor=request.actor, space=row.space, header=form.header, mapping=form.mapping, at=request.now
        )
        commands.check(actor=request.actor, batch=row, mapping=form.mapping)
        return redirect("records:import", row.key)
    page = {**_frame(request, row), "form": form}
    return render(request, "records/import_mapping.html", page, status=422 if form.errors else status)


def _form(request: ActorRequest, row: Batch) -> MappingForm:
    header, rows = queries.head_of(request.actor, row)
    suggestion = queries.suggestion_for(row.space, header, rows)
    columns = [[line[place] for line in rows] for place in range(len(header))]
    return MappingForm(request.POST or None, header=header, columns=columns, suggestion=suggestion)


@require_POST
def mappings(request: ActorRequest, key: str) -> HttpResponse:
    row = batch_or_404(request, key)
    ask(rules.may_check(capacity(request.actor, row.space), row))
    return _mapping(request, row, 422)


@require_GET
def progress(request: ActorRequest, key: str) -> HttpResponse:
    """How far the work on a file is; the whole page comes anew once it is done."""
    row = batch_or_404(request, key)
    if row.state in {State.CHECKING, State.ENTERING, State.UNDOING}:
        return render(request, "records/_working.html", {"batch": row})
    answer = HttpResponse()
    answer["HX-Redirect"] = reverse("records:import", args=[key])
    return answer


@require_POST
def entries(request: ActorRequest, key: str) -> HttpResponse:
    row = batch_or_404(request, key)
    commands.start(actor=request.actor, batch=row)
    return redirect("records:import", key)


@require_POST
def leavings(request: ActorRequest, key: str) -> HttpResponse:
    row = batch_or_404(request, key)
    commands.put_aside(actor=request.actor, batch=row)
    return back(request, reverse("records:imports"), _("Put aside. Nothing of it was entered."))


@require_GET
def troubles(request: ActorRequest, key: str, ending: str) -> HttpResponse:
    """The rows that cannot be taken, with what is wrong, to be mended and brought in again."""
    row = batch_or_404(request, key)
    problems = queries.troubles_of(request.actor, row)
    if ending not in {"xlsx", "csv"} or not problems:
        raise Http404
    header, cells = _cells(request, row, problems)
    sheet = troubles_sheet(header, [(each.row, words_of(each), each.value) for each in problems], cells)
    name = ".".join((_("rows-to-mend"), ending))
    return saved(write_xlsx([sheet]), XLSX, name) if ending == "xlsx" else saved(write_csv(sheet), CSV, name)


def _cells(request: ActorRequest, row: Batch, problems: Any) -> tuple[list[str], dict[int, Any]]:
    """The header, and the cells of those rows; nothing once the file is gone."""
    try:
        header, rows = queries.head_of(request.actor, row, FAR)
    except BadFile:
        return [], {}
    columns = queries.columns_in(row)
    return header, cells_of(problems, rows, columns)
