"""Input about records: parsed and cleaned here, judged by the rules."""

from .cohorts import CohortForm
from .lists import LinesForm, ListForm, ScanForm, SeenForm
from .persons import PersonForm

__all__ = ["CohortForm", "LinesForm", "ListForm", "PersonForm", "ScanForm", "SeenForm"]
