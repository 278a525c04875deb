"""The acts of promotion."""

from .entries import Contents, correct_entry, hide_entry, make_entry, show_entry, strike_entry
from .forums import enter_forum, rename_forum
from .parts import add_document, add_quote, remove_document, remove_quote

__all__ = [
    "Contents",
    "add_document",
    "add_quote",
    "correct_entry",
    "enter_forum",
    "hide_entry",
    "make_entry",
    "remove_document",
    "remove_quote",
    "rename_forum",
    "show_entry",
    "strike_entry",
]
