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
from .numbers import numbers_of, registers_of, words_of
from .rolls import PAGE, completions_of, lines_of, roll_of
from .tallies import cuboid_of, month_of, tallies

__all__ = [
    "PAGE",
    "batch_for",
    "batch_of_file",
    "batches_for",
    "cohort_for",
    "cohorts_for",
    "completions_of",
    "courses_for",
    "cuboid_of",
    "edition_taught",
    "lines_of",
    "month_of",
    "numbers_of",
    "registers_of",
    "roll_of",
    "spaces_of",
    "tallies",
    "words_of",
]
