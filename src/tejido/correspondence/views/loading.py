"""What the views of letters start with and end with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.tabs import together_tabs
from tejido.web.answers import or_404

from .. import queries


def load(request: ActorRequest, key: str) -> queries.LetterLine:
    """A letter that the seat reads; 404 for everybody else, as for an unknown key."""
    seat_or_404(request)
    with or_404():
        return queries.letter_for(request.actor, key)


def page_of(key: str) -> str:
    return reverse("correspondence:letter", args=[key])


def family(request: ActorRequest) -> Any:
    return together_tabs(request.actor, request.path)


def asking(request: ActorRequest, form: forms.Form, **page: Any) -> HttpResponse:
    """The form on a page of its own; 422 where something in it is wrong."""
    return render(request, "correspondence/form.html", {"form": form, **page}, status=422 if form.errors else 200)
