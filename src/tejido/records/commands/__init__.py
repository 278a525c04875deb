"""The acts on cohorts and records. Each asks its rule, changes, and writes the ledger in one transaction."""

from .batches import check, give, put_aside, start
from .cohorts import begin_cohort, change_cohort
from .entering import enter
from .holding import hold, release
from .storage import part_completions
from .undoing import go_on_undoing, undo
from .working import run_due

__all__ = [
    "begin_cohort",
    "change_cohort",
    "check",
    "enter",
    "give",
    "go_on_undoing",
    "hold",
    "part_completions",
    "put_aside",
    "release",
    "run_due",
    "start",
    "undo",
]
