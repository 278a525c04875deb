"""What a round leaves on paper: a member's own position, and what became of the released comments."""

from .dispositions import dispositions_paper
from .position import position_notice, position_paper

__all__ = ["dispositions_paper", "position_notice", "position_paper"]
