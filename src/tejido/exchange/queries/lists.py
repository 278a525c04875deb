"""Lists that were taken in from other networks, and what each of them replaced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import QuerySet

from tejido.ledger.actors import Actor

from ..models import Item, Parcel, Peer, PeerKey
from ..names import Direction, ListKind, Standing
from .parcels import slugs_of
from .peers import readable_peers


@dataclass(frozen=True, slots=True)
class State:
    """One state of a list: when the other side gathered it, the bundle that it came in, and its digest."""

    gathered_at: datetime
    parcel: Parcel
    digest: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a list comes from. `fingerprint` is that of the key which signed its bundle; `earlier` is what it replaced,
    the latest first."""

    state: State
    fingerprint: str
    earlier: tuple[State, ...]


def lists_for(actor: Actor, kind: str = "") -> QuerySet[Item]:
    """Those that the actor may read, in a lasting order. Every seat of the network reads them."""
    kinds = [kind] if kind else ListKind.values
    rows = Item.objects.filter(kind__in=kinds, peer__in=readable_peers(actor))
    return rows.select_related("peer", "parcel").defer("parcel__raw").order_by("kind", "peer__name", "key")


def list_for(actor: Actor, key: str) -> Item:
    """Item.DoesNotExist for whom it is not, exactly as for an unknown key."""
    return lists_for(actor).get(key=key)


def origin_of(item: Item) -> Origin:
    """Two queries."""
    rows = Parcel.objects.filter(peer=item.peer, direction=Direction.RECEIVED, state=Standing.TAKEN).defer("raw")
    states = [state for row in rows.order_by("-done_at", "-sequence") if (state := _state(row, item))]
    earlier = [state for state in states if state.digest != item.digest]
    return Origin(State(_gathered(item.version), item.parcel, item.digest), _signer(item), tuple(_changes(earlier)))


def texts_here(peer: Peer) -> Mapping[str, str]:
    """The slugs of the peer's texts that stand here as well: theirs, and the one here. Two queries."""
    rows = list(Item.objects.filter(peer=peer).exclude(object="").defer("data"))
    slugs = slugs_of(rows)
    return {row.name: slugs[row.object] for row in rows if row.object in slugs}


def _state(parcel: Parcel, item: Item) -> State | None:
    for one in parcel.contents:
        if (one["kind"], one["name"]) == (item.kind, item.name):
            return State(_gathered(one["version"]), parcel, one["digest"])
    return None


def _changes(states: Sequence[State]) -> list[State]:
    """Of what came again unchanged only once, in the bundle that it came in first."""
    return list({state.digest: state for state in states}.values())


def _gathered(version: int) -> datetime:
    """The version of a list is the second at which it was gathered; what no clock can show is told by the first."""
    try:
        return datetime.fromtimestamp(version, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _signer(item: Item) -> str:
    """The key of the peer that was in use when the bundle came."""
    keys = PeerKey.objects.filter(peer=item.peer, since__lte=item.parcel.at).order_by("since")
    found = [key.fingerprint for key in keys if key.until is None or key.until > item.parcel.at]
    return found[-1] if found else item.peer.fingerprint
