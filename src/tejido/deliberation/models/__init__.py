"""The rows of deliberation. A state is a row: who, for whom, when and why come with it."""

from .adoption import (
    Adoption,
    Agreement,
    Declaration,
    Extension,
    ExtensionRequest,
    Lapse,
    Lifting,
    MeetingDecision,
    MemberOfRecord,
    Objection,
    Procedure,
    Proposal,
)
from .dispositions import Comment, CommentGroup, Disposition, Reply
from .positions import Answer, Clearance, Position, Release, Return, Withdrawal
from .rounds import Contribution, Remark, Round, RoundExtension, RoundParty
from .word import WordAnswer

__all__ = [
    "Adoption",
    "Agreement",
    "Answer",
    "Clearance",
    "Comment",
    "CommentGroup",
    "Contribution",
    "Declaration",
    "Disposition",
    "Extension",
    "ExtensionRequest",
    "Lapse",
    "Lifting",
    "MeetingDecision",
    "MemberOfRecord",
    "Objection",
    "Position",
    "Procedure",
    "Proposal",
    "Release",
    "Remark",
    "Reply",
    "Return",
    "Round",
    "RoundExtension",
    "RoundParty",
    "Withdrawal",
    "WordAnswer",
]
