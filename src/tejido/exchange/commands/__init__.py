"""The acts of the exchange between nodes."""

from .due import goes_on, has_answered, has_not_answered, is_held_up, make_due, try_soon
from .founding import Person, found_node
from .heads import look_at_alarm
from .making import make_bundle
from .nodes import accept_node, invite_node
from .parcels import are_delivered, is_delivered, lapse, make_parcel, receive_parcel
from .peers import describe_peer, end_peer, introduce_peer, revoke_peer_key, succeed_peer, verify_peer
from .sending import hand, has_arrived, make_once, send_bundle
from .taking import decline_bundle, receive_bundle, take_bundle
from .telling import has_looked, hear, note_news, number_after, set_topics, was_told

__all__ = [
    "Person",
    "accept_node",
    "are_delivered",
    "decline_bundle",
    "describe_peer",
    "end_peer",
    "found_node",
    "goes_on",
    "hand",
    "has_answered",
    "has_arrived",
    "has_looked",
    "has_not_answered",
    "hear",
    "introduce_peer",
    "invite_node",
    "is_delivered",
    "is_held_up",
    "lapse",
    "look_at_alarm",
    "make_bundle",
    "make_due",
    "make_once",
    "make_parcel",
    "note_news",
    "number_after",
    "receive_bundle",
    "receive_parcel",
    "revoke_peer_key",
    "send_bundle",
    "set_topics",
    "succeed_peer",
    "take_bundle",
    "try_soon",
    "verify_peer",
    "was_told",
]
