"""Input of seminars: parsed and cleaned here, judged by the rules."""

from .planning import (
    AnnouncementForm,
    ChangeForm,
    CycleForm,
    PastForm,
    PlanForm,
    ReasonForm,
    StructureForm,
    TakingForm,
    cycle_initial,
    plan_initial,
)
from .working import BudgetForm, CopyForm, CycleCopyForm, DoneForm, DutyForm, budget_initial, duty_initial

__all__ = [
    "AnnouncementForm",
    "BudgetForm",
    "ChangeForm",
    "CopyForm",
    "CycleCopyForm",
    "CycleForm",
    "DoneForm",
    "DutyForm",
    "PastForm",
    "PlanForm",
    "ReasonForm",
    "StructureForm",
    "TakingForm",
    "budget_initial",
    "cycle_initial",
    "duty_initial",
    "plan_initial",
]
