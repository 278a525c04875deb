"""Loading schools, norms and populations, always for an actor."""

from .files import Known, delivery_for, known_for
from .obligations import (
    Running,
    choosable_courses,
    follower_of,
    history_of,
    obligation_for,
    obligations_for,
    obligations_of_course,
    running_out,
    validities_of,
    validity_of,
)
from .schools import (
    institutions_to_enter,
    is_entered,
    own_school,
    school_for,
    school_of,
    school_spaces,
    schools_for,
    spaces_to_keep,
)
from .targets import Population, population_of, populations, target_for, targets_for, years_of

__all__ = [
    "Known",
    "Population",
    "Running",
    "choosable_courses",
    "delivery_for",
    "follower_of",
    "history_of",
    "institutions_to_enter",
    "is_entered",
    "known_for",
    "obligation_for",
    "obligations_for",
    "obligations_of_course",
    "own_school",
    "population_of",
    "populations",
    "running_out",
    "school_for",
    "school_of",
    "school_spaces",
    "schools_for",
    "spaces_to_keep",
    "target_for",
    "targets_for",
    "validities_of",
    "validity_of",
    "years_of",
]
