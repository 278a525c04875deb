"""The tables of meetings."""

from .agenda import AgendaAdoption, AgendaRevision, Item, Paper, PaperFile
from .attendance import Attendance, RoomEntry
from .commitments import Carried, Commitment, CommitmentReport
from .meetings import Invitation, InvitationReply, Meeting, Step
from .minutes import Approval, Circulation, Correction, Decision, MinutesDraft, MinutesText, Release
from .room import Feed, Pointer

__all__ = [
    "AgendaAdoption",
    "AgendaRevision",
    "Approval",
    "Attendance",
    "Carried",
    "Circulation",
    "Commitment",
    "CommitmentReport",
    "Correction",
    "Decision",
    "Feed",
    "Invitation",
    "InvitationReply",
    "Item",
    "Meeting",
    "MinutesDraft",
    "MinutesText",
    "Paper",
    "PaperFile",
    "Pointer",
    "Release",
    "RoomEntry",
    "Step",
]
