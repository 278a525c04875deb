"""The acts on cohorts and records. Each asks its rule, changes, and writes the ledger in one transaction."""

from .batches import check, give, put_aside, start
from .cohorts import begin_cohort, change_cohort
from .correcting import correct_person
from .entering import enter
from .erasing import erase_again, erase_person
from .holding import hold, release
from .lists import add_scan, begin_list, countersign, enter_list, fill_list, remove_list, remove_scan
from .remembering import remember
from .storage import part_completions
from .undoing import go_on_undoing, undo
from .working import run_due

__all__ = [
    "add_scan",
    "begin_cohort",
    "begin_list",
    "change_cohort",
    "check",
    "correct_person",
    "countersign",
    "enter",
    "enter_list",
    "erase_again",
    "erase_person",
    "fill_list",
    "give",
    "go_on_undoing",
    "hold",
    "part_completions",
    "put_aside",
    "release",
    "remember",
    "remove_list",
    "remove_scan",
    "run_due",
    "start",
    "undo",
]
