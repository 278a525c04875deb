"""What is told of mechanisms, always for an actor: a part that they may not read is not loaded."""

from .assessments import AssessmentPage, CriterionLine, Progress, assessment_for, progress_for, released_assessments
from .comparison import Comparison, comparison
from .helps import ModelLine, ModuleLine, model_for, models, module_for, modules, passages_to_attach, texts_of_network
from .parts import line_for, part_for, part_to_release, part_to_strike
from .plans import plan_for
from .profile import (
    MechanismLine,
    Profile,
    TopicLine,
    all_members,
    institutions_outside,
    mechanism_of,
    party_for,
    paths_on,
    profile_for,
)

__all__ = [
    "AssessmentPage",
    "Comparison",
    "CriterionLine",
    "MechanismLine",
    "ModelLine",
    "ModuleLine",
    "Profile",
    "Progress",
    "TopicLine",
    "all_members",
    "assessment_for",
    "comparison",
    "institutions_outside",
    "line_for",
    "mechanism_of",
    "model_for",
    "models",
    "module_for",
    "modules",
    "part_for",
    "part_to_release",
    "part_to_strike",
    "party_for",
    "passages_to_attach",
    "paths_on",
    "plan_for",
    "profile_for",
    "progress_for",
    "released_assessments",
    "texts_of_network",
]
