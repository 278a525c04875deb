"""Loading requests to erase, what is found of a person, and what a restored node is missing."""

from .erasings import Former, Pending, erasing_for, formers, open_erasing, pending_for, person_for, serves
from .mentions import Mention, mentions_of, words_of
from .restorations import Waiting, erasures, waiting, waiting_for

__all__ = [
    "Former", "Mention", "Pending", "Waiting", "erasing_for", "erasures", "formers", "mentions_of",
    "open_erasing", "pending_for", "person_for", "serves", "waiting", "waiting_for", "words_of",
]  # fmt: skip  # one list
