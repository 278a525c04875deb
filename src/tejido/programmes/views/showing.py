"""Showing fields of an initiative to others: chosen on one page, looked at as others will see it, and done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.mechanisms.names import Audience
from tejido.web.answers import back, explain

from .. import commands, queries, rules
from ..forms import PlanForm
from ..names import Field
from ..tabs import initiative_tabs
from ..words import facts, lines
from .loading import own_or_404, page_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Initiative


@require_http_methods(["GET", "POST"])
def releases(request: ActorRequest, key: str) -> HttpResponse:
    """Every field with who reads it; the act itself comes from the preview."""
    row = own_or_404(request, key)
    ask(rules.may_release(request.actor, row))
    found = queries.showings_of(row)
    if request.method == "POST":
        form = PlanForm(request.POST, showings=found, seen=row.revision)
        if form.is_valid():
            given = {"plan": form.plan, "seen": form.cleaned_data["seen"], "at": request.now}
            commands.release_fields(actor=request.actor, initiative=row, **given)
            return back(request, page_of(key), _("Done. Others read from now on what the preview has shown."))
        explain(request, form)
        return back(request, request.path)
    form = PlanForm(showings=found, seen=row.revision)
    names = queries.names_for(request.actor, [queries.values_of(row)])
    page = {
        **_frame(request, row),
        "rows": [
            (one, form[one.field], form[f"{one.field}_anew"] if one.is_older else None, _lines(one, names))
            for one in found
        ],
        "form": form,
    }
    return render(request, "programmes/releases.html", page)


def _lines(one: queries.Showing, names: queries.Names) -> list[Any]:
    return list(lines(one.field, one.value, names)) if one.value is not None else []


@require_GET
def preview(request: ActorRequest, key: str) -> HttpResponse:
    """What the seats of the network and what everybody would read, and the one act that makes it so."""
    row = own_or_404(request, key)
    ask(rules.may_release(request.actor, row))
    found = queries.showings_of(row)
    form = PlanForm(request.GET, showings=found, seen=row.revision)
    if not form.is_valid():
        return redirect("programmes:releases", key)
    seen = queries.previews(row, form.plan)
    names = queries.names_for(request.actor, [one.values for one in seen.values()])
    changes = rules.differences(form.plan, queries.standing_releases(row))
    refusal = rules.are_below_title(form.plan.audiences) or rules.changes_something(changes) or _empty(found, changes)
    page = {
        **_frame(request, row),
        "form": form,
        "sides": [(Audience(a), one, facts(one, names)) for a, one in seen.items()],
        "refusal": refusal.sentence if refusal else "",
        "sent": [(name, value) for name, value in request.GET.items() if name in form.fields],
    }
    return render(request, "programmes/preview.html", page)


def _empty(found: list[queries.Showing], changes: dict[str, str]) -> Any:
    """The refusal of the first field that is to be shown and says nothing."""
    asked = [one for one in found if changes.get(one.field, Audience.OWN) != Audience.OWN]
    return next((no for one in asked if (no := rules.has_something(one.field, one.value))), None)


def _frame(request: ActorRequest, row: Initiative) -> dict[str, Any]:
    return {
        "initiative": row,
        "member": row.member,
        "title": queries.values_of(row).get(Field.TITLE, {}),
        "tabs": initiative_tabs(request.actor, row, request.path.removesuffix("preview/")),
    }
