"""The register in files: taken away, and handed in to be looked at before anything changes."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tejido.formats.sheet import write_csv, write_xlsx
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.web.answers import or_404
from tejido.web.downloads import saved

from .. import commands, queries
from ..forms import ApplyingForm, FileForm

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
def files(request: ActorRequest) -> HttpResponse:
    """What can be taken away, and where a file is handed in."""
    seat_or_404(request)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["file"]
        delivery = commands.hand_in(actor=request.actor, name=given.name, sheets=form.sheets, at=request.now)
        return redirect("registry:delivery", delivery.key)
    page = {"form": form, "tables": queries.TABLES}
    return render(request, "registry/files.html", page, status=422 if form.errors else 200)


@require_GET
def export(request: ActorRequest, name: str) -> HttpResponse:
    """register.xlsx with every table, or one table as CSV: "seats.csv"."""
    seat_or_404(request)
    sheets = {sheet.name: sheet for sheet in queries.sheets_of(request.actor, request.now)}
    stem, _dot, ending = name.rpartition(".")
    if name == "register.xlsx":
        return saved(write_xlsx([*sheets.values()]), _XLSX, name)
    if ending == "csv" and stem in sheets:
        return saved(write_csv(sheets[stem]), "text/csv; charset=utf-8", name)
    raise Http404


@require_http_methods(["GET", "POST"])
def delivery(request: ActorRequest, key: str) -> HttpResponse:
    """What the file would change, row by row, and the one act that changes it."""
    with or_404():
        row = queries.delivery_for(request.actor, key)
    plan = queries.plan_of(request.actor, row, request.now)
    form = ApplyingForm(request.POST or None, initial={"seen": plan.digest})
    if request.method == "POST" and form.is_valid():
        commands.apply_delivery(
            actor=request.actor, delivery=row, seen=form.cleaned_data["seen"], reason=form.cleaned_data["reason"],
            at=request.now,
        )  # fmt: skip  # one act, read as one
        messages.success(request, _("Applied. Every change stands in the history with its reason."))
        return redirect("registry:files")
    groups = [(state, plan.of(state)) for state in ("refused", "new", "changed")]
    page = {"row": row, "groups": groups, "unchanged": len(plan.of("unchanged")), "form": form, "plan": plan}
    page["can_apply"] = not plan.of("refused") and bool(plan.of("new") or plan.of("changed")) and not row.applied_at
    return render(request, "registry/delivery.html", page, status=422 if form.errors else 200)
