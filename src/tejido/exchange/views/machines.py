"""What other nodes ask this one, without a person: every request is signed, and a stranger learns nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from tejido.engine.exchange import BadBundle, read_asking
from tejido.formats.bad_file import BadFile
from tejido.ledger.actors import CLOCK
from tejido.ledger.refusals import Refused
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.downloads import unkept
from tejido.web.uploads import most

from .. import commands, queries
from ..imports import FAILURES, acceptance_in, bundle_in
from ..names import Standing
from ..queries import node_parcels as sent

View = Callable[[ActorRequest], HttpResponse]


def _door(view: View) -> View:
    """No browser asks here: what is sent is signed. Whoever fails too often is asked to wait, unread."""

    @wraps(view)
    def guarded(request: ActorRequest) -> HttpResponse:
        if FAILURES.are_too_many(request, request.now):
            return unkept(HttpResponse(status=429))
        try:
            return view(request)
        except Http404:
            FAILURES.count(request, request.now)
            raise

    return csrf_exempt(require_POST(guarded))


def _body(request: ActorRequest) -> bytes:
    """Refused before anything is read of it where it is larger than a file may be."""
    length = request.headers.get("Content-Length", "")
    if not length.isdigit() or int(length) > most():
        raise Http404
    return request.read(int(length))


@_door
def parcels(request: ActorRequest) -> HttpResponse:
    """Takes a bundle of a node in, and says what became of it. 404 for what no known node signed."""
    raw, now = _body(request), request.now
    try:
        found = commands.receive_parcel(actor=CLOCK, bundle=bundle_in(raw, "bundle"), raw=raw, at=now)
    except (BadBundle, BadFile) as problem:
        raise Http404 from problem
    if found.peer is None:
        raise Http404
    if found.refusal and found.state != Standing.LAPSED:
        return unkept(JsonResponse({"state": "refused", "refusal": found.refusal}, status=409))
    return unkept(JsonResponse({"state": found.state, "contents": found.told.get("contents", [])}))


@_door
def waiting(request: ActorRequest) -> HttpResponse:
    """The next bundle for the node that asks; 204 where none waits, 404 for whom this node does not trust."""
    raw, now = _body(request), request.now
    try:
        asking = read_asking(raw)
    except BadBundle as problem:
        raise Http404 from problem
    with or_404():
        peer = sent.asks(asking, queries.own_fingerprint(), now)
    commands.are_delivered(peer=peer, up_to=asking.after, at=now)
    commands.has_answered(peer=peer, at=now)
    commands.make_due(peer=peer, at=now)
    parcel = sent.next_after(peer, asking.after)
    if parcel is None:
        return unkept(HttpResponse(status=204))
    commands.lapse(parcel=parcel, at=now)
    return unkept(HttpResponse(bytes(parcel.raw), content_type="application/json"))


@_door
def acceptances(request: ActorRequest) -> HttpResponse:
    """A new node says that it is there. 404 for who was not invited, or not for this."""
    raw = _body(request)
    try:
        commands.accept_node(actor=CLOCK, acceptance=acceptance_in(raw, "acceptance"), at=request.now)
    except (BadBundle, BadFile, Refused) as problem:
        raise Http404 from problem
    return unkept(HttpResponse(status=204))
