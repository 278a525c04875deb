"""Files with recommendations: handed in, looked at row by row, confirmed and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.formats.sheet import write_csv, write_xlsx
from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved

from .. import commands, rules
from ..forms import ConfirmForm, IntakeForm, ReadingForm
from ..queries.intakes import COMPLETES, KNOWN, NEW, REFUSED, intakes_for, plan_of, refused_rows, sheet_of
from ..queries.loading import intake_for
from ..sheets import faults_sheet, model_sheet
from .loading import CSV, XLSX, frame, own_member

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Intake

MOST = 100  # rows of each kind on the page; the others are counted


@require_http_methods(["GET", "POST"])
def imports(request: ActorRequest) -> HttpResponse:
    """The files of the member, and where one is handed in."""
    member = own_member(request)
    initial = {"language": request.LANGUAGE_CODE}
    form = IntakeForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST":
        ask(rules.may_keep(request.actor, member.code))
        if form.is_valid():
            values = form.cleaned_data
            row = commands.hand_in(
                actor=request.actor, member=member, name=values["file"].name, raw=form.raw, sheets=form.sheets,
                language=values["language"], mechanism=values["mechanism"], days=values["days"], at=request.now,
            )  # fmt: skip  # one act, read as one
            return redirect("reporting:intake", row.key)
    page = {**frame(request, member), "form": form, "rows": intakes_for(request.actor)}
    return render(request, "reporting/imports.html", page, status=422 if form.errors else 200)


@require_GET
def model(request: ActorRequest) -> HttpResponse:
    """An empty table with every column, to be filled in."""
    own_member(request)
    return saved(write_xlsx([model_sheet()]), XLSX, "recommendations.xlsx")


def _load(request: ActorRequest, key: str) -> Intake:
    with or_404():
        return intake_for(request.actor, key)


@require_http_methods(["GET", "POST"])
def intake(request: ActorRequest, key: str) -> HttpResponse:
    """What each row would do, and what each column is; nothing is written until it is confirmed."""
    row = _load(request, key)
    if row.confirmed_at or row.undone_at:
        return _done(request, row)
    form = _reading_form(request, row)
    if request.method == "POST" and form.is_valid():
        commands.read_as(actor=request.actor, intake=row, fields=form.chosen, **form.how)
        return redirect("reporting:intake", key)
    plan = plan_of(row)
    page = {
        **frame(request, row.member),
        "row": row,
        "form": form,
        "plan": plan,
        "groups": [(state, plan.of(state)[:MOST], len(plan.of(state))) for state in (REFUSED, NEW, COMPLETES, KNOWN)],
        "most": MOST,
        "confirm_form": ConfirmForm(initial={"seen": plan.digest}),
    }
    return render(request, "reporting/intake.html", page, status=422 if form.errors else 200)


def _reading_form(request: ActorRequest, row: Intake) -> ReadingForm:
    header = sheet_of(row).header
    initial: dict[str, Any] = {"mechanism": row.mechanism, "language": row.language, "days": row.days}
    return ReadingForm(request.POST or None, header=header, fields=row.fields, initial=initial)


def _done(request: ActorRequest, row: Intake) -> HttpResponse:
    """What the file has brought."""
    refused = list(refused_rows(row))
    page = {**frame(request, row.member), "row": row, "refused": refused}
    return render(request, "reporting/intake_done.html", page)


@require_POST
def confirmations(request: ActorRequest, key: str) -> HttpResponse:
    row = _load(request, key)
    form = ConfirmForm(request.POST)
    here = reverse("reporting:intake", args=[key])
    if not form.is_valid():
        explain(request, form)
        return redirect(here)
    commands.confirm(actor=request.actor, intake=row, seen=form.cleaned_data["seen"], at=request.now)
    return back(request, here, _("Imported. It can be undone as long as nothing hangs on its rows."))


@require_POST
def undoings(request: ActorRequest, key: str) -> HttpResponse:
    row = _load(request, key)
    gone = commands.undo(actor=request.actor, intake=row, at=request.now)
    return back(
        request, reverse("reporting:imports"), _("Undone. Recommendations removed: %(count)s.") % {"count": gone}
    )


@require_GET
def faults(request: ActorRequest, key: str) -> HttpResponse:
    """The rows that are not taken, with what is wrong, to be mended and handed in again."""
    row = _load(request, key)
    header = sheet_of(row).header if row.sheets else tuple(row.fields)
    return saved(write_csv(faults_sheet(header, refused_rows(row))), CSV, "rows-to-mend.csv")
