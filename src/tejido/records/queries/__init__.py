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
from .files import batches_of, head_of, name_of, troubles_of
from .numbers import numbers_of, registers_of, words_of
from .rolls import PAGE, completions_of, lines_of, roll_of
from .tallies import cuboid_of, month_of, tallies

__all__ = [
    "PAGE",
    "batch_for",
    "batch_of_file",
    "batches_for",
    "batches_of",
    "cohort_for",
    "cohorts_for",
    "completions_of",
    "courses_for",
    "cuboid_of",
    "edition_taught",
    "head_of",
    "lines_of",
    "month_of",
    "name_of",
    "numbers_of",
    "registers_of",
    "roll_of",
    "spaces_of",
    "tallies",
    "troubles_of",
    "words_of",
]
