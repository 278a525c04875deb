"""Input of the register."""

from .correcting import CorrectionForm, label_of
from .entering import (
    CODE,
    AppointmentForm,
    ClosingForm,
    DayForm,
    DepartureForm,
    InOrder,
    InstitutionForm,
    MemberForm,
    NamedForm,
    RenamingForm,
    SeatClosingForm,
    SeatForm,
    SectorForm,
    StandingForm,
    day_field,
    partial_date,
    source_field,
)
from .files import ApplyingForm, FileForm
from .past import EventCorrectionForm, EventForm, as_initial
from .tiers import CommunityForm, EndForm, LocalForm, PartyForm

__all__ = [
    "CODE",
    "ApplyingForm",
    "AppointmentForm",
    "ClosingForm",
    "CommunityForm",
    "CorrectionForm",
    "DayForm",
    "DepartureForm",
    "EndForm",
    "EventCorrectionForm",
    "EventForm",
    "FileForm",
    "InOrder",
    "InstitutionForm",
    "LocalForm",
    "MemberForm",
    "NamedForm",
    "PartyForm",
    "RenamingForm",
    "SeatClosingForm",
    "SeatForm",
    "SectorForm",
    "StandingForm",
    "as_initial",
    "day_field",
    "label_of",
    "partial_date",
    "source_field",
]
