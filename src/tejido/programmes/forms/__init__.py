"""Input about areas and initiatives: parsed and cleaned here, judged by the rules."""

from .acts import (
    AreaForm,
    AreaReleaseForm,
    DecisionForm,
    NamesForm,
    PlanForm,
    StatusForm,
    StrikeForm,
    TermForm,
    WantedForm,
)
from .files import FileForm
from .steps import STEPS, Offered, ReportForm, Step, WhatStep

__all__ = [
    "STEPS",
    "AreaForm",
    "AreaReleaseForm",
    "DecisionForm",
    "FileForm",
    "NamesForm",
    "Offered",
    "PlanForm",
    "ReportForm",
    "StatusForm",
    "Step",
    "StrikeForm",
    "TermForm",
    "WantedForm",
    "WhatStep",
]
