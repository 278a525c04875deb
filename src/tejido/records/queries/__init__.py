"""Loading cohorts, rolls and counts."""

from .cohorts import (
    batch_for,
    batch_of_file,
    batches_for,
    cohort_for,
    cohorts_for,
    courses_for,
    edition_taught,
    spaces_of,
)
from .expiring import AHEAD, Held, expiring, how_many_expire, months_later, months_of_expiry
from .files import batches_of, batches_waiting, columns_in, files_waiting, head_of, name_of, troubles_of
from .lists import data_of, lines_in, list_for, lists_of, scan_for, scans_of
from .numbers import numbers_of, registers_of, words_of
from .persons import Erasing, completions_of_person, erased_persons, erasing_of, files_kept, person_in
from .remembered import suggestion_for
from .rolls import PAGE, completions_of, lines_of, roll_of
from .tallies import cuboid_of, month_of, tallies

__all__ = [
    "AHEAD",
    "PAGE",
    "Erasing",
    "Held",
    "batch_for",
    "batch_of_file",
    "batches_for",
    "batches_of",
    "batches_waiting",
    "cohort_for",
    "cohorts_for",
    "columns_in",
    "completions_of",
    "completions_of_person",
    "courses_for",
    "cuboid_of",
    "data_of",
    "edition_taught",
    "erased_persons",
    "erasing_of",
    "expiring",
    "files_kept",
    "files_waiting",
    "head_of",
    "how_many_expire",
    "lines_in",
    "lines_of",
    "list_for",
    "lists_of",
    "month_of",
    "months_later",
    "months_of_expiry",
    "name_of",
    "numbers_of",
    "person_in",
    "registers_of",
    "roll_of",
    "scan_for",
    "scans_of",
    "spaces_of",
    "suggestion_for",
    "tallies",
    "troubles_of",
    "words_of",
]
