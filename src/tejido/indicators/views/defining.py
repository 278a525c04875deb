"""Defining an indicator of a member, or one that is asked of every member; changing and ending it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.keys import row_digest
from tejido.ledger.refusals import ask, is_saved
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.programmes.queries import choices_for
from tejido.registry.tabs import home_tabs
from tejido.registry.words import seat_words
from tejido.web.answers import back
from tejido.web.editing import SEEN, carry

from .. import commands, queries, rules
from ..forms import IndicatorForm, form_initial
from ..queries.defining import member_of, pointed_at, seats_of
from .loading import load_own, today

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Indicator


def _given(form: IndicatorForm) -> dict[str, Any]:
    """What was entered, with rows in the place of keys."""
    values = form.entered
    return values | pointed_at(values.pop("initiative", ""), values.pop("owner", ""))


def _form(request: ActorRequest, row: Indicator | None, *, is_own: bool, is_fixed: bool = False) -> IndicatorForm:
    initial = {"language": request.LANGUAGE_CODE, "since": today(request).replace(month=1, day=1)}
    initial |= {"initiative": request.GET.get("initiative", "")}
    initiatives = choices_for(request.actor) if is_own else None
    seats = [(seat.key, seat_words(seat)) for seat in seats_of(request.actor)] if is_own else ()
    return IndicatorForm(
        request.POST or None,
        initial=initial | (form_initial(row) if row else {}),
        initiatives=initiatives,
        seats=seats,
        is_fixed=is_fixed,
    )


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """An indicator of the actor's member."""
    if not request.actor.member:
        raise Http404
    ask(rules.may_define(request.actor, request.actor.member))
    return _new(request, is_own=True)


@require_http_methods(["GET", "POST"])
def new_question(request: ActorRequest) -> HttpResponse:
    """An indicator that is asked of every member."""
    seat_or_404(request)
    ask(rules.may_define(request.actor, None))
    return _new(request, is_own=False)


def _new(request: ActorRequest, *, is_own: bool) -> HttpResponse:
    form = _form(request, None, is_own=is_own)
    if request.method == "POST" and form.is_valid():
        member = member_of(request.actor) if is_own else None
        made = commands.define_indicator(actor=request.actor, member=member, at=request.now, **_given(form))
        return back(request, reverse("indicators:indicator", args=[made.key]), _("Defined. Values can be reported."))
    return _page(request, form, _("Define an indicator") if is_own else _("Ask every member"))


@require_http_methods(["GET", "POST"])
def definition(request: ActorRequest, key: str) -> HttpResponse:
    row = load_own(request, key)
    ask(
        rules.may_define(request.actor, None if row.is_asked_of_all else request.actor.member) or rules.still_asked(row)
    )
    is_fixed = queries.has_values(row)
    form = _form(request, row, is_own=not row.is_asked_of_all, is_fixed=is_fixed)
    carry(form, row_digest(row))
    if form.is_valid() and is_saved(form, lambda: _change(request, row, form, is_fixed=is_fixed)):
        return back(request, reverse("indicators:indicator", args=[key]), _("Changed."))
    return _page(request, form, _("Change the definition"), row=row, is_fixed=is_fixed)


def _change(request: ActorRequest, row: Indicator, form: IndicatorForm, *, is_fixed: bool) -> None:
    given = {name: value for name, value in _given(form).items() if not is_fixed or name not in rules.FIXED}
    if is_fixed and row.is_asked_of_all:
        given["says"] = row.says | given["says"]  # the form has one language of it
    seen = form.cleaned_data[SEEN]
    commands.change_indicator(actor=request.actor, indicator=row, seen=seen, at=request.now, **given)


def _page(request: ActorRequest, form: IndicatorForm, title: str, **more: Any) -> HttpResponse:
    page = {"form": form, "title": title, "tabs": home_tabs(request.actor, request.path), **more}
    return render(request, "indicators/defining.html", page, status=422 if form.errors else 200)


@require_POST
def endings(request: ActorRequest, key: str) -> HttpResponse:
    row = load_own(request, key)
    commands.end_indicator(actor=request.actor, indicator=row, at=request.now)
    done = _("Ended. Nothing more is asked; what was reported and released stays.")
    return back(request, reverse("indicators:indicator", args=[key]), done)
