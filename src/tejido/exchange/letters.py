"""Bundles on their way by HTTPS: to verified peers only, through the one door that requests go out by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tejido.web.outgoing import Reason, Unreachable, send

if TYPE_CHECKING:
    from .models import Parcel

PATH = "/exchange/inbox/"
SECONDS = 60.0
_GOOD = {"waiting", "taken", "declined"}


def deliver(parcel: Parcel, address: str, fingerprint: str) -> str:
    """Hands a bundle to the inbox of another node. Empty where it is there; otherwise the code of why it is not: one of
    `Why`, or of `web.outgoing.Reason`."""
    headers = {"Content-Type": "application/json", "Tejido-Key": fingerprint}
    try:
        answer = send(address + PATH, method="POST", body=bytes(parcel.raw), headers=headers, seconds=SECONDS)
    except Unreachable as problem:
        return problem.reason.value
    try:
        said = json.loads(answer.body)
        state, refusal = str(said["state"]), str(said["refusal"])
    except (ValueError, KeyError, TypeError):
        return Reason.NO_ANSWER.value
    return "" if answer.status == 200 and state in _GOOD else refusal or Reason.NO_ANSWER.value
