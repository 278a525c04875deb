"""The key of this node: the one in use, those before it, and one that is prepared to follow."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from tejido.engine.proof import KEY_LENGTH, fingerprint, public_key
from tejido.ledger.actors import Actor
from tejido.ledger.models import NodeKey
from tejido.ledger.queries import keys_of_node, node_key

from .. import rules
from ..models import KeyChange

_PARTS = ("asked_by__seat__institution__member", "agreed_by__seat__institution__member")


@dataclass(frozen=True, slots=True)
class Keys:
    """What the seats that decide about the key see. `offered` is the fingerprint of the prepared key, or empty."""

    fingerprint: str
    offered: str
    earlier: tuple[NodeKey, ...]
    change: KeyChange | None
    is_asker: bool
    has_statement: bool


def key_file() -> Path:
    """The private key in use."""
    return Path(settings.KEY_FOLDER) / "ledger"


def next_file() -> Path:
    """The private key that somebody at the console has prepared."""
    return Path(settings.KEY_FOLDER) / "ledger-next"


def next_key() -> bytes:
    """The prepared private key; empty where there is none, or not a whole one. Where the file of the old key was lost
    and the node has made itself another one, that is what is on offer."""
    try:
        raw = next_file().read_bytes()
    except OSError:
        raw = b""
    if len(raw) == KEY_LENGTH:
        return raw
    return bytes(settings.LEDGER_KEY) if is_known_by_other() else b""


def used_key() -> NodeKey | None:
    """The key that this node is known by: the latest that is in use."""
    return NodeKey.objects.filter(until=None, revoked_at=None).order_by("-since").first()


def offered() -> str:
    raw = next_key()
    return fingerprint(public_key(raw)) if raw else ""


def is_known_by_other() -> bool:
    """Whether the key that others know is another one than that in use here: its file was lost."""
    used = used_key()
    return used is not None and used.fingerprint != fingerprint(node_key())


def can_vouch() -> bool:
    """Whether the key in use here is the one that others know and trust, so that it can vouch for another."""
    return fingerprint(node_key()) in keys_of_node(revoked=False) and not is_known_by_other()


def pending_change(at: datetime) -> KeyChange | None:
    """The change that waits for a second person, or for the node to be started again. One that was agreed to and whose
    prepared key is gone waits for nothing, nor does one that nobody agreed to in time, or whose asker has left the
    seat: it can be asked anew."""
    rows = KeyChange.objects.filter(withdrawn_at=None, in_force_at=None).select_related(*_PARTS)
    here = {offered(), fingerprint(node_key())}
    return next((row for row in rows.order_by("-asked_at") if _waits(row, at) or _is_agreed_here(row, here)), None)


def _waits(row: KeyChange, at: datetime) -> bool:
    return row.is_open_at(at) and row.asked_by.is_valid_at(at)


def _is_agreed_here(row: KeyChange, here: Collection[str]) -> bool:
    return row.agreed_at is not None and row.new in here


def agreed_change() -> KeyChange | None:
    """The latest change that two persons agreed to, in force or not yet."""
    return KeyChange.objects.filter(agreed_at__isnull=False).select_related(*_PARTS).order_by("-agreed_at").first()


def change_for(actor: Actor, key: str, at: datetime) -> KeyChange:
    """The pending change, for the seats that decide. DoesNotExist otherwise."""
    row = pending_change(at)
    if row is None or row.key != key or not rules.may_see_restoration(actor):
        raise KeyChange.DoesNotExist
    return row


def keys_for(actor: Actor, at: datetime) -> Keys:
    change, own = pending_change(at), fingerprint(node_key())
    earlier = tuple(NodeKey.objects.exclude(fingerprint=own).order_by("-since"))
    is_asker = change is not None and change.asked_by.seat_id == actor.seat
    return Keys(own, offered(), earlier, change, is_asker, bool(statement()))


def statement() -> bytes:
    """The file by which the key before vouches for the newest one; empty where none does, and until that one is in use:
    what the old key signs meanwhile could not be taken in after it."""
    row = agreed_change()
    return bytes(row.statement) if row and row.in_force_at else b""
