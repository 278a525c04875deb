"""Input about schools, norms and populations: parsed and cleaned here, judged by the rules."""

from tejido.adaptation.forms import AudienceForm

from .files import FileForm
from .obligations import EndForm, FollowerForm, ObligationForm
from .schools import ReportForm, SchoolForm, StrikeForm
from .targets import TargetForm

__all__ = [
    "AudienceForm",
    "EndForm",
    "FileForm",
    "FollowerForm",
    "ObligationForm",
    "ReportForm",
    "SchoolForm",
    "StrikeForm",
    "TargetForm",
]
