"""Everything of a member as one file."""

from .member import Taking, write_member

__all__ = ["Taking", "write_member"]
