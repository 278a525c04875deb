"""What a course covers of a text, and with how much time. Pure."""

from .reckoning import coverage
from .values import Coverage, Line, Session, Treated

__all__ = ["Coverage", "Line", "Session", "Treated", "coverage"]
