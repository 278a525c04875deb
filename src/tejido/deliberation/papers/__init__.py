"""What a round leaves on paper: a member's own position, and what became of the released comments."""

from .position import position_notice, position_paper

__all__ = ["position_notice", "position_paper"]
