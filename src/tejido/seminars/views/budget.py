"""What a seminar costs: for the secretariat and the host, and for the network once it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, or_404
from tejido.web.languages import in_my_language

from .. import commands, queries, rules
from ..forms import BudgetForm, budget_initial
from .loading import ask_again, must, seminar_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Seminar


def _seminar(request: ActorRequest, key: str) -> Seminar:
    """404 for who may not read its budget."""
    row = seminar_or_404(request, key)
    must(row.event_id is None and rules.reads_budget(request.actor, row))
    return row


def _way_back(key: str) -> str:
    return reverse("seminars:budget", args=[key])


@require_http_methods(["GET", "POST"])
def budget(request: ActorRequest, key: str) -> HttpResponse:
    """The lines and what they come to by currency; a further line."""
    row = _seminar(request, key)
    form = BudgetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.enter_line(actor=request.actor, seminar=row, money=form.money, at=request.now)
        return back(request, _way_back(key), _("Entered."))
    lines = queries.budget_of(row)
    page = {
        "seminar": row,
        "lines": lines,
        "totals": queries.totals_of(lines),
        "form": form,
        "may_keep": rules.may_keep_budget(request.actor, row) is None,
        "may_release": rules.may_release_budget(request.actor, row) is None,
        "may_withdraw": rules.may_withdraw_budget(request.actor, row) is None,
    }
    return render(request, "seminars/budget.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def line(request: ActorRequest, key: str, line: str) -> HttpResponse:
    row = _seminar(request, key)
    ask(rules.may_keep_budget(request.actor, row))
    with or_404():
        found = queries.budget_line_for(row, line)
    form = BudgetForm(request.POST or None, initial=budget_initial(found))
    if request.method == "POST" and form.is_valid():
        commands.change_line(actor=request.actor, line=found, money=form.money, at=request.now)
        return back(request, _way_back(key), _("Saved."))
    return ask_again(
        request,
        form,
        title=in_my_language(found.what),
        button=_("Save"),
        way_back=_way_back(key),
        above=_("Budget"),
        strike=reverse("seminars:line_strikings", args=[key, line]),
    )


@require_POST
def line_strikings(request: ActorRequest, key: str, line: str) -> HttpResponse:
    row = _seminar(request, key)
    with or_404():
        found = queries.budget_line_for(row, line)
    commands.strike_line(actor=request.actor, line=found, at=request.now)
    return back(request, _way_back(key), _("Struck."))


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    row = _seminar(request, key)
    commands.release_budget(actor=request.actor, seminar=row, at=request.now)
    return back(request, _way_back(key), _("Every seat of the network reads the budget now."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    row = _seminar(request, key)
    commands.withdraw_budget(actor=request.actor, seminar=row, at=request.now)
    return back(request, _way_back(key), _("Only the secretariat and the host read it again."))
