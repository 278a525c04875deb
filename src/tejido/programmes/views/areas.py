"""The areas of a member: entered, changed, closed, shown and shown no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.views.finding import is_done, member_or_404
from tejido.web.answers import back, explain

from .. import commands, queries, rules
from ..forms import AreaForm, AreaReleaseForm
from .loading import area_or_404, institution_choices, member_seat_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Area


@require_http_methods(["GET", "POST"])
def new_area(request: ActorRequest, code: str) -> HttpResponse:
    """A new area of the actor's own member."""
    member = member_or_404(code)
    member_seat_or_404(request, code)
    ask(rules.may_tell(request.actor, code))
    form = AreaForm(request.POST or None, institutions=institution_choices(code))
    if request.method == "POST" and form.is_valid():
        given = {**_given(code, form), "member": member, "at": request.now}
        if is_done(form, commands.enter_area, actor=request.actor, **given):
            return back(request, _page(code), _("Entered. Only the seats of your member read it until it is released."))
    page = {"form": form, "member": member, "title": _("A new area of government")}
    return render(request, "programmes/area.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def area(request: ActorRequest, key: str) -> HttpResponse:
    """What an area is called from now on."""
    row = area_or_404(request, key)
    ask(rules.may_change_area(request.actor, row))
    initial = {"kind": row.kind, "name": row.name, "institution": row.institution_id}
    code = row.member.code
    form = AreaForm(request.POST or None, institutions=institution_choices(code), initial=initial)
    if request.method == "POST" and form.is_valid():
        given = {**_given(code, form), "area": row, "at": request.now}
        if is_done(form, commands.change_area, actor=request.actor, **given):
            return back(
                request, _page(code), _("Saved. What others were shown stays as it was until it is released anew.")
            )
    page = {"form": form, "member": row.member, "area": row, "title": _("Area of government")}
    return render(request, "programmes/area.html", page, status=422 if form.errors else 200)


def _given(code: str, form: AreaForm) -> dict[str, Any]:
    key = form.cleaned_data["institution"]
    institution = next((row for row in queries.institutions_of(code) if row.key == key), None)
    return {"kind": form.cleaned_data["kind"], "name": form.names, "institution": institution}


@require_POST
def closings(request: ActorRequest, key: str) -> HttpResponse:
    row = area_or_404(request, key)
    commands.close_area(actor=request.actor, area=row, at=request.now)
    return _done(request, row, _("Closed. Initiatives that are in it keep its name."))


@require_POST
def area_releases(request: ActorRequest, key: str) -> HttpResponse:
    row = area_or_404(request, key)
    form = AreaReleaseForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return _done(request, row)
    given = {"audience": form.cleaned_data["audience"], "seen": request.POST.get("seen", "")}
    commands.release_area(actor=request.actor, area=row, at=request.now, **given)
    return _done(request, row, _("Released. These readers see it from now on, as it stands."))


@require_POST
def area_withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    row = area_or_404(request, key)
    commands.withdraw_area(actor=request.actor, area=row, at=request.now)
    return _done(request, row, _("Withdrawn. Nobody outside sees it any more; that it was shown is kept."))


def _page(code: str) -> str:
    return reverse("programmes:member", args=[code])


def _done(request: ActorRequest, row: Area, words: str = "") -> HttpResponse:
    return back(request, _page(row.member.code), words)
