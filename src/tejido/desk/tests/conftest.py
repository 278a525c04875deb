"""Somebody for the vacant seat of Cumbre, as in the tests of deliberation."""

from tejido.deliberation.tests.conftest import filled_cumbre

__all__ = ["filled_cumbre"]
