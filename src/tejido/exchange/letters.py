"""Bundles on their way by HTTPS: to verified peers only, through the one door that requests go out by."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings

from tejido.engine.exchange import BUNDLE_LIMIT, Asking, write_asking
from tejido.engine.proof import public_key, rfc3339
from tejido.web.outgoing import Reason, Unreachable, send

if TYPE_CHECKING:
    from .models import Parcel, Peer

PATH = "/exchange/inbox/"
SECONDS = 60.0
_GOOD = {"waiting", "taken", "declined"}


def deliver(parcel: Parcel, address: str, fingerprint: str, seconds: float = SECONDS) -> str:
    """Hands a bundle to the inbox of another node. Empty where it is there; otherwise the code of why it is not: one of
    `Why`, or of `web.outgoing.Reason`."""
    headers = {"Content-Type": "application/json", "Tejido-Key": fingerprint}
    try:
        answer = send(address + PATH, method="POST", body=bytes(parcel.raw), headers=headers, seconds=seconds)
    except Unreachable as problem:
        return problem.reason.value
    try:
        said = json.loads(answer.body)
        state, refusal = str(said["state"]), str(said["refusal"])
    except (ValueError, KeyError, TypeError):
        return Reason.NO_ANSWER.value
    return "" if answer.status == 200 and state in _GOOD else refusal or Reason.NO_ANSWER.value


## To and from a member's own node

TYPE = {"Content-Type": "application/json"}
TAKEN, NOTHING = 200, 204


class NotDelivered(Exception):  # noqa: N818  # it names what is the case
    """`problem` is a reason of `web.outgoing`, or the status that was answered."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def hand_over(peer: Peer, parcel: Parcel) -> dict[str, Any]:
    """What the peer says became of a bundle."""
    answer = _sent(f"{peer.address}/exchange/nodes/parcels/", bytes(parcel.raw))
    try:
        found = json.loads(answer)
    except ValueError as problem:
        raise NotDelivered("no_answer") from problem
    return found if isinstance(found, dict) else {}


def ask_for_next(peer: Peer, after: int, at: datetime) -> bytes:
    """The bundle of the peer after this number; empty where none waits."""
    key = public_key(settings.LEDGER_KEY)
    asking = Asking(key, peer.fingerprint, after, rfc3339(at.replace(microsecond=0)))
    return _sent(f"{peer.address}/exchange/nodes/waiting/", write_asking(asking, settings.LEDGER_KEY))


def tell_acceptance(peer: Peer, acceptance: bytes) -> None:
    _sent(f"{peer.address}/exchange/nodes/acceptances/", acceptance)


def _sent(address: str, body: bytes) -> bytes:
    try:
        answer = send(address, method="POST", body=body, headers=TYPE, largest=BUNDLE_LIMIT)
    except Unreachable as problem:
        raise NotDelivered(problem.reason.value) from problem
    if answer.status not in {TAKEN, NOTHING}:
        raise NotDelivered(f"status_{answer.status}")
    return answer.body if answer.status == TAKEN else b""
