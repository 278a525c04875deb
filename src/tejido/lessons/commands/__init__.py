"""The acts of an evaluation. Each asks its rule, changes, and writes the ledger in one transaction."""

from .deciding import decide_matter
from .matters import change_matter, dissolve_matter, gather_matters, put_together
from .meeting import link_meeting, place_matters, prepare_evaluation_meeting
from .opening import link_round, open_lessons, open_round_on
from .telling import release_account, withdraw_account

__all__ = [
    "change_matter",
    "decide_matter",
    "dissolve_matter",
    "gather_matters",
    "link_meeting",
    "link_round",
    "open_lessons",
    "open_round_on",
    "place_matters",
    "prepare_evaluation_meeting",
    "put_together",
    "release_account",
    "withdraw_account",
]
