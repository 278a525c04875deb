"""How a public page is answered: in the language of its address, and so that browsers and proxies may keep it."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of, network_zone

KEPT = 300  # seconds for which a copy may be shown without asking again

View = Callable[..., HttpResponse]


def in_its_language(view: View) -> View:
    """The address names the language, and days are those of the network's clocks; the reader's own settings do not
    matter, so that one address is one page."""

    @require_safe
    @wraps(view)
    def answered(request: ActorRequest, language: str, **named: str) -> HttpResponse:
        if language not in dict(settings.LANGUAGES):
            raise Http404
        with translation.override(language), timezone.override(network_zone()):
            return view(request, language, **named)

    return answered


def page(request: ActorRequest, template: str, language: str, context: dict[str, Any]) -> HttpResponse:
    """The page as HTML."""
    return kept(request, render(request, template, {"language": language, **context}), language)


def today(request: ActorRequest) -> date:
    """The day on the clocks that a public page is read by."""
    return day_of(request.now, timezone.get_current_timezone())


def kept(request: ActorRequest, response: HttpResponse, language: str = "") -> HttpResponse:
    """The answer with its mark, or 304 where the reader has it already. Who is signed in keeps nothing in a cache that
    others use. The mark is of the content, never a date: what is withdrawn leaves a page without making it newer."""
    response["ETag"] = f'W/"{sha256(response.content).hexdigest()[:32]}"'
    if language:
        response["Content-Language"] = language
    if request.user.is_authenticated:
        patch_cache_control(response, private=True, no_cache=True)
    else:
        patch_cache_control(response, public=True, max_age=KEPT)
    return get_conditional_response(request, response["ETag"], None, response) or response
