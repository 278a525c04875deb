"""The first page, beginning an analysis, opening and closing it, and several side by side."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.engine.sealing import KEY_LENGTH
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.queries import day_of, member_line
from tejido.registry.tabs import home_tabs
from tejido.web.answers import back, or_404

from .. import commands, rules
from ..forms import BeginForm, OpenForm
from ..queries import access, pages, summaries
from ..words import GROUPS
from .guarding import browser_of, give_secret, private

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Admission


@require_GET
@private
def home(request: ActorRequest) -> HttpResponse:
    """What a risk analysis is, for every seat; the actor's own; and what others released. It is the same page for a
    seat that is admitted to none and for one whose member has none."""
    seat_or_404(request)
    own = pages.own_analyses(request.actor, browser_of(request), request.now)
    page = {
        "tabs": home_tabs(request.actor, request.path),
        "own": own,
        "compared": [each for each in own if each.is_open],
        "summaries": summaries.summaries_for(request.actor, request.now),
        "may_begin": rules.is_of_a_member(request.actor) is None,
    }
    return render(request, "risk/home.html", page)


@require_http_methods(["GET", "POST"])
@private
def beginnings(request: ActorRequest) -> HttpResponse:
    if rules.is_of_a_member(request.actor) is not None:
        raise Http404
    form = BeginForm(request.POST or None, initial={"language": request.LANGUAGE_CODE})
    if request.method == "POST" and form.is_valid():
        return _begin(request, form)
    return render(request, "risk/beginning.html", {"form": form}, status=422 if form.errors else 200)


def _begin(request: ActorRequest, form: BeginForm) -> HttpResponse:
    values, line = form.cleaned_data, member_line(request.actor.member)
    if line is None:
        raise Http404
    last = form.ends_on(day_of(request.now))
    beginning = commands.Beginning(form.cells, values["language"], last, values["passphrase"])
    row = commands.begin_analysis(actor=request.actor, member=line.member, beginning=beginning, at=request.now)
    return _open(request, access.admission_for(request.actor, row.key), values["passphrase"])


@require_http_methods(["GET", "POST"])
@private
def openings(request: ActorRequest, key: str) -> HttpResponse:
    """Opens the analysis in this browser."""
    with or_404():
        admission = access.admission_for(request.actor, key)
    has_passphrase = admission.analysis.has_passphrase
    sent = request.POST if request.method == "POST" else None
    form = OpenForm(sent) if has_passphrase else None
    if request.method == "POST" and (form is None or form.is_valid()):
        return _open(request, admission, form.cleaned_data["passphrase"] if form else "")
    page = {"form": form, "analysis": admission.analysis, "hours": commands.HOURS.seconds // 3600}
    return render(request, "risk/opening.html", page, status=422 if form and form.errors else 200)


def _open(request: ActorRequest, admission: Admission, passphrase: str) -> HttpResponse:
    browser = browser_of(request)
    if not browser.secret:
        browser = replace(browser, secret=secrets.token_bytes(KEY_LENGTH))
    commands.open_analysis(
        actor=request.actor, admission=admission, browser=browser, passphrase=passphrase, at=request.now
    )
    return give_secret(redirect("risk:analysis", admission.analysis_id), browser)


@require_POST
@private
def closings(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        admission = access.admission_for(request.actor, key)
    commands.close_analysis(admission=admission, browser=browser_of(request))
    return back(request, reverse("risk:home"), _("Closed in this browser."))


@require_GET
@private
def comparison(request: ActorRequest) -> HttpResponse:
    """Analyses that are open, side by side, the oldest first. Nothing is added up."""
    chosen = request.GET.getlist("with")
    with or_404():
        beside = pages.opened_beside(request.actor, chosen, browser_of(request), request.now)
    if not beside:
        return redirect("risk:home")
    groups = [
        (name, [(factor, [pages.part_of(opened.cells, factor) for opened in beside]) for factor in factors])
        for name, factors in GROUPS
    ]
    return render(request, "risk/comparison.html", {"beside": beside, "groups": groups})


@require_http_methods(["GET", "POST"])
@private
def takings(request: ActorRequest, key: str) -> HttpResponse:
    """For the new holder of an admitted seat: who admits them, or that they may take over."""
    with or_404():
        sleeping = access.sleeping_for(request.actor, key)
    if request.method == "POST":
        commands.take_over(actor=request.actor, sleeping=sleeping, at=request.now)
        return redirect("risk:openings", key)
    others = [row for row in access.admissions_of(sleeping.analysis) if row.is_valid_at(request.now)]
    return render(request, "risk/taking.html", {"analysis": sleeping.analysis, "others": others})
