"""What the views of reviews start with and end with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404

from .. import queries

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Review


def load_own(request: ActorRequest, key: str) -> Review:
    """A review of the actor's own member; 404 otherwise."""
    with or_404():
        return queries.own_review_for(request.actor, key)


def page_of(key: str) -> str:
    return reverse("reviews:review", args=[key])


def form_page(request: ActorRequest, form: BaseForm, here: str, title: Any, **more: Any) -> HttpResponse:
    """A page with one form on it."""
    page = {"form": form, "here": here, "title": title, **more}
    return render(request, "reviews/form.html", page, status=422 if form.errors else 200)
