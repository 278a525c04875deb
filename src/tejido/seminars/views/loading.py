"""What the views of seminars start with and end with. Higher apps begin with `seminar_or_404` too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404

from ..queries import CycleLine, cycle_for, seminar_for

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Seminar


def seminar_or_404(request: ActorRequest, key: str) -> Seminar:
    """The seminar for a seat of the network; 404 for everybody else, as for an unknown key."""
    with or_404():
        return seminar_for(request.actor, key)


def cycle_or_404(request: ActorRequest, key: str) -> CycleLine:
    with or_404():
        return cycle_for(request.actor, key)


def must(allowed: bool) -> None:
    """404 for a page that only some seats work on, or only in some states."""
    if not allowed:
        raise Http404


def ask_again(
    request: ActorRequest, form: forms.BaseForm, *, title: str, button: str, way_back: str, above: str = "",
    consequence: str = "", tone: str = "", note: str = "", strike: str = "",
) -> HttpResponse:  # fmt: skip  # one page, read as one
    """A page with one form: to begin with, and with what was typed when something in it is not clear yet. `above` says
    what it is about; at `strike` it is struck."""
    page: dict[str, Any] = {
        "form": form,
        "title": title,
        "button": button,
        "way_back": way_back,
        "above": above,
        "consequence": consequence,
        "tone": tone,
        "note": note,
        "strike": strike,
    }
    return render(request, "seminars/form.html", page, status=422 if form.errors else 200)
