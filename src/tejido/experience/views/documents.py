"""The resources of documents: states, profiles of agents, profiles of activities."""

from __future__ import annotations

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


def _documents(kind: DocumentKind) -> View:
    is_state = kind is DocumentKind.STATE
    named, known = ("stateId" if is_state else "profileId"), _KNOWN[kind]

    def get(asked: Asked) -> HttpResponse:
        only(asked.call, known | {"since"})
        place, since = place_of(asked.call, kind), since_of(asked.call)
        if not (name := name_of(asked.call, named, is_needed=named in asked.call.parameters)):
            return as_json(queries.names_at(asked.store, asked.keys, place, since))
        found = queries.document_at(asked.store, asked.keys, place, name)
        if found is None:
            raise not_found("document")
        response = saved(found.body, found.media_type, "document")
        response["ETag"], response["Last-Modified"] = found.etag, http_date(found.at.timestamp())
        return response

    def keep(asked: Asked, *, is_joined: bool) -> HttpResponse:
        only(asked.call, known)
        place, name = place_of(asked.call, kind), name_of(asked.call, named, is_needed=True)
        commands.put_document(
            store=asked.store,
            place=place,
            name=name,
            media_type=asked.call.header("content-type") or "application/octet-stream",
            body=asked.call.body,
            conditions=_conditions(asked, is_needed=not (is_state or is_joined)),
            at=asked.at,
            is_joined=is_joined,
        )
        return nothing()

    def put(asked: Asked) -> HttpResponse:
        return keep(asked, is_joined=False)

    def post(asked: Asked) -> HttpResponse:
        return keep(asked, is_joined=True)

    def delete(asked: Asked) -> HttpResponse:
        only(asked.call, known | {"since"} if is_state else known)
        place, since = place_of(asked.call, kind), since_of(asked.call)
        name = name_of(asked.call, named, is_needed=not is_state or named in asked.call.parameters)
        conditions = _conditions(asked)
        commands.delete_documents(store=asked.store, place=place, name=name, since=since, conditions=conditions)
        return nothing()

    scopes = KEEPS_STATE if is_state else KEEPS_PROFILES
    return resource({"GET": (get, scopes), "PUT": (put, scopes), "POST": (post, scopes), "DELETE": (delete, scopes)})


def _conditions(asked: Asked, *, is_needed: bool = False) -> Conditions:
    return Conditions(asked.call.header("if-match"), asked.call.header("if-none-match"), is_needed)


state = _documents(DocumentKind.STATE)
agent_profile = _documents(DocumentKind.AGENT)
activity_profile = _documents(DocumentKind.ACTIVITY)
