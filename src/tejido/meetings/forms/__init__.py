"""Input of meetings: parsed and cleaned here, judged by the rules."""

from .attendance import ArrivalForm, AttendanceForm, RoomForm
from .planning import CommitteeForm, ConvocationForm, PlanForm, PostponementForm, ReasonForm, ReplyForm, TimesForm
from .writing import (
    ApprovalForm,
    CirculationForm,
    CommitmentForm,
    CorrectionForm,
    DecisionForm,
    FileForm,
    ItemForm,
    MinutesForm,
    PaperForm,
    ReleaseForm,
    ReportForm,
    TextsForm,
    VerdictForm,
    WithdrawalForm,
)

__all__ = [
    "ApprovalForm",
    "ArrivalForm",
    "AttendanceForm",
    "CirculationForm",
    "CommitmentForm",
    "CommitteeForm",
    "ConvocationForm",
    "CorrectionForm",
    "DecisionForm",
    "FileForm",
    "ItemForm",
    "MinutesForm",
    "PaperForm",
    "PlanForm",
    "PostponementForm",
    "ReasonForm",
    "ReleaseForm",
    "ReplyForm",
    "ReportForm",
    "RoomForm",
    "TextsForm",
    "TimesForm",
    "VerdictForm",
    "WithdrawalForm",
]
