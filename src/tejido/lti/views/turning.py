"""How somebody from a school's system is turned away: with a page that says why, inside the page that they are on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation

from tejido.ledger.requests import ActorRequest

from .. import guests, queries
from ..names import Fault
from ..words import language_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Platform

_log = logging.getLogger(__name__)
# What happens to anybody, and costs nothing: it is not counted as failed.
_HARMLESS = frozenset(
    {Fault.TOO_OFTEN, Fault.NOT_BEGUN, Fault.VISIT_OVER, Fault.NO_COOKIE, Fault.SWITCHED_OFF, Fault.NOT_FROM_HERE}
)
_STATUS = {Fault.TOO_OFTEN: 429, Fault.NO_KEYS: 503}


@dataclass
class TurnedAway(Exception):  # noqa: N818  # it names what is the case
    """Somebody is not let in. `what` is for who looks after the system; `again` an address that may work."""

    fault: Fault
    platform: Platform | None = None
    what: str = ""
    again: str = ""
    origins: Sequence[str] = field(default=())


View = Callable[..., HttpResponse]


def turning(view: View) -> View:
    """The answer of the view, or the page that says why there is none."""

    @wraps(view)
    def wrapped(request: ActorRequest, *args: Any, **named: Any) -> HttpResponse:
        try:
            if guests.FAILURES.are_too_many(request, request.now):
                raise TurnedAway(Fault.TOO_OFTEN)
            return view(request, *args, **named)
        except TurnedAway as problem:
            return _told(request, problem)

    return wrapped


def _told(request: ActorRequest, problem: TurnedAway) -> HttpResponse:
    fault, row = problem.fault, problem.platform
    if fault not in _HARMLESS:
        guests.FAILURES.count(request, request.now)
        _log.info("turned away from %s: %s", row.key if row else "no system", fault.value)
    if row is not None:
        guests.note(row.key, fault, problem.what, request.now)
    page = {"fault": fault, "again": problem.again}
    response = in_language(request, language_of(request.LANGUAGE_CODE, "es"), "lti/turned.html", page)
    response.status_code = _STATUS.get(fault, 403)
    return guests.framed(response, queries.origins_of(row) if row else problem.origins)


def in_language(request: ActorRequest, language: str, template: str, page: dict[str, Any]) -> HttpResponse:
    """A page in a language that is not asked for by the browser but by the school's system."""
    with translation.override(language):
        response = render(request, template, page)
    response["Content-Language"] = language
    return response


def system_or_turn(key: str) -> Platform:
    """The platform that an address belongs to, where it is switched on."""
    try:
        found = queries.platform_of(key)
    except ObjectDoesNotExist as problem:
        raise TurnedAway(Fault.NO_SYSTEM) from problem
    if not found.is_on:
        raise TurnedAway(Fault.SWITCHED_OFF, found)
    return found
