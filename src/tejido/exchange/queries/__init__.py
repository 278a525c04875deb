"""Other nodes and what went between them and this one, always for an actor."""

from .own import own_fingerprint, own_introduction, own_party
from .parcels import (
    History,
    alarms,
    head_sent_before,
    history,
    items_of,
    known_of,
    last_sent,
    newest_heads,
    parcel_for,
    peer_of,
    public_bundle,
    public_bundles,
    slugs_of,
)
from .peers import key_for, may_read, peer_for, peers_for, verified_peers

__all__ = [
    "History",
    "alarms",
    "head_sent_before",
    "history",
    "items_of",
    "key_for",
    "known_of",
    "last_sent",
    "may_read",
    "newest_heads",
    "own_fingerprint",
    "own_introduction",
    "own_party",
    "parcel_for",
    "peer_for",
    "peer_of",
    "peers_for",
    "public_bundle",
    "public_bundles",
    "slugs_of",
    "verified_peers",
]
