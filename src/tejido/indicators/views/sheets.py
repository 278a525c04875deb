"""All values of a member as a sheet: taken away, filled in, handed in, looked at and taken in."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tejido.formats.sheet import write_xlsx
from tejido.ledger.requests import ActorRequest
from tejido.mechanisms.rules import may_state
from tejido.registry.tabs import home_tabs
from tejido.web.answers import back, or_404
from tejido.web.downloads import saved

from .. import commands, queries
from ..forms import SheetForm, TakingForm
from ..pages.changes import change_shown
from ..queries.sheets import compare, handed_for, plan_digest
from ..sheets import sheets_of
from .loading import today

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
def sheets(request: ActorRequest) -> HttpResponse:
    """Where the sheet is taken away and handed in."""
    if not request.actor.member:
        raise Http404
    may_keep = may_state(request.actor, request.actor.member) is None
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["file"].name
        row = commands.hand_in(actor=request.actor, name=name, rows=form.rows, at=request.now)
        return redirect("indicators:handed", row.key)
    page = {
        "form": form,
        "may_keep": may_keep,
        "count": len(queries.overview(request.actor, today(request))),
        "tabs": home_tabs(request.actor, request.path),
    }
    return render(request, "indicators/sheets.html", page, status=422 if form.errors else 200)


@require_GET
def sheet_file(request: ActorRequest) -> HttpResponse:
    if not request.actor.member:
        raise Http404
    made = write_xlsx(sheets_of(queries.overview(request.actor, today(request))))
    return saved(made, _XLSX, "values.xlsx")


@require_http_methods(["GET", "POST"])
def handed(request: ActorRequest, key: str) -> HttpResponse:
    """What the sheet would change, row by row, and the act that changes it."""
    with or_404():
        row = handed_for(request.actor, key)
    form = TakingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        count = commands.take_in(actor=request.actor, handed=row, at=request.now, **form.cleaned_data)
        done = _("Taken in: %(count)s values. Only the seats of your member read them until they are released.")
        return back(request, reverse("indicators:home"), done % {"count": count})
    compared = compare(request.actor, row.rows, request.now)
    changes = [change_shown(change) for change in compared]
    refused = [change for change in changes if change.problem]
    news = [change for change in changes if not change.problem and not change.is_same]
    page = {
        "handed": row,
        "form": form,
        "seen": plan_digest(compared),
        "refused": refused,
        "news": news,
        "same": len(changes) - len(refused) - len(news),
        "can_take": bool(news) and not refused and row.applied_at is None,
        "corrects": any(change.former for change in news),
        "tabs": home_tabs(request.actor, request.path),
    }
    return render(request, "indicators/handed.html", page, status=422 if form.errors else 200)
