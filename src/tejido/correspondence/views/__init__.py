"""Letters between networks as pages."""

from .drafting import answers, discardings, drafts, sendings, words
from .reading import duties, duty_endings, home, letter, paper

__all__ = [
    "answers",
    "discardings",
    "drafts",
    "duties",
    "duty_endings",
    "home",
    "letter",
    "paper",
    "sendings",
    "words",
]
