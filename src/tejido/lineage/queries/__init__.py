"""Loading trainers, what they may teach and what was released of them, always for an actor."""

from .lineages import (
    Lineage,
    TrainerLine,
    authorisation_for,
    ending_soon,
    fit_on,
    lineage_of,
    trainer_for,
    trainers_of_cohort,
)
from .releases import release_for, releases_for, years_to_release
from .spaces import certificate_with, editions_to_teach, has_completed, person_of, space_for, spaces_for

__all__ = [
    "Lineage",
    "TrainerLine",
    "authorisation_for",
    "certificate_with",
    "editions_to_teach",
    "ending_soon",
    "fit_on",
    "has_completed",
    "lineage_of",
    "person_of",
    "release_for",
    "releases_for",
    "space_for",
    "spaces_for",
    "trainer_for",
    "trainers_of_cohort",
    "years_to_release",
]
