"""What programs do: an act at the address of the house, once for each Idempotency-Key."""

from __future__ import annotations

import hashlib
import json
from http import HTTPStatus
from typing import Any

from django.contrib.messages import constants
from django.db import transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch
from django.utils.html import strip_tags
from django.utils.http import urlencode

from tejido.ledger.requests import ActorRequest
from tejido.web import held
from tejido.web.downloads import is_file, unkept

from .. import commands
from ..callers import Caller, acts_with, caller_of, has_confirmed, reaches
from ..calling import Outcome, Sent, act_at, do
from ..encoding import MEDIA_TYPE, as_json
from ..problems import Kind, Problem
from ..queries import acts_of
from .answering import door
from .sent import read

IDEMPOTENCY, REPLAYED = "Idempotency-Key", "Idempotency-Replayed"
_LONGEST_KEY = 200
_MOVED, _WRONG = range(300, 400), range(400, 600)


@door("POST")
def act(request: ActorRequest, rest: str) -> HttpResponseBase:
    """Does what a browser does with a form at /`rest`."""
    caller, path = caller_of(request), f"/{rest}"
    token = caller.needs_token()
    match = act_at(path)
    reaches(caller, match.view_name)
    acts_with(token)
    if held.why():
        raise Problem(Kind.READ_ONLY)
    sent, request_key = read(request), request.headers.get(IDEMPOTENCY, "")
    if not request_key:
        return _done(request, caller, match, path, sent, is_fresh=has_confirmed(request, caller.account))
    if len(request_key) > _LONGEST_KEY or not request_key.isascii() or not request_key.isprintable():
        raise Problem(Kind.MALFORMED)
    return _once(request, caller, match, path, sent, request_key)


def _once(
    request: ActorRequest, caller: Caller, match: ResolverMatch, path: str, sent: Sent, request_key: str
) -> HttpResponseBase:
    """The first request does it, and the others are told the same. What did nothing is forgotten, and can be tried
    again with the same key."""
    token, digest = caller.needs_token(), _digest(request, path, sent)
    row, is_ours = commands.claim(token=token, request_key=request_key, request_digest=digest, at=request.now)
    if not is_ours:
        return _again(row, digest)
    is_kept = False
    try:
        is_fresh = has_confirmed(request, caller.account)  # outside: a wrong code stays counted, a right one used up
        with transaction.atomic():
            response = _done(request, caller, match, path, sent, is_fresh=is_fresh)
            if not response.streaming and isinstance(response, HttpResponse):
                media_type, body = response["Content-Type"], response.content
                commands.keep_answer(row=row, status=response.status_code, media_type=media_type, body=body)
        is_kept = True
    finally:
        if not is_kept:
            commands.let_go(row=row)
    return response


def _again(row: Any, digest: str) -> HttpResponseBase:
    if row.request_digest != digest:
        raise Problem(Kind.KEY_REUSED)
    if row.status is None:
        raise Problem(Kind.UNDER_WAY, headers={"Retry-After": "1"})
    response = unkept(HttpResponse(bytes(row.body), content_type=row.media_type, status=row.status))
    response[REPLAYED] = "true"
    return response


def _done(
    request: ActorRequest, caller: Caller, match: ResolverMatch, path: str, sent: Sent, *, is_fresh: bool
) -> HttpResponseBase:
    before = {line.key for line in acts_of(caller.actor, request.now)}
    outcome = do(request, caller, match, path, sent, is_fresh=is_fresh)
    lines = [line for line in acts_of(caller.actor, request.now) if line.key not in before]
    _complain(outcome, has_acted=bool(lines))
    if is_file(outcome.response):
        return outcome.response
    told: dict[str, Any] = {
        "done": True,
        "address": _address(outcome.response, path),
        "messages": [_said(said) for said in outcome.messages],
        "acts": [{"act": line.act, "kind": line.kind, "key": line.object, "at": line.at} for line in lines],
    }
    if _is_json(outcome.response):
        told["result"] = json.loads(outcome.response.content)  # type: ignore[attr-defined]  # JSON is never streamed
    return unkept(HttpResponse(as_json(told), content_type=MEDIA_TYPE))


def _complain(outcome: Outcome, *, has_acted: bool) -> None:
    """Ends the request where the view took nothing: what was wrong, by field or in a sentence."""
    status, complaints = outcome.response.status_code, " ".join(outcome.complaints)
    is_wrong = status in _WRONG
    if not is_wrong and (has_acted or not (complaints or outcome.errors)):
        return
    kind = Kind.INPUT if status not in _WRONG or status == HTTPStatus.UNPROCESSABLE_ENTITY else Kind.REFUSED
    if status == HTTPStatus.NOT_FOUND:
        kind = Kind.NOT_FOUND
    more = {"status": status} if is_wrong else {}
    raise Problem(kind, complaints, errors=outcome.errors, **more)


def _address(response: HttpResponseBase, path: str) -> str:
    return response["Location"] if response.status_code in _MOVED else path


def _said(message: Any) -> dict[str, str]:
    level = constants.DEFAULT_TAGS.get(message.level, "info")
    return {"level": level, "text": strip_tags(str(message.message))}


def _is_json(response: HttpResponseBase) -> bool:
    return response.get("Content-Type", "").startswith(MEDIA_TYPE)


def _digest(request: ActorRequest, path: str, sent: Sent) -> str:
    """Of all that the request asks for: address, query, values and files."""
    told = hashlib.sha256(f"{path}?{urlencode(sorted(request.GET.lists()), doseq=True)}\n".encode())
    told.update(json.dumps(sorted((name, list(several)) for name, several in sent.values.items())).encode())
    for name, several in sorted(sent.files.items()):
        for file in several:
            told.update(json.dumps([name, file.name, file.size]).encode())
            for part in file.chunks():
                told.update(part)
            file.seek(0)
    return told.hexdigest()
