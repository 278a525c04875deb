"""Tejido: where a network of states drafts, comments, adopts and proves one text."""

__version__ = "0.1.0"
