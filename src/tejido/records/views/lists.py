"""Lists that are signed on paper: printed, typed in, entered, countersigned, and their scans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import is_saved
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity, network
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import paper_file, saved
from tejido.web.languages import in_my_language

from .. import commands, queries, rules
from ..forms import LinesForm, ListForm, ScanForm, SeenForm
from ..forms.lists import SEXES
from ..papers import list_paper
from .loading import cohort_or_404, frame, list_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import PaperList, Scan

_ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest, key: str) -> HttpResponse:
    """A list for a cohort, to be printed."""
    cohort = cohort_or_404(request, key)
    form = ListForm(request.POST or None, initial={"day": cohort.ends})
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("name", "day", "level", "empty")}
        made = commands.begin_list(actor=request.actor, cohort=cohort, lines=form.lines, at=request.now, **values)
        return redirect("records:list", made.key)
    page = {**frame(request), "cohort": cohort, "form": form}
    return render(request, "records/list_form.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def sheet(request: ActorRequest, key: str) -> HttpResponse:
    """The rows of the paper. What is typed is kept with every button; one of them enters it as well."""
    row = list_or_404(request, key)
    lines = queries.lines_in(row)
    if rules.is_entered(row):
        return render(request, "records/list_entered.html", {**_frame(request, row), "lines": lines})
    form = LinesForm(request.POST or None, lines=lines, initial={"seen": row.digest})
    if request.method == "POST" and form.is_valid() and is_saved(form, lambda: _fill(request, row, form)):
        return _after(request, row, form)
    page = {**_frame(request, row), "form": form, "sexes": SEXES}
    return render(request, "records/list.html", page, status=422 if form.errors else 200)


def _fill(request: ActorRequest, row: PaperList, form: LinesForm) -> None:
    commands.fill_list(actor=request.actor, sheet=row, lines=form.lines, seen=form.cleaned_data["seen"], at=request.now)


def _after(request: ActorRequest, row: PaperList, form: LinesForm) -> HttpResponse:
    """Kept; and entered where that was asked for and nothing is wrong."""
    here = reverse("records:list", args=[row.key])
    wrong = sum(bool(each.faults) for each in form.rows)
    if "enter" not in request.POST:
        return back(request, here, _("Kept. Nothing is entered yet."))
    if wrong:
        text = ngettext(
            "Kept. %(count)s row has to be looked at before the list is entered.",
            "Kept. %(count)s rows have to be looked at before the list is entered.",
            wrong,
        )
        return back(request, f"{here}#rows", text % {"count": wrong})
    entered = commands.enter_list(actor=request.actor, sheet=row, at=request.now)
    said = {"new": entered.new, "known": entered.known}
    return back(request, here, _("Entered. New: %(new)s. Known already: %(known)s.") % said)


def _frame(request: ActorRequest, row: PaperList) -> dict[str, Any]:
    doer = capacity(request.actor, row.cohort.space)
    return {
        **frame(request),
        "sheet": row,
        "cohort": row.cohort,
        "scans": queries.scans_of(row),
        "scan_form": ScanForm(),
        "adds_scans": rules.may_enter(doer) is None,
        "removes_scans": rules.removes_scans(doer, row) is None,
        "is_entered": rules.is_entered(row),
        "may_change": rules.may_change_list(doer, row) is None,
        "countersigns": rules.countersigns(request.actor, doer, row) is None,
    }


@require_GET
def paper(request: ActorRequest, key: str, ending: str) -> HttpResponse:
    """The list on paper, as PDF or Word."""
    row = list_or_404(request, key)
    served = network()
    name = in_my_language(served.name) if served else ""
    made = list_paper(row, queries.lines_in(row), name, request.LANGUAGE_CODE, row.at)
    return paper_file(request, made, f"list-{row.cohort.code}.{ending}", reverse("records:list", args=[key]))


@require_POST
def removals(request: ActorRequest, key: str) -> HttpResponse:
    row = list_or_404(request, key)
    commands.remove_list(actor=request.actor, sheet=row, at=request.now)
    return back(request, reverse("records:cohort", args=[row.cohort.key]), _("The list is taken out."))


@require_POST
def countersignatures(request: ActorRequest, key: str) -> HttpResponse:
    row = list_or_404(request, key)
    form = SeenForm(request.POST)
    here = reverse("records:list", args=[key])
    if not form.is_valid() or form.cleaned_data["seen"] != row.digest:
        explain(request, form)
        return redirect(here)
    commands.countersign(actor=request.actor, sheet=row, at=request.now)
    return back(request, here, _("Countersigned."))


@require_POST
def scans(request: ActorRequest, key: str) -> HttpResponse:
    row = list_or_404(request, key)
    form = ScanForm(request.POST, request.FILES)
    here = reverse("records:list", args=[key])
    if not form.is_valid():
        explain(request, form)
        return redirect(here)
    commands.add_scan(actor=request.actor, sheet=row, data=form.cleaned_data["file"].read(), at=request.now)
    return back(request, f"{here}#scans", _("The scan is added."))


def _scan(request: ActorRequest, key: str) -> Scan:
    with or_404():
        return queries.scan_for(request.actor, key)


@require_GET
def scan(request: ActorRequest, key: str) -> HttpResponse:
    """A scan as a file: it is saved and never shown inside a page."""
    found = _scan(request, key)
    return saved(queries.data_of(found), found.media_type, f"scan-{found.key}.{_ENDINGS[found.media_type]}")


@require_POST
def scan_removals(request: ActorRequest, key: str) -> HttpResponse:
    found = _scan(request, key)
    commands.remove_scan(actor=request.actor, scan=found, at=request.now)
    here = reverse("records:list", args=[found.list.key])
    return back(request, f"{here}#scans", _("The scan is taken out."))
