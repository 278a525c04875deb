"""Input about records: parsed and cleaned here, judged by the rules."""

from .cohorts import CohortForm
from .files import FileForm, MappingForm
from .lists import LinesForm, ListForm, ScanForm, SeenForm
from .persons import CorrectionForm, ErasureForm, PersonForm

__all__ = [
    "CohortForm",
    "CorrectionForm",
    "ErasureForm",
    "FileForm",
    "LinesForm",
    "ListForm",
    "MappingForm",
    "PersonForm",
    "ScanForm",
    "SeenForm",
]
