"""Bundles on their way by HTTPS: to verified peers only, through the one door that requests go out by."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings

from tejido.engine.exchange import BUNDLE_LIMIT, Asking, Telling, UnfitCode, write_asking, write_telling
from tejido.engine.proof import public_key, rfc3339
from tejido.web.outgoing import Answer, Reason, Unreachable, send

if TYPE_CHECKING:
    from .models import Parcel, Peer
    from .models import Telling as Row

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


## What is new, told and looked for


def tell(peer: Peer, row: Row) -> None:
    """Tells the peer of one thing. NotDelivered where it has not heard; that it had heard before is as good."""
    at = rfc3339(row.at.replace(microsecond=0))
    said = Telling(public_key(settings.LEDGER_KEY), peer.fingerprint, row.sequence, row.nonce, at, row.kind, row.name)
    body = write_telling(said, settings.LEDGER_KEY)
    answer = _answer(f"{peer.address}/exchange/tellings/", method="POST", body=body, headers=TYPE)
    refusal = str(_read(answer.body).get("refusal", ""))
    if answer.status != TAKEN and refusal != UnfitCode.REPLAYED:
        raise NotDelivered(refusal or f"status_{answer.status}")


def public_numbers(peer: Peer) -> list[int]:
    """The numbers of the bundles that the peer made for everybody, the first one first."""
    answer = _answer(f"{peer.address}/exchange/public/")
    if answer.status != TAKEN:
        raise NotDelivered(f"status_{answer.status}")
    try:
        return sorted({int(row["sequence"]) for row in _read(answer.body)["bundles"]})
    except (KeyError, TypeError, ValueError) as problem:
        raise NotDelivered("bad_bundle") from problem


def public_bundle(peer: Peer, number: int) -> bytes:
    answer = _answer(f"{peer.address}/exchange/public/{number}.tejido.json", largest=BUNDLE_LIMIT)
    if answer.status != TAKEN:
        raise NotDelivered(f"status_{answer.status}")
    return answer.body


def _answer(address: str, **asked: Any) -> Answer:
    try:
        return send(address, **asked)
    except Unreachable as problem:
        raise NotDelivered(problem.reason.value) from problem


def _read(body: bytes) -> dict[str, Any]:
    """What a node answers, which is an object; anything else says nothing."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
