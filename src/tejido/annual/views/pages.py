"""The page of a member: what it says, own words, clearance and approval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.registry.names import Task
from tejido.registry.queries import day_of
from tejido.web.answers import back, explain
from tejido.web.languages import say

from .. import commands
from ..commands.pages import words_digest
from ..forms import PageForm, SeenForm
from ..queries import compose, own_page
from ..sentences import is_past
from ..words.blocks import page_shown
from .loading import frame, load

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Report
    from ..queries import OwnPage, PageLine


@require_http_methods(["GET", "POST"])
def page(request: ActorRequest, key: str, code: str) -> HttpResponse:
    """The page as everybody of the network may read it now; for the member's own seats as they prepare it, and there
    they write their own words."""
    row = load(request, key)
    line = _line(request, row, code)
    own = own_page(request.actor, row, line) if request.actor.member == code else None
    if own is None:
        if request.method == "POST":
            raise Http404
        return render(request, "annual/page.html", _shown(request, row, line))
    form = _words_form(request, own) if own.capacity.may(Task.CONSOLIDATE) else None
    if request.method == "POST" and form is None:
        raise Http404
    if form is not None and request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        commands.write_page(actor=request.actor, report=row, words=form.texts, seen=seen, at=request.now)
        return back(request, reverse("annual:page", args=[key, code]), _("Saved. Your own seats alone read it so far."))
    status = 422 if form is not None and form.errors else 200
    shown = {
        **_shown(request, row, line, own=own),
        **_own_acts(own),
        "form": form,
        "is_past": is_past(row, day_of(request.now)),
    }
    return render(request, "annual/own_page.html", shown, status=status)


def _line(request: ActorRequest, row: Report, code: str) -> PageLine:
    """404 where the pages are not open yet, and for who has none."""
    line = compose(row, request.now).page_of(code) if row.opened_at else None
    if line is None:
        raise Http404
    return line


def _words_form(request: ActorRequest, own: OwnPage) -> PageForm:
    seen = {"seen": words_digest(own.words)}
    return PageForm(request.POST or None, initial={**PageForm.initial_of(own.words), **seen})


def _shown(request: ActorRequest, row: Report, line: PageLine, own: OwnPage | None = None) -> dict[str, Any]:
    blocks, notes = page_shown(line.facts.all if own else line.blocks)
    words = own.words if own else line.words
    return {
        **frame(request, row),
        "line": line,
        "blocks": blocks,
        "notes": notes,
        "words": say(words, request.LANGUAGE_CODE),
        "languages": sorted(words),
    }


def _own_acts(own: OwnPage) -> dict[str, Any]:
    """What the seat may do now. The rule that guards the act hides the button."""
    requires = own.capacity.body.requires_clearance
    return {
        "own": own,
        "requires_clearance": requires,
        "may_clear": requires and own.capacity.may(Task.CLEAR) and not own.is_cleared,
        "may_approve": own.capacity.may(Task.RELEASE) and not own.is_approved and (own.is_cleared or not requires),
        "may_withdraw": own.capacity.may(Task.RELEASE) and bool(own.approved),
        "waits_for_clearance": requires and not own.is_cleared,
    }


def _seen(request: ActorRequest, key: str, code: str) -> tuple[Report, str] | HttpResponse:
    """The report and the digest that was read; a way back where none was sent. 404 for other members' seats."""
    row = load(request, key)
    if request.actor.member != code:
        raise Http404
    form = SeenForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("annual:page", key, code)
    return row, form.cleaned_data["seen"]


@require_POST
def clearances(request: ActorRequest, key: str, code: str) -> HttpResponse:
    found = _seen(request, key, code)
    if isinstance(found, HttpResponse):
        return found
    commands.clear_page(actor=request.actor, report=found[0], seen=found[1], at=request.now)
    return back(request, reverse("annual:page", args=[key, code]), _("The page is cleared."))


@require_POST
def approvals(request: ActorRequest, key: str, code: str) -> HttpResponse:
    found = _seen(request, key, code)
    if isinstance(found, HttpResponse):
        return found
    commands.approve_page(actor=request.actor, report=found[0], seen=found[1], at=request.now)
    return back(request, reverse("annual:page", args=[key, code]), _("The page is approved as it stands."))


@require_POST
def withdrawals(request: ActorRequest, key: str, code: str) -> HttpResponse:
    row = load(request, key)
    if request.actor.member != code:
        raise Http404
    commands.withdraw_approval(actor=request.actor, report=row, at=request.now)
    return back(request, reverse("annual:page", args=[key, code]), _("The approval is withdrawn."))
