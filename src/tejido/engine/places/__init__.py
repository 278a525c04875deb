"""Who gets a place of a seminar, and who waits in which order. Pure."""

from .balance import Advice, Balance, Wishes, balance
from .giving import allocate, drawn
from .values import Admitted, Candidate, Outcome, Reason, Waiting

__all__ = [
    "Admitted",
    "Advice",
    "Balance",
    "Candidate",
    "Outcome",
    "Reason",
    "Waiting",
    "Wishes",
    "allocate",
    "balance",
    "drawn",
]
