"""Input about records: parsed and cleaned here, judged by the rules."""

from .cohorts import CohortForm
from .files import FileForm, MappingForm
from .lists import LinesForm, ListForm, ScanForm, SeenForm
from .persons import PersonForm

__all__ = ["CohortForm", "FileForm", "LinesForm", "ListForm", "MappingForm", "PersonForm", "ScanForm", "SeenForm"]
