"""What others recommended to a member, and what the member told to whom. All of it is the member's own."""

from .links import InitiativeLink, SectionLink, ValueLink
from .recommendations import Charge, Columns, Intake, Mark, Recommendation
from .reports import Picked, Selection, Telling, Template, Told

__all__ = [
    "Charge",
    "Columns",
    "InitiativeLink",
    "Intake",
    "Mark",
    "Picked",
    "Recommendation",
    "SectionLink",
    "Selection",
    "Telling",
    "Template",
    "Told",
    "ValueLink",
]
