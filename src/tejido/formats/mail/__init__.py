"""Mails that people answer with: who wrote, to which addresses, and what they wrote themselves.

A mail from outside is read in the limited process of `formats.child`; `child.parse_mail` is the way to it.
"""

from .checks import has_failed
from .reading import read
from .values import MAX_MAIL, MAX_WORDS, Mail

__all__ = ["MAX_MAIL", "MAX_WORDS", "Mail", "has_failed", "read"]
