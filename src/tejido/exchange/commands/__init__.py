"""The acts of the exchange between nodes."""

from .making import make_bundle
from .peers import describe_peer, end_peer, introduce_peer, revoke_peer_key, succeed_peer, verify_peer
from .sending import send_bundle
from .taking import decline_bundle, receive_bundle, take_bundle

__all__ = [
    "decline_bundle",
    "describe_peer",
    "end_peer",
    "introduce_peer",
    "make_bundle",
    "receive_bundle",
    "revoke_peer_key",
    "send_bundle",
    "succeed_peer",
    "take_bundle",
    "verify_peer",
]
