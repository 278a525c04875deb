"""What the views of promotion start with and end with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.web.answers import or_404

from .. import queries

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import ForumEntry


def load(request: ActorRequest, key: str) -> ForumEntry:
    """An entry that a seat may read; 404 for everybody else, as for an unknown key."""
    seat_or_404(request)
    with or_404():
        return queries.entry_for(request.actor, key)


def page_of(key: str) -> str:
    return reverse("promotion:entry", args=[key])


def asking(request: ActorRequest, form: forms.Form, **page: Any) -> HttpResponse:
    """The form on a page of its own; 422 where something in it is wrong."""
    return render(request, "promotion/form.html", {"form": form, **page}, status=422 if form.errors else 200)
