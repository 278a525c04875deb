"""Input about milestones, indicators and their values: parsed and cleaned here, judged by the rules."""

from .defining import IndicatorForm, form_initial
from .milestones import DroppedForm, MilestoneForm, ReachedForm
from .reporting import ReleaseForm, ValueForm, typed
from .sheets import SheetForm, TakingForm

__all__ = [
    "DroppedForm",
    "IndicatorForm",
    "MilestoneForm",
    "ReachedForm",
    "ReleaseForm",
    "SheetForm",
    "TakingForm",
    "ValueForm",
    "form_initial",
    "typed",
]
