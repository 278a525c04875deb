"""How a language version stands towards its source, and whether its words are the agreed ones. Pure."""

from .facts import Mark, Origins, State, origins, same_meaning, words_digest
from .standing import Facts, Standing, standing, standings
from .terms import Concept, Finding, Flaw, Term, Use, check_terms, occurs

__all__ = [
    "Concept",
    "Facts",
    "Finding",
    "Flaw",
    "Mark",
    "Origins",
    "Standing",
    "State",
    "Term",
    "Use",
    "check_terms",
    "occurs",
    "origins",
    "same_meaning",
    "standing",
    "standings",
    "words_digest",
]
