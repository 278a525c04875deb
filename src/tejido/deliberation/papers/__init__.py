"""What a round leaves on paper: a member's own position, and what became of the released comments."""

from .dispositions import dispositions_paper
from .objections import lifted_objections
from .position import position_notice, position_paper

__all__ = ["dispositions_paper", "lifted_objections", "position_notice", "position_paper"]
