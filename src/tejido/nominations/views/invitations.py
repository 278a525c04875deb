"""The participant's door: a link that is looked at first and used by a button, and the way to a new one. Whatever is
wrong with a link is answered alike."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import Refused
from tejido.ledger.requests import ActorRequest
from tejido.people.names import No as PeopleNo
from tejido.web.answers import back
from tejido.web.downloads import unkept

from .. import commands, guests, queries
from ..forms import AddressForm, NeedsForm, needs_given
from ..names import Standing
from ..terms import title_of


@require_http_methods(["GET", "POST"])
def invitation(request: ActorRequest, token: str) -> HttpResponse:
    """Shows whom the link is for and to what; the button confirms. A program that follows links confirms nothing."""
    try:
        row = queries.invited_by(token, request.now)
    except queries.NoSuchLink:
        return _unknown(request)
    is_known = row.standing == Standing.CONFIRMED
    form = NeedsForm(request.POST or None, initial=needs_given(row, queries.needs_of(row)))
    if request.method == "POST" and (is_known or form.is_valid()):
        return _confirmed(request, token, {} if is_known else form.given)
    page = {"nominee": row, "seminar": row.call.seminar, "title": title_of(row.call.seminar), "form": form}
    page |= {"token": token, "is_known": is_known}
    answer = render(request, "nominations/invitation.html", page, status=422 if form.errors else 200)
    return unkept(answer)


def _confirmed(request: ActorRequest, token: str, given: dict[str, object]) -> HttpResponse:
    try:
        row = commands.confirm_place(token=token, given=given, at=request.now)
    except Refused as problem:
        return _only_unknown(request, problem)
    guests.remember(request, row)
    return back(request, reverse("nominations:taking_part"), _("Welcome. This browser remembers you."))


@require_POST
def refusals(request: ActorRequest, token: str) -> HttpResponse:
    """The person does not come."""
    try:
        commands.decline_by_link(token=token, at=request.now)
    except Refused as problem:
        return _only_unknown(request, problem)
    return unkept(render(request, "nominations/declined.html"))


def _only_unknown(request: ActorRequest, problem: Refused) -> HttpResponse:
    if problem.refusal.code != PeopleNo.LINK_UNKNOWN:
        raise problem
    return _unknown(request)


def _unknown(request: ActorRequest) -> HttpResponse:
    return unkept(render(request, "nominations/link_unknown.html", status=404))


@require_http_methods(["GET", "POST"])
def links(request: ActorRequest) -> HttpResponse:
    """A new link by address. The answer never says whether there is somebody with it."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.ask_for_link(email=form.cleaned_data["email"], at=request.now)
        said = _("If a participant has this address, a new link is on its way to it. It may take some minutes.")
        return back(request, reverse("nominations:links"), said)
    return unkept(render(request, "nominations/links.html", {"form": form}, status=422 if form.errors else 200))


@require_POST
def leavings(request: ActorRequest) -> HttpResponse:
    """This browser is not the participant's any more: for one that others use too."""
    guests.forget(request)
    return redirect("nominations:links")
