"""What every door of programs does: it takes certain methods, and whatever ends a request is a problem in JSON.

No cookie is looked at, so a page of another site can do nothing in somebody's name; therefore no token of a form is
asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent
from django.http import Http404, HttpResponse, HttpResponseNotModified, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from tejido.ledger.refusals import Refused
from tejido.ledger.requests import ActorRequest

from ..encoding import MEDIA_TYPE, as_json
from ..problems import Kind, Problem, of_refusal

Door = Callable[..., HttpResponseBase]
_NOT_FOUND = (Http404, ObjectDoesNotExist)
_TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent)
_UNREADABLE = (SuspiciousOperation, MultiPartParserError, UnreadablePostError)
_KNOWN = (Refused, *_NOT_FOUND, *_TOO_LARGE, *_UNREADABLE)  # faults of our own go on as they are


def door(*methods: str) -> Callable[[Door], Door]:
    """A view for programs. HEAD is taken where GET is."""
    taken = {*methods, "HEAD"} if "GET" in methods else {*methods}

    def made(view: Door) -> Door:
        @csrf_exempt
        @wraps(view)
        def answered(request: ActorRequest, **places: Any) -> HttpResponseBase:
            try:
                if request.method not in taken:
                    raise Problem(Kind.METHOD, headers={"Allow": ", ".join(sorted(taken))})
                response = view(request, **places)
            except Problem as problem:
                response = problem.said.response()
            except _KNOWN as problem:
                response = _of(problem).said.response()
            patch_vary_headers(response, ["Authorization", "Accept-Language"])
            return response

        answered.methods = methods  # type: ignore[attr-defined]  # read by who lists the addresses
        return answered

    return made


def _of(problem: Exception) -> Problem:
    """The problem that an exception stands for."""
    if isinstance(problem, Refused):
        return of_refusal(problem.refusal)
    if isinstance(problem, _NOT_FOUND):
        return Problem(Kind.NOT_FOUND)
    return Problem(Kind.TOO_LARGE if isinstance(problem, _TOO_LARGE) else Kind.MALFORMED)


def told(request: ActorRequest, value: Any, *, is_public: bool = False) -> HttpResponse:
    """A value as JSON."""
    return sent(request, as_json(value), is_public=is_public)


def sent(request: ActorRequest, body: bytes, *, is_public: bool = False) -> HttpResponse:
    """JSON with a strong entity tag, or 304 where the program has it already. What a token opens is kept by nobody on
    the way."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:40]}"'
    is_known = etag in [each.strip().removeprefix("W/") for each in request.headers.get("If-None-Match", "").split(",")]
    response = HttpResponseNotModified() if is_known else HttpResponse(body, content_type=MEDIA_TYPE)
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache" if is_public else "private, no-cache"
    return response
