"""What a selection says now, as a table of words in one language."""

from .building import Built, BuiltRow, Wish, build, rows_of
from .choosing import Chosen, chosen_for, table_of, tables_for

__all__ = ["Built", "BuiltRow", "Chosen", "Wish", "build", "chosen_for", "rows_of", "table_of", "tables_for"]
