"""The words of formal letters between networks."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LETTER = "letter"
"""The kind of content that a letter is in a bundle."""


class Purpose(TextChoices):
    """What a letter is for. The code travels; each side reads it in its own words."""

    CONSULTATION = "consultation", _("Consultation on a text")
    REQUEST = "request", _("Request for information")
    PROPOSAL = "proposal", pgettext_lazy("a letter between networks", "Proposal")
    INVITATION = "invitation", pgettext_lazy("a letter between networks", "Invitation")
    NOTICE = "notice", pgettext_lazy("a letter between networks", "Notice")
    ANSWER = "answer", pgettext_lazy("a letter between networks", "Answer")


class Direction(TextChoices):
    OUT = "out", pgettext_lazy("a letter between networks", "Sent")
    IN = "in", pgettext_lazy("a letter between networks", "Received")


class Stage(TextChoices):
    """How a letter stands, which is never stored."""

    DRAFT = "draft", pgettext_lazy("a letter between networks", "Draft")
    NO_ANSWER_ASKED = "no_answer_asked", _("No answer asked for")
    WAITING = "waiting", _("Waits for an answer")
    OVERDUE = "overdue", _("Answer overdue")
    ANSWERED = "answered", pgettext_lazy("a letter between networks", "Answered")
    LATE = "late", _("Answered after the deadline")


class Step(TextChoices):
    """How far a letter that was sent has come, which is never stored."""

    ARRIVED = "arrived", _("Handed over to the node of that network.")
    WAITING = "waiting", _("Waits to be handed over, which happens by itself.")
    TRIED = "tried", _("Not handed over yet. It is tried again by itself.")
    BEHIND = "behind", _("Waits behind what went before it and is not handed over yet. It goes by itself after that.")
    BY_HAND = "by_hand", _("Goes in a bundle that is made or carried by hand.")
    OVER = "over", _("The bundle that it is in is over and did not arrive. Ask the other side how to hand it over.")
    ENDED = "ended", _("The exchange with this network has ended. It is not handed over.")


class Act(TextChoices):
    DRAFTED = "letter-drafted", _("Letter to another network drafted")
    WRITTEN = "letter-written", _("Draft of a letter to another network changed")
    DISCARDED = "letter-discarded", _("Draft of a letter to another network discarded")
    SENT = "letter-sent", _("Letter to another network sent")
    RECEIVED = "letter-received", _("Letter from another network received")
    DUTY_SET = "letter-duty-set", _("Set what is to be done about a letter")
    DUTY_DONE = "letter-duty-done", _("What a letter asked for was done")


class No(TextChoices):
    NO_PEER = "no_peer", _("Letters go to sister networks whose key was verified, and this one is none of them.")
    IS_SENT = "is_sent", _("This letter was sent. What was said in it stays.")
    NOT_STANDING = "not_standing", _("This draft was discarded.")
    WORDLESS = "wordless", _("Give a subject and a text in the same language, in at least one.")
    DEADLINE_GONE = "deadline_gone", _("The date until which an answer is asked for has passed. Give a later one.")
    NOT_RECEIVED = "not_received", _("Only a letter that was received is answered.")
    ANSWER_BEGUN = "answer_begun", _("An answer to this letter is drafted already. Go on with that draft.")
    DUTY_OVER = "duty_over", _("This was done already.")
    NO_ANSWER_TO = "no_answer_to", _("It answers a letter that was not sent from here to this network.")
    BAD_LETTER = (
        "bad_letter",
        _("The letter cannot be read: %(where)s is missing or not as it should be. Ask its sender to send it again."),
    )
    LETTER_CHANGED = (
        "letter_changed",
        _("A letter with this id was received before, with other words. Ask its sender which one is true."),
    )


QUIET = frozenset({Act.DRAFTED, Act.WRITTEN, Act.DISCARDED, Act.DUTY_SET, Act.DUTY_DONE})
