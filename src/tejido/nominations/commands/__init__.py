"""The acts on calls, nominations and places. Each asks its rule, changes, and writes the ledger in one transaction."""

from .answering import ask_for_link, confirm_place, decline_by_link, decline_place, tell_needs
from .calling import Terms, change_call, close_call, extend_call, open_call, word_call
from .erasing import erase_call, erase_person
from .instants import instant_from
from .leaving import replace_nominee, withdraw_nominee
from .nominating import (
    File,
    add_letter,
    change_nominee,
    enter_nominee,
    move_nominee,
    remove_letter,
    remove_nominee,
    submit_nominations,
)
from .placing import give_places, list_participants, send_link

__all__ = [
    "File",
    "Terms",
    "add_letter",
    "ask_for_link",
    "change_call",
    "change_nominee",
    "close_call",
    "confirm_place",
    "decline_by_link",
    "decline_place",
    "enter_nominee",
    "erase_call",
    "erase_person",
    "extend_call",
    "give_places",
    "instant_from",
    "list_participants",
    "move_nominee",
    "open_call",
    "remove_letter",
    "remove_nominee",
    "replace_nominee",
    "send_link",
    "submit_nominations",
    "tell_needs",
    "withdraw_nominee",
    "word_call",
]
