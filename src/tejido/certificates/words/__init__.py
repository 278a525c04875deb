"""Certificates and what is checked of them in words."""

from .certificates import course_facts, facts_words
from .checks import check_words
from .persons import entry_words

__all__ = ["check_words", "course_facts", "entry_words", "facts_words"]
