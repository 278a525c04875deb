"""Loading requests of two persons, what is found of somebody, and what a restored node is missing."""

from .erasings import Former, Pending, erasing_for, formers, open_erasing, pending_for, person_for, serves
from .factors import Holder, Reset, holder_for, reset_for, resets_for, stopped_by
from .keys import change_for, keys_for, statement
from .mentions import Mention, mentions_of, words_of
from .restorations import Waiting, erasures, waiting, waiting_for

__all__ = [
    "Former", "Holder", "Mention", "Pending", "Reset", "Waiting", "change_for", "erasing_for", "erasures",
    "formers", "holder_for", "keys_for", "mentions_of", "open_erasing", "pending_for", "person_for", "reset_for",
    "resets_for", "serves", "statement", "stopped_by", "waiting", "waiting_for", "words_of",
]  # fmt: skip  # one list
