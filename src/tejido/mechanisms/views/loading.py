"""What the views of mechanisms start with and end with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import members

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Member


@contextmanager
def or_404() -> Iterator[None]:
    """What does not exist for this actor is not found: the same page for strangers and unknown keys."""
    try:
        yield
    except (ObjectDoesNotExist, LookupError) as problem:
        raise Http404 from problem


def member_or_404(code: str) -> Member:
    """A member of the register, which everybody may know of."""
    found = next((line.member for line in members() if line.member.code == code), None)
    if found is None:
        raise Http404
    return found


def seat_or_404(request: ActorRequest) -> None:
    """What only seats of the network see."""
    if request.actor.is_public:
        raise Http404


def day_asked(request: ActorRequest) -> date:
    """The day in `?on=`; today where there is none or none that exists."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return request.now.date()


def explain(request: ActorRequest, form: forms.BaseForm) -> None:
    """The errors of a short form whose page is another one."""
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        said = " ".join(str(error) for error in errors)
        messages.error(request, f"{label}: {said}" if label else said)


def back(request: ActorRequest, address: str, done: str = "") -> HttpResponse:
    if done:
        messages.success(request, done)
    return redirect(address)


def page_of(code: str) -> str:
    return reverse("mechanisms:mechanism", args=[code])
