"""The register in files: what goes out, and what a file that comes in would change."""

from .columns import TABLES
from .comparing import Change, Plan, compare
from .exporting import sheets_of
from .naming import named_after

__all__ = ["TABLES", "Change", "Plan", "compare", "named_after", "sheets_of"]
