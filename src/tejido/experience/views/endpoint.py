"""What every resource of the endpoint does: who asks is found by the key alone, and every answer is for a machine.

No session is read and no cookie is looked at, so a page of another site can do nothing in somebody's name; therefore no
token of a form is asked for. Answers are JSON, and are kept by nobody on the way.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from tejido.formats.xapi import VERSION, Bad, Call, is_version, read_call
from tejido.formats.xapi.calls import METHODS
from tejido.ledger.requests import ActorRequest
from tejido.web.downloads import unkept
from tejido.web.uploads import most

from .. import commands, keys, queries
from ..names import Scope, Trouble
from ..refusals import Answered, bad_request
from ..rules import allows

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Credential, Store

BODY_LIMIT = 5 * 1024 * 1024  # bytes; what comes with attachments may be as large as an upload
VERSION_HEADER = "X-Experience-API-Version"
THROUGH_HEADER = "X-Experience-API-Consistent-Through"
_MAY_SEND = "Authorization, Content-Type, If-Match, If-None-Match, Accept-Language, " + VERSION_HEADER
_MAY_SEE = f"ETag, Last-Modified, Retry-After, WWW-Authenticate, {VERSION_HEADER}, {THROUGH_HEADER}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of a key that may do what it asks for."""

    call: Call
    credential: Credential
    at: datetime

    @property
    def store(self) -> Store:
        return self.credential.store

    @property
    def keys(self) -> keys.Keys:
        return keys.read(self.store.key, self.store.number)

    def parameter(self, name: str) -> str:
        return self.call.parameters.get(name, "")


Handler = Callable[[Asked], HttpResponse]
Handlers = Mapping[str, tuple[Handler, Collection[Scope]]]
View = Callable[[ActorRequest], HttpResponse]


def resource(handlers: Handlers, *, tells_through: bool = False) -> View:
    """A view of these methods, each with what a key must be allowed to do. HEAD is answered as GET is.

    `tells_through`: every answer says until when everything that was stored can be read."""

    @csrf_exempt
    def view(request: ActorRequest) -> HttpResponse:
        visit = _Visit(request, handlers)
        try:
            response = visit.answer()
        except Bad as problem:
            code = HTTPStatus.BAD_REQUEST
            response = said(code, str(problem), problem.code, problem.where)
            visit.count(Trouble.NOT_UNDERSTOOD, problem.code)
        except Answered as answer:
            response = said(answer.status, str(answer), answer.code)
            if answer.trouble:
                visit.count(answer.trouble, answer.code)
        if tells_through:
            response[THROUGH_HEADER] = visit.through().isoformat().replace("+00:00", "Z")
        return _finished(request, response, visit)

    return view


