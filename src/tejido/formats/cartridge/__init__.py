"""A course as an IMS Common Cartridge 1.3: pages and a link, for any learning system that imports one.

There are no questions in it, since a text has none. The same course gives the same bytes.
"""

from .package import MEDIA_TYPE, write

__all__ = ["MEDIA_TYPE", "write"]
