"""What pages, and the apps above, read of reviews."""

from .reading import (
    Advised,
    Asked,
    Seen,
    finding_for,
    follow_up_for,
    invitation_to,
    invitations_for,
    own_review_for,
    own_reviews,
    question_for,
    recommendation_for,
    review_for,
    sent_invitation_for,
    summaries_for,
    summary_for,
)

__all__ = [
    "Advised",
    "Asked",
    "Seen",
    "finding_for",
    "follow_up_for",
    "invitation_to",
    "invitations_for",
    "own_review_for",
    "own_reviews",
    "question_for",
    "recommendation_for",
    "review_for",
    "sent_invitation_for",
    "summaries_for",
    "summary_for",
]