class _Visit:
    """One request on its way: the key becomes known as it goes."""

    def __init__(self, request: ActorRequest, handlers: Handlers) -> None:
        self.request, self.handlers = request, handlers
        self.credential: Credential | None = None

    def answer(self) -> HttpResponse:
        method, is_form = self.request.method or "", "method" in self.request.GET
        if method == "OPTIONS":
            return _preflight(self.request, self.handlers)
        if not (is_form and method == "POST"):
            self._handler(method)  # before anybody is asked who they are
        headers = {name.lower(): value for name, value in self.request.headers.items()}
        if not is_form or "authorization" in headers:
            self._know(headers)
        call = read_call(method, self.request.META.get("QUERY_STRING", ""), headers, self._body(headers))
        if self.credential is None:
            self._know(call.headers)
        return self._done(call)

    def _handler(self, method: str) -> tuple[Handler, Collection[Scope]]:
        found = self.handlers.get("GET" if method == "HEAD" else method)
        if found is None:
            raise Answered(HTTPStatus.METHOD_NOT_ALLOWED, f"This resource takes {', '.join(self.handlers)}.")
        return found

    def _know(self, headers: Mapping[str, str]) -> None:
        login, secret = _basic(headers.get("authorization", ""))
        self.credential = queries.credential_for(login, secret) if login else None
        if self.credential is None:
            raise Answered(HTTPStatus.UNAUTHORIZED, "Send the key and the secret of a school by Basic authentication.")
        if not commands.may_ask_again(credential=self.credential, at=self.request.now):
            raise Answered(
                HTTPStatus.TOO_MANY_REQUESTS, "The key has asked too often in this minute.", Trouble.TOO_OFTEN
            )

    def _body(self, headers: Mapping[str, str]) -> bytes:
        is_large = headers.get("content-type", "").lower().startswith("multipart/mixed")
        if "transfer-encoding" in headers:  # of which this server hands on no body
            raise bad_request("Send the body whole, with its Content-Length, and not in chunks.", "chunks")
        limit = most() if is_large and self.credential else BODY_LIMIT
        body: bytes = self.request.read(limit + 1)
        if len(body) > limit:
            said = f"The request has more than {limit // 1024 // 1024} MB."
            raise Answered(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, said, Trouble.TOO_LARGE)
        return body

    def _done(self, call: Call) -> HttpResponse:
        handler, scopes = self._handler(call.method)
        version = call.header(VERSION_HEADER.lower())
        if not is_version(version):
            sentence = f"Send {VERSION_HEADER}: 1.0.0, 1.0.1, 1.0.2 or {VERSION}."
            raise Answered(HTTPStatus.BAD_REQUEST, sentence, Trouble.NOT_UNDERSTOOD, "version")
        credential = self.credential
        if credential is None or not allows(credential, scopes):
            sentence = f"The key has none of the scopes {', '.join(sorted({*scopes, Scope.ALL}))}."
            raise Answered(HTTPStatus.FORBIDDEN, sentence, Trouble.NOT_ALLOWED)
        response = handler(Asked(call, credential, self.request.now))
        return without_body(response) if call.method == "HEAD" else response

    def count(self, trouble: Trouble, code: str) -> None:
        if self.credential is not None:
            store, key, at = self.credential.store, self.credential.key, self.request.now
            commands.count_failure(store=store, credential=key, trouble=trouble, code=code, at=at)

    def through(self) -> datetime:
        return queries.consistent_through(self.credential.store if self.credential else None, self.request.now)


def _basic(header: str) -> tuple[str, str]:
    """Key and secret of a header; empty where there are none."""
    kind, _gap, packed = header.partition(" ")
    if kind.lower() != "basic":
        return "", ""
    try:
        login, _mark, secret = base64.b64decode(packed.strip(), validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return "", ""
    return ("", "") if "\0" in login else (login, secret)


def said(status: HTTPStatus, sentence: str, code: str = "", where: str = "") -> HttpResponse:
    """What is wrong, for whoever wrote the client. It repeats no value that was sent."""
    told = {"status": int(status), "error": sentence, "code": str(code), "where": where}
    return JsonResponse({name: value for name, value in told.items() if value != ""}, status=int(status))


def without_body(response: HttpResponse) -> HttpResponse:
    length = str(len(response.content))
    response.content = b""
    response["Content-Length"] = length
    return response


def _preflight(request: ActorRequest, handlers: Handlers) -> HttpResponse:
    """What a browser asks before it sends a key: whether its page may. Only the origins that a school has named."""
    response = nothing()
    response["Allow"] = ", ".join([*handlers, "HEAD", "OPTIONS"])
    origin = request.headers.get("Origin", "")
    if origin and queries.is_known_origin(origin):
        response["Access-Control-Allow-Origin"] = origin
        response["Access-Control-Allow-Methods"] = ", ".join(METHODS)
        response["Access-Control-Allow-Headers"] = _MAY_SEND
        response["Access-Control-Max-Age"] = "600"
    return response


def _finished(request: ActorRequest, response: HttpResponse, visit: _Visit) -> HttpResponse:
    response[VERSION_HEADER] = VERSION
    # Whatever a system keeps here, no browser shows it as a page of this house.
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if response.status_code == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'Basic realm="xAPI", charset="UTF-8"'
    elif response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        response["Allow"] = ", ".join([*visit.handlers, "HEAD", "OPTIONS"])
    elif response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        response["Retry-After"] = str(60 - int(request.now.timestamp()) % 60)
    origin = request.headers.get("Origin", "")
    if origin and visit.credential and origin in visit.credential.store.origins:
        response["Access-Control-Allow-Origin"] = origin
        response["Access-Control-Expose-Headers"] = _MAY_SEE
    if origin:
        response["Vary"] = "Origin"
    return unkept(response)


def as_json(data: Any, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    return JsonResponse(data, safe=False, status=int(status), json_dumps_params={"ensure_ascii": False})


def nothing() -> HttpResponse:
    response = HttpResponse(status=HTTPStatus.NO_CONTENT)
    del response["Content-Type"]
    return response
