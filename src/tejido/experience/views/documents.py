"""The resources of documents: states, profiles of agents, profiles of activities."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.utils.http import http_date

from tejido.formats.xapi.calls import only
from tejido.web.downloads import saved

from .. import commands, queries
from ..commands.documents import Conditions
from ..forms import name_of, place_of, since_of
from ..names import DocumentKind
from ..refusals import not_found
from ..rules import KEEPS_PROFILES, KEEPS_STATE
from .endpoint import Asked, View, as_json, nothing, resource

_KNOWN = {
    DocumentKind.STATE: {"activityId", "agent", "registration", "stateId"},
    DocumentKind.AGENT: {"agent", "profileId"},
    DocumentKind.ACTIVITY: {"activityId", "profileId"},
}


def _named(kind: DocumentKind) -> str:
    return "stateId" if kind is DocumentKind.STATE else "profileId"


def _get(kind: DocumentKind, asked: Asked) -> HttpResponse:
    only(asked.call, _KNOWN[kind] | {"since"})
    named, place, since = _named(kind), place_of(asked.call, kind), since_of(asked.call)
    if not (name := name_of(asked.call, named, is_needed=named in asked.call.parameters)):
        return as_json(queries.names_at(asked.store, asked.keys, place, since))
    found = queries.document_at(asked.store, asked.keys, place, name)
    if found is None:
        raise not_found("document")
    response = saved(found.body, found.media_type, "document")
    response["ETag"], response["Last-Modified"] = found.etag, http_date(found.at.timestamp())
    return response


def _keep(kind: DocumentKind, asked: Asked, *, is_joined: bool) -> HttpResponse:
    only(asked.call, _KNOWN[kind])
    is_free = kind is DocumentKind.STATE or is_joined
    commands.put_document(
        store=asked.store, place=place_of(asked.call, kind),
        name=name_of(asked.call, _named(kind), is_needed=True),
        media_type=asked.call.header("content-type") or "application/octet-stream", body=asked.call.body,
        conditions=_conditions(asked, is_needed=not is_free), at=asked.at, is_joined=is_joined,
    )  # fmt: skip  # one act, read as one
    return nothing()


def _delete(kind: DocumentKind, asked: Asked) -> HttpResponse:
    is_state, named = kind is DocumentKind.STATE, _named(kind)
    only(asked.call, _KNOWN[kind] | {"since"} if is_state else _KNOWN[kind])
    place, since = place_of(asked.call, kind), since_of(asked.call)
    name = name_of(asked.call, named, is_needed=not is_state or named in asked.call.parameters)
    conditions = _conditions(asked)
    commands.delete_documents(store=asked.store, place=place, name=name, since=since, conditions=conditions)
    return nothing()


def _documents(kind: DocumentKind) -> View:
    scopes = KEEPS_STATE if kind is DocumentKind.STATE else KEEPS_PROFILES
    doors = {
        "GET": partial(_get, kind), "PUT": partial(_keep, kind, is_joined=False),
        "POST": partial(_keep, kind, is_joined=True), "DELETE": partial(_delete, kind),
    }  # fmt: skip  # one table
    return resource({method: (door, scopes) for method, door in doors.items()})


def _conditions(asked: Asked, *, is_needed: bool = False) -> Conditions:
    return Conditions(asked.call.header("if-match"), asked.call.header("if-none-match"), is_needed)


state = _documents(DocumentKind.STATE)
agent_profile = _documents(DocumentKind.AGENT)
activity_profile = _documents(DocumentKind.ACTIVITY)
