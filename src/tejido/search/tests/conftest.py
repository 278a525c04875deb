"""A database that two threads can open, as in the tests of deliberation."""

from tejido.deliberation.tests.conftest import on_file

__all__ = ["on_file"]
