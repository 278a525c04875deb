"""The acts of a national review."""

from .findings import enter_finding, hand_over_finding, strike_finding
from .peers import invite_peer, withdraw_peer
from .questions import enter_question, strike_question
from .recommendations import follow_up, recommend
from .reviews import begin_review, change_review, close_review
from .summaries import release_review, withdraw_review

__all__ = [
    "begin_review",
    "change_review",
    "close_review",
    "enter_finding",
    "enter_question",
    "follow_up",
    "hand_over_finding",
    "invite_peer",
    "recommend",
    "release_review",
    "strike_finding",
    "strike_question",
    "withdraw_peer",
    "withdraw_review",
]
