"""Traces in words: steps, what lacks, what changed, what is told."""

from .accounts import AccountShown, ChangeTold, MatterTold, account_shown
from .changes import ChangeShown, changes_shown, language_of
from .codes import CHANGES, GAPS, STEPS, comments_words, gap_words, observations_words, sum_words, what_words
from .threads import Link, StageShown, ThreadShown, thread

__all__ = [
    "CHANGES",
    "GAPS",
    "STEPS",
    "AccountShown",
    "ChangeShown",
    "ChangeTold",
    "Link",
    "MatterTold",
    "StageShown",
    "ThreadShown",
    "account_shown",
    "changes_shown",
    "comments_words",
    "gap_words",
    "language_of",
    "observations_words",
    "sum_words",
    "thread",
    "what_words",
]
