"""What programs read: the service, its description, its problems, and every collection."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import urlencode

from tejido import __version__
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network
from tejido.web.instants import clocks

from ..acts import area_of
from ..callers import Caller, caller_of, reaches
from ..openapi import written
from ..paging import cut, read_cursor, read_limit
from ..problems import STATUS, Kind, Problem
from ..resource import ROOT, Resource, Within, address
from ..resources import BY_NAME, RESOURCES
from ..rules import opens
from .answering import door, sent, told

_OF_EVERY_LIST = {"limit", "cursor"}


@door("GET")
def service(request: ActorRequest) -> HttpResponse:
    """Where a program begins: which network, whose token, how far it reaches, and every collection."""
    caller, served = caller_of(request), network()
    page = {
        "name": served.name if served else {},
        "version": __version__,
        "openapi": f"{ROOT}openapi.json",
        "problems": f"{ROOT}problems/",
        "token": _token(caller),
        "collections": {each.name: address(each.name) for each in RESOURCES if _is_open(caller, each)},
    }
    return told(request, page)


def _token(caller: Caller) -> dict[str, Any] | None:
    if (token := caller.token) is None:
        return None
    actor = caller.actor
    return {
        "name": token.name,
        "scope": token.scope,
        "areas": token.areas,
        "expires_at": token.expires_at,
        "seat": {"key": actor.seat, "role": actor.role, "office": actor.office, "member": actor.member or None},
    }


def _is_open(caller: Caller, resource: Resource[Any]) -> bool:
    if caller.token is None:
        return resource.is_public
    return opens(caller.token, area_of(page_of(resource)))


def page_of(resource: Resource[Any]) -> str:
    """The name of the page by which a token's areas are told: of the desk where no page shows it."""
    return resource.page or resource.index or "desk:home"


@door("GET")
def description(request: ActorRequest) -> HttpResponse:
    return sent(request, written(), is_public=True)


@door("GET")
def problems(request: ActorRequest) -> HttpResponse:
    """Every kind of problem, with its usual status and its sentence."""
    page = [{"code": kind.value, "status": int(STATUS[kind]), "title": kind.label} for kind in Kind]
    return told(request, {"items": page}, is_public=True)


@door("GET")
def collection(request: ActorRequest, name: str) -> HttpResponse:
    caller, resource = _asked(request, name)
    within = _within(request, resource)
    limit, cursor = read_limit(request.GET.get("limit")), read_cursor(request.GET.get("cursor", ""))
    with timezone.override(_zone(caller)):
        items, following = cut(resource, resource.many(caller.actor, request.now, within), cursor, limit)
        shown = [resource.show(item, caller.actor, request.now) for item in items]
    if following is None:
        return told(request, {"items": shown, "next": None})
    asked: dict[str, str] = {**within.said, "limit": str(limit), "cursor": following.written()}
    next_page = f"{address(name)}?{urlencode(asked)}"
    response = told(request, {"items": shown, "next": next_page})
    response["Link"] = f'<{next_page}>; rel="next"'
    return response


@door("GET")
def one(request: ActorRequest, name: str, key: str) -> HttpResponse:
    caller, resource = _asked(request, name)
    with timezone.override(_zone(caller)):
        found = resource.one(caller.actor, request.now, key)
        return told(request, resource.show(found, caller.actor, request.now))


@door("GET", "POST")
def nowhere(request: ActorRequest, rest: str) -> HttpResponse:  # noqa: ARG001  # whatever else stands below the root
    raise Problem(Kind.NOT_FOUND)


def _asked(request: ActorRequest, name: str) -> tuple[Caller, Resource[Any]]:
    """Who asks for which collection. Without a token only what is the public's."""
    caller, resource = caller_of(request), BY_NAME.get(name)
    if resource is None:
        raise Problem(Kind.NOT_FOUND)
    if not resource.is_public:
        caller.needs_token()
    reaches(caller, page_of(resource))
    return caller, resource


def _within(request: ActorRequest, resource: Resource[Any]) -> Within:
    said = {name: str(value) for name, value in request.GET.items() if name not in _OF_EVERY_LIST and value}
    if not set(said) <= set(resource.filters) or not set(resource.needs) <= set(said):
        raise Problem(Kind.UNKNOWN_FILTER)
    return Within(said)


def _zone(caller: Caller) -> Any:
    return clocks(caller.account.zone if caller.account else "UTC")
