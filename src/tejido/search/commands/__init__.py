"""Keeping the index true. Nothing here is an act: the index says nothing that texts and records do not say."""

from .keeping import index_everything, index_record, index_text
from .making import make_index

__all__ = ["index_everything", "index_record", "index_text", "make_index"]
