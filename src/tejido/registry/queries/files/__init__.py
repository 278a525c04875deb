"""The register in files: what goes out, and what a file that comes in would change."""

from .columns import TABLES
from .comparing import Change, Plan, compare
from .exporting import sheets_of

__all__ = ["TABLES", "Change", "Plan", "compare", "sheets_of"]
