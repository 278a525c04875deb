"""Holds on a body: placed and lifted in the transaction of an act, which has the line in the ledger."""

from datetime import datetime

from ..models import Body, Hold
from .locks import lock_bodies


def place_hold(*, body: Body, kind: str, object: str, at: datetime) -> Hold:
    """From now on two persons are needed to replace who signs for a party of this body."""
    lock_bodies()
    return Hold.objects.create(body=body, kind=kind, object=object, placed_at=at)


def lift_hold(*, kind: str, object: str, at: datetime) -> None:
    """What held the body has ended. A hold that is lifted already stays as it was."""
    Hold.objects.filter(kind=kind, object=object, lifted_at=None).update(lifted_at=at)
