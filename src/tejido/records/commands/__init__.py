"""The acts on cohorts and records. Each asks its rule, changes, and writes the ledger in one transaction."""

from .cohorts import begin_cohort, change_cohort
from .entering import enter
from .holding import hold, release
from .storage import part_completions
from .undoing import go_on_undoing, undo

__all__ = [
    "begin_cohort",
    "change_cohort",
    "enter",
    "go_on_undoing",
    "hold",
    "part_completions",
    "release",
    "undo",
]
