"""Reporting the value of a period, or correcting the one that stands."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tejido.engine import measure
from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.tabs import home_tabs
from tejido.web.answers import back

from .. import commands, rules
from ..forms import ValueForm, typed
from ..pages.counts import offers_of
from ..queries import Line, counts_for
from ..words import period_words
from .loading import load


@require_http_methods(["GET", "POST"])
def report(request: ActorRequest, key: str, period: str) -> HttpResponse:
    seen = load(request, key)
    line = next((one for one in seen.lines if one.period.code == period), None)
    if not seen.is_own or line is None:
        raise Http404
    ask(rules.may_report(request.actor, seen.indicator))
    row = line.row
    offers = offers_of(counts_for(request.actor, seen.indicator, line.period))
    taken = next((one for one in offers if one.key == request.GET.get("count", "")), None)
    form = ValueForm(
        request.POST or None, request.FILES or None, shown=seen.shown, is_correction=row is not None,
        has_file=bool(row and row.paper_id), initial=_initial(line) | {"source": row.source if row else
        seen.indicator.source} | (taken.initial if taken else {}),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        commands.report_value(
            actor=request.actor, indicator=seen.indicator, period=period, at=request.now, **form.entered
        )
        done = _("Kept. Only the seats of your member read it until it is released.")
        return back(request, reverse("indicators:indicator", args=[key]), done)
    page = {
        "seen": seen,
        "form": form,
        "period": period_words(line.period),
        "line": line,
        "offers": offers,
        "taken": taken,
        "overlapping": [d for d in seen.shown["dimensions"] if not d["exhaustive"]],
        "tabs": home_tabs(request.actor, request.path),
    }
    return render(request, "indicators/report.html", page, status=422 if form.errors else 200)


def _initial(line: Line) -> dict[str, Any]:
    """What stands, as it would be typed."""
    row = line.row
    if row is None:
        return {}
    found: dict[str, Any] = {"address": row.address, "note": row.note, "seen": row.key}
    for key, data in {"whole": row.value, **row.parts}.items():
        found[key], found[f"{key}/of"] = typed(measure.from_data(data))
    return found
