"""The words of national reviews: how far one is, what became of a recommendation, and what a peer is opened."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.mechanisms.names import OUTWARD, Audience

__all__ = ["OUTWARD", "Audience"]


INVITED_SEAT = _("The invited seat")


class Scope(TextChoices):
    """What an invited peer reads of a review."""

    WHOLE = "whole", _("The whole review, with findings and recommendations")
    QUESTIONS = "questions", _("The questions alone, without findings")


class State(TextChoices):
    """What an institution says of a recommendation, or what became of it."""

    OPEN = "open", pgettext_lazy("recommendation", "Not answered yet")
    PROMISED = "promised", pgettext_lazy("recommendation", "Promised")
    RUNNING = "running", pgettext_lazy("recommendation", "Under way")
    DONE = "done", pgettext_lazy("recommendation", "Done")
    NOT_TAKEN = "not_taken", pgettext_lazy("recommendation", "Not taken up")


CLOSED = frozenset({State.DONE, State.NOT_TAKEN})
ANSWERS = [choice for choice in State.choices if choice[0] != State.OPEN]


class Act(TextChoices):
    """What can be done here."""

    REVIEW_BEGUN = "review-begun", _("National review begun")
    REVIEW_CHANGED = "review-changed", _("Title or dates of a national review changed")
    REVIEW_CLOSED = "review-closed", _("National review closed")
    QUESTION_ENTERED = "review-question-entered", _("Question of a national review entered")
    QUESTION_STRUCK = "review-question-struck", _("Question of a national review struck out")
    FINDING_ENTERED = "review-finding-entered", _("Finding of a national review entered")
    FINDING_STRUCK = "review-finding-struck", _("Finding of a national review struck out")
    RECOMMENDATION_MADE = "review-recommendation-made", _("Recommendation of a national review made")
    FOLLOWED_UP = "review-followed-up", _("Follow-up of a recommendation told")
    PEER_INVITED = "review-peer-invited", _("Peer invited to a national review")
    PEER_WITHDRAWN = "review-peer-withdrawn", _("Invitation of a peer to a national review withdrawn")
    PEER_FINDING_ENTERED = "review-peer-finding", _("Finding of a peer handed over")
    SUMMARY_RELEASED = "review-summary-released", _("Summary of a national review released")
    SUMMARY_WITHDRAWN = "review-summary-withdrawn", _("Release of a summary withdrawn")


class No(TextChoices):
    """Why something is not done."""

    NAMELESS = "review_nameless", _("Give the title in at least one language.")
    ENDS_FIRST = "review_ends_first", _("The days are not in order.")
    CLOSED = "review_closed", _("This review is closed. What was found in it stays as it is.")
    NOT_OWN = "review_not_own", _("This is not of your member.")
    EMPTY = "review_empty", _("Write at least a sentence.")
    STRUCK = "review_struck", _("This was struck out.")
    NO_SUCH_QUESTION = "no_such_question", _("This question is not in the review.")
    SAME_STATE = "review_same_state", _("This is what was told last.")
    NO_EVIDENCE = "review_no_evidence", _("Say what shows that it is done: in words, an address or a file.")
    OWN_SEAT = "peer_of_own", _("A peer sits for another member.")
    INVITED = "peer_invited", _("This seat is invited already.")
    NOT_INVITED = "peer_not_invited", _("This invitation was withdrawn already.")
    SUMMARY_SO = "summary_so", _("Exactly this is released to these readers already.")
    NO_SUMMARY = "no_summary", _("No summary is released.")


# In the ledger, and no news to others.
QUIET: frozenset[Act] = frozenset(set(Act) - {Act.SUMMARY_RELEASED, Act.SUMMARY_WITHDRAWN})
