"""The acts on calls, nominations and places. Each asks its rule, changes, and writes the ledger in one transaction."""

from .answering import ask_for_link, confirm_place, decline_by_link, decline_place, tell_needs
from .erasing import erase_call, erase_person

__all__ = [
    "ask_for_link",
    "confirm_place",
    "decline_by_link",
    "decline_place",
    "erase_call",
    "erase_person",
    "tell_needs",
]
