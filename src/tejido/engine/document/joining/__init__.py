"""Laying the languages of a text together, passage by passage, without knowing any of them."""

from .rows import Joined, join_languages

__all__ = ["Joined", "join_languages"]
