"""What the views of modules start with and end with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, or_404

from .. import queries

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Module, Step


def module_or_404(request: ActorRequest, key: str) -> Module:
    with or_404():
        return queries.module_for(request.actor, key)


def led_or_404(request: ActorRequest, key: str) -> Module:
    with or_404():
        return queries.led_module(request.actor, key)


def led_step_or_404(request: ActorRequest, key: str) -> Step:
    with or_404():
        return queries.led_step(request.actor, key)


def to_module(request: ActorRequest, key: str, done: str = "", place: str = "") -> HttpResponse:
    return back(request, f"{reverse('modules:module', args=[key])}{place}", done)


def to_step(request: ActorRequest, key: str, done: str = "", place: str = "") -> HttpResponse:
    return back(request, f"{reverse('modules:step', args=[key])}{place}", done)
