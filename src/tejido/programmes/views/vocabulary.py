"""The vocabulary of types and target groups: read by everybody, proposed to by members, kept by the secretariat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.rules import may_keep_network
from tejido.registry.tabs import home_tabs
from tejido.registry.views.finding import is_done
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import in_my_language

from .. import commands, queries, rules
from ..forms import DecisionForm, NamesForm, TermForm
from ..lines import fold
from ..names import Standing, Use

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Term


@require_http_methods(["GET", "POST"])
def vocabulary(request: ActorRequest) -> HttpResponse:
    """Every term; a member proposes one here, the secretariat adds it at once. Public."""
    actor = request.actor
    may_keep, may_propose = may_keep_network(actor) is None, rules.may_propose(actor) is None
    form = TermForm(request.POST or None) if may_keep or may_propose else None
    if request.method == "POST":
        ask(None if may_keep else rules.may_propose(actor))
        act = commands.add_term if may_keep else commands.propose_term
        if form is not None and form.is_valid():
            given = {"use": form.cleaned_data["use"], "names": form.names, "at": request.now}
            if is_done(form, act, actor=actor, **given):
                return _back(request, _("Added.") if may_keep else _("Proposed. The secretariat decides on it."))
    terms = sorted(queries.terms_for(actor), key=lambda term: fold(in_my_language(term.names)))
    page = {
        "uses": [(use, [t for t in terms if t.use == use and t.standing in _IN_LIST]) for use in Use],
        "proposals": [t for t in terms if t.standing == Standing.PROPOSED],
        "declined": [t for t in terms if t.standing == Standing.DECLINED],
        "form": form,
        "may_keep": may_keep,
        "tabs": home_tabs(actor, reverse("programmes:home")),
    }
    return render(request, "programmes/vocabulary.html", page, status=422 if form and form.errors else 200)


_IN_LIST = (Standing.IN_USE, Standing.RETIRED)


@require_http_methods(["GET", "POST"])
def names(request: ActorRequest, key: str) -> HttpResponse:
    """What a term is called from now on."""
    row = _term_or_404(request, key)
    ask(rules.may_keep_term(request.actor, row))
    form = NamesForm(request.POST or None, names=row.names)
    if request.method == "POST" and form.is_valid():
        given = {"term": row, "names": form.names, "at": request.now}
        if is_done(form, commands.rename_term, actor=request.actor, **given):
            return _back(request, _("Renamed, wherever it was chosen."))
    page = {"form": form, "term": row}
    return render(request, "programmes/term.html", page, status=422 if form.errors else 200)


@require_POST
def retirements(request: ActorRequest, key: str) -> HttpResponse:
    row = _term_or_404(request, key)
    commands.retire_term(actor=request.actor, term=row, at=request.now)
    return _back(request, _("Retired. Where it was chosen it stays."))


@require_POST
def decisions(request: ActorRequest, key: str) -> HttpResponse:
    """The secretariat takes a proposal in, or says why not."""
    row = _term_or_404(request, key)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return _back(request)
    given = {"takes_in": form.takes_in, "reason": form.cleaned_data["reason"], "at": request.now}
    commands.decide_term(actor=request.actor, term=row, **given)
    return _back(request, _("Decided."))


def _term_or_404(request: ActorRequest, key: str) -> Term:
    with or_404():
        return queries.term_for(request.actor, key)


def _back(request: ActorRequest, words: str = "") -> HttpResponse:
    return back(request, reverse("programmes:vocabulary"), words)
