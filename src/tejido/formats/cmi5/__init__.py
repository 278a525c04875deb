"""A course as a cmi5 package: every lesson writes statements of learning to the system that launched it.

A lesson is completed when its reader says so; whether somebody passed is never said, since a lesson has no test. The
same course gives the same bytes.
"""

from .package import MEDIA_TYPE, write

__all__ = ["MEDIA_TYPE", "write"]
