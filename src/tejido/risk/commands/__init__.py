"""The acts of a private risk analysis."""

from .access import admit, hand_lead, remove, renew_keys, take_over
from .ending import destroy, run_due, set_last_day, take_as_file
from .opening import HOURS, Beginning, begin_analysis, close_analysis, open_analysis
from .saving import forget_versions, remove_evidence, save_cells
from .summaries import ask_release, settle, withdraw_summary

__all__ = [
    "HOURS",
    "Beginning",
    "admit",
    "ask_release",
    "begin_analysis",
    "close_analysis",
    "destroy",
    "forget_versions",
    "hand_lead",
    "open_analysis",
    "remove",
    "remove_evidence",
    "renew_keys",
    "run_due",
    "save_cells",
    "set_last_day",
    "settle",
    "take_as_file",
    "take_over",
    "withdraw_summary",
]
