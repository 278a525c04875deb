"""Input of reporting: parsed and cleaned here, judged by the rules."""

from .intakes import ConfirmForm, IntakeForm, ReadingForm
from .recommendations import AssessForm, ChargesForm, LinkForm, RecommendationForm, SectionForm, ValueForm, WantedForm
from .reports import PickForm, SelectionForm, TellForm, TemplateForm, ViewForm

__all__ = [
    "AssessForm",
    "ChargesForm",
    "ConfirmForm",
    "IntakeForm",
    "LinkForm",
    "PickForm",
    "ReadingForm",
    "RecommendationForm",
    "SectionForm",
    "SelectionForm",
    "TellForm",
    "TemplateForm",
    "ValueForm",
    "ViewForm",
    "WantedForm",
]
