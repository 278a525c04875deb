"""What the pages of an evaluation show, made of what queries loaded."""

from .sections import SectionShown, table_shown

__all__ = ["SectionShown", "table_shown"]
