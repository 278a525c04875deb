"""Bundles on their way by HTTPS: to verified peers only, through the one door that requests go out by.

What another node answers is read as strictly as a bundle: a number that is none, a text that no column takes or a depth
that no reader bears must not stop what is done for all others.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeGuard

from django.conf import settings

from tejido.engine.exchange import BUNDLE_LIMIT, Asking, Telling, UnfitCode, write_asking, write_telling
from tejido.engine.proof import NotCanonical, public_key, read_strict, rfc3339
from tejido.web.outgoing import Answer, Reason, Unreachable, send

from .refusals import Unsent

if TYPE_CHECKING:
    from .models import Parcel, Peer
    from .models import Telling as Row

PATH = "/exchange/inbox/"
SECONDS = 60.0
_GOOD = frozenset({"waiting", "taken", "declined", "lapsed"})
_CODE = re.compile(r"[a-z0-9_]{1,40}")
LARGEST_NUMBER = 10**9
"""Of what a peer numbers: nobody makes so many, and every column takes it."""
LIST_LIMIT = 4 * 2**20  # bytes
TYPE = {"Content-Type": "application/json"}
TAKEN, NOTHING = 200, 204


class NotDelivered(Exception):  # noqa: N818  # it names what is the case
    """`problem` is a reason of `web.outgoing`, the code of a refusal, or the status that was answered. `is_answer`:
    the node is there, and does not take this."""

    def __init__(self, problem: str, *, is_answer: bool = False) -> None:
        super().__init__(problem)
        self.problem = problem
        self.is_answer = is_answer


class Behind(NotDelivered):
    """The peer has heard higher numbers of this node's key: up to `last`."""

    def __init__(self, last: int) -> None:
        super().__init__(UnfitCode.OUT_OF_ORDER, is_answer=True)
        self.last = last


def deliver(parcel: Parcel, address: str, fingerprint: str, seconds: float = SECONDS) -> str:
    """Hands a bundle to the inbox of another node. How it stands there: waiting, taken, declined, lapsed. NotDelivered
    with a code of `Why`, `Unsent`, or `web.outgoing.Reason`."""
    headers = {**TYPE, "Tejido-Key": fingerprint}
    answer = _answer(address + PATH, method="POST", body=bytes(parcel.raw), headers=headers, seconds=seconds)
    said = _read(answer.body)
    state, refusal = said.get("state"), _refusal(said)
    if answer.status == TAKEN and isinstance(state, str) and state in _GOOD:
        return state
    if refusal:
        raise NotDelivered(refusal, is_answer=True)
    raise _not_taken(answer.status) if 400 <= answer.status < 500 else NotDelivered(Reason.NO_ANSWER.value)


def _refusal(said: dict[str, Any]) -> str:
    """A code; what is none is not repeated."""
    refusal = said.get("refusal") or ""
    if not refusal:
        return ""
    return refusal if isinstance(refusal, str) and _CODE.fullmatch(refusal) else str(Unsent.REFUSED)


def _not_taken(status: int) -> NotDelivered:
    """A status between 400 and 499 is an answer about what was brought; any other one is none of the node itself."""
    return NotDelivered(f"status_{status}", is_answer=400 <= status < 500)


## To and from a member's own node


def hand_over(peer: Peer, parcel: Parcel) -> dict[str, Any]:
    """What the peer says became of a bundle. NotDelivered where it says what nobody can read."""
    found = _read(_sent(f"{peer.address}/exchange/nodes/parcels/", bytes(parcel.raw)))
    if not found:
        raise NotDelivered(Reason.NO_ANSWER.value)
    return found


def ask_for_next(peer: Peer, after: int, at: datetime) -> bytes:
    """The bundle of the peer after this number; empty where none waits."""
    key = public_key(settings.LEDGER_KEY)
    asking = Asking(key, peer.fingerprint, after, rfc3339(at.replace(microsecond=0)))
    return _sent(f"{peer.address}/exchange/nodes/waiting/", write_asking(asking, settings.LEDGER_KEY))


def tell_acceptance(peer: Peer, acceptance: bytes) -> None:
    _sent(f"{peer.address}/exchange/nodes/acceptances/", acceptance)


def _sent(address: str, body: bytes) -> bytes:
    answer = _answer(address, method="POST", body=body, headers=TYPE, largest=BUNDLE_LIMIT)
    if answer.status not in {TAKEN, NOTHING}:
        raise _not_taken(answer.status)
    return answer.body if answer.status == TAKEN else b""


## What is new, told and looked for


def tell(peer: Peer, row: Row) -> None:
    """Tells the peer of one thing. NotDelivered where it has not heard; that it had heard the very same before is as
    good. Behind where it has heard other things under higher numbers: before a backup was brought back, perhaps."""
    at = rfc3339(row.at.replace(microsecond=0))
    said = Telling(public_key(settings.LEDGER_KEY), peer.fingerprint, row.sequence, row.nonce, at, row.kind, row.name)
    body = write_telling(said, settings.LEDGER_KEY)
    answer = _answer(f"{peer.address}/exchange/tellings/", method="POST", body=body, headers=TYPE)
    found = _read(answer.body)
    refusal = _refusal(found)
    if answer.status == TAKEN or refusal == UnfitCode.REPLAYED:
        return
    last = found.get("last")
    if refusal == UnfitCode.OUT_OF_ORDER and _is_number(last) and last >= row.sequence:
        raise Behind(last)
    raise NotDelivered(refusal, is_answer=True) if refusal else _not_taken(answer.status)


def public_numbers(peer: Peer) -> list[int]:
    """The numbers of the bundles that the peer made for everybody, the first one first."""
    answer = _answer(f"{peer.address}/exchange/public/", largest=LIST_LIMIT)
    if answer.status != TAKEN:
        raise _not_taken(answer.status)
    rows = _read(answer.body).get("bundles")
    numbers = [row.get("sequence") if isinstance(row, dict) else None for row in rows] if isinstance(rows, list) else []
    found = {number for number in numbers if _is_number(number)}
    if not isinstance(rows, list) or not all(map(_is_number, numbers)):
        raise NotDelivered("bad_bundle", is_answer=True)
    return sorted(found)


def public_bundle(peer: Peer, number: int) -> bytes:
    answer = _answer(f"{peer.address}/exchange/public/{number}.tejido.json", largest=BUNDLE_LIMIT)
    if answer.status != TAKEN:
        raise _not_taken(answer.status)
    return answer.body


def _is_number(value: Any) -> TypeGuard[int]:
    """`True` is an int as well, and 1e999 is read as no number that there is."""
    return type(value) is int and 0 < value <= LARGEST_NUMBER


def _answer(address: str, **asked: Any) -> Answer:
    try:
        return send(address, **asked)
    except Unreachable as problem:
        raise NotDelivered(problem.reason.value) from problem


def _read(body: bytes) -> dict[str, Any]:
    """What a node answers, which is an object; anything else says nothing."""
    try:
        found = read_strict(body, BUNDLE_LIMIT)
    except NotCanonical:
        return {}
    return found if isinstance(found, dict) else {}
