"""What the views of regional initiatives start with and end with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.web.answers import or_404

from .. import queries


def load(request: ActorRequest, key: str) -> queries.Context:
    """404 for who may not know of it, as for an unknown key."""
    with or_404():
        return queries.context_for(request.actor, key, request.now)


def for_seat(request: ActorRequest, key: str) -> queries.Context:
    """The same for seats of the network alone."""
    seat_or_404(request)
    return load(request, key)


def page_of(key: str) -> str:
    return reverse("regional:initiative", args=[key])


def asking(request: ActorRequest, form: forms.Form | None, **page: Any) -> HttpResponse:
    """The form on a page of its own; 422 where something in it is wrong."""
    status = 422 if form is not None and form.errors else 200
    return render(request, "regional/form.html", {"form": form, **page}, status=status)
