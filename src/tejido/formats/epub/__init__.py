"""Papers as EPUB 3: one file for a telephone without a connection, in its reader's own letters, light or dark.

Every passage keeps its id as the id of its element, so that a link or a note of an e-reader finds it in every edition.
The same book gives the same bytes.
"""

from .package import bind

__all__ = ["bind"]
