"""What other nodes ask for by HTTPS. A bundle proves itself by its signature; nothing else lets anybody in."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from tejido.engine.exchange import BUNDLE_LIMIT, TELLING_LIMIT, BadBundle, UnfitCode, read_telling
from tejido.formats.bad_file import BadFile
from tejido.ledger.actors import CLOCK
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.downloads import saved, unkept

from .. import commands, queries
from ..imports import FAILURES, bundle_in


@csrf_exempt
@require_POST
def inbox(request: ActorRequest) -> HttpResponse:
    """Takes a bundle of a verified peer, to wait until somebody has looked at it. Answers how it stands here."""
    if FAILURES.are_too_many(request, request.now):
        return _said(429, "", "too_often")
    key = queries.key_for(request.headers.get("Tejido-Key", "")[:39])
    if key is None or not key.is_in_use or key.peer.state != "verified":
        return _said(403, "", "unknown_key")
    raw = request.read(BUNDLE_LIMIT + 1)
    try:
        found = bundle_in(raw, "bundle")
    except BadBundle as problem:
        return _failed(request, problem.code.value)
    except BadFile:
        return _failed(request, "not_json")
    if found.sender.fingerprint != key.fingerprint:
        return _failed(request, "unknown_key")
    parcel = commands.receive_bundle(actor=CLOCK, bundle=found, raw=raw, at=request.now)
    return _said(200, parcel.state, parcel.refusal)


@csrf_exempt
@require_POST
def tellings(request: ActorRequest) -> HttpResponse:
    """Notes that something new waits at a trusted node. What was said before and comes again counts against nobody."""
    if FAILURES.are_too_many(request, request.now):
        return _said(429, "", "too_often")
    try:
        said = read_telling(request.read(TELLING_LIMIT + 1))
    except BadBundle as problem:
        return _failed(request, problem.code.value)
    unfit, last = commands.hear(said=said, at=request.now)
    if unfit in {UnfitCode.REPLAYED, UnfitCode.OUT_OF_ORDER}:
        return _said(409, "", str(unfit), last=last)
    return _failed(request, unfit.value) if unfit else _said(200, "heard", "")


def _failed(request: ActorRequest, code: str) -> HttpResponse:
    FAILURES.count(request, request.now)
    return _said(422, "", code)


def _said(status: int, state: str, refusal: str, **more: int) -> HttpResponse:
    return unkept(JsonResponse({"state": state, "refusal": refusal, **more}, status=status))


@require_GET
def catalogue(request: ActorRequest) -> HttpResponse:
    """The bundles that this node made for everybody."""
    del request
    rows = [
        {"sequence": row.sequence, "digest": row.digest, "made": row.made, "contents": row.contents, "size": row.size}
        for row in queries.public_bundles()
    ]
    return unkept(JsonResponse({"bundles": rows}))


@require_GET
def public(request: ActorRequest, sequence: int) -> HttpResponse:
    """One of them."""
    del request
    with or_404():
        parcel = queries.public_bundle(sequence)
    return saved(bytes(parcel.raw), "application/json", f"public-{parcel.sequence}.tejido.json")
