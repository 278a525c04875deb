"""How a text is adopted by equals:

positions, consensus in a meeting, silence, and what a change of the text re-opens.
"""

from .acts import (
    Act,
    Agreement,
    Declaration,
    Extension,
    Lifting,
    Meeting,
    MeetingDecision,
    MemberOfRecord,
    Objection,
    Rule,
    Silence,
)
from .consensus import deadline_in_force, outcome
from .deadlines import Deadline, deadline_from_local, silence_deadline_problem
from .names import (
    MINIMUM_SILENCE,
    CommentType,
    DeadlineProblem,
    DeclarationKind,
    Disposition,
    ExtensionProblem,
    ObjectionProblem,
    SilenceProblem,
    Stance,
    Waiting,
)
from .outcomes import Adopted, Blocked, Lapsed, Open, Outcome
from .problems import extension_problem, lifting_problem, objection_problem
from .reopening import reopened

__all__ = [
    "MINIMUM_SILENCE",
    "Act",
    "Adopted",
    "Agreement",
    "Blocked",
    "CommentType",
    "Deadline",
    "DeadlineProblem",
    "Declaration",
    "DeclarationKind",
    "Disposition",
    "Extension",
    "ExtensionProblem",
    "Lapsed",
    "Lifting",
    "Meeting",
    "MeetingDecision",
    "MemberOfRecord",
    "Objection",
    "ObjectionProblem",
    "Open",
    "Outcome",
    "Rule",
    "Silence",
    "SilenceProblem",
    "Stance",
    "Waiting",
    "deadline_from_local",
    "deadline_in_force",
    "extension_problem",
    "lifting_problem",
    "objection_problem",
    "outcome",
    "reopened",
    "silence_deadline_problem",
]
