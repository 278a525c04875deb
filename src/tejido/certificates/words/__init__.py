"""Certificates and what is checked of them in words."""

from tejido.presence.words import facts_words

from .checks import check_words

__all__ = ["check_words", "facts_words"]
