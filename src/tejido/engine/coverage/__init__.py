"""What the sessions of a course cover of a text, section by section and objective by objective, and how much time they
give it."""

from .reckoning import coverage, objectives
from .values import Coverage, Line, Objective, Session, Treated

__all__ = ["Coverage", "Line", "Objective", "Session", "Treated", "coverage", "objectives"]
