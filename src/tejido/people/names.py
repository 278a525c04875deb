"""The words of people: sign-in, links, letters."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

# How long a letter waits after its first, second, … failure. After the last one, three days on, it is given up, and
# `tejido doctor` says so. A mail server that cannot be reached is no failure of a letter.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720, 1440, 1440))
GIVE_UP_AFTER = len(WAITS) + 1
CODE_LIFE = timedelta(minutes=15)  # how long after the code was entered a new second factor can be set up
INTERRUPTED = "interrupted"  # the process that sent it was killed: it may have left or not


class Act(TextChoices):
    ACCOUNT_OPENED = "account-opened", _("Account opened")
    LINK_MADE = "link-made", _("One-time sign-in link made")
    LINK_USED = "link-used", _("One-time sign-in link used")
    TOKEN_MADE = "token-made", _("Access token for a program made")  # the name of an act
    TOKEN_REVOKED = "token-revoked", _("Access token revoked")  # the same
    FACTOR_CODE_ENTERED = "factor-code-entered", _("Code for a new second factor entered")


class No(TextChoices):
    LINK_UNKNOWN = (
        "link_unknown",
        _(
            "This link is not valid: it was already used, has expired, or was copied incompletely. "
            "Ask whoever sent it for a new one."
        ),
    )
    CODE_WRONG = (
        "code_wrong",
        _("This is not the code. Whoever agreed that your second factor be taken off tells it to you in person."),
    )
    CODE_FIRST = (
        "code_first",
        _(
            "Your second factor was taken off. A new one is set up with the code that whoever agreed tells you in "
            "person: sign in again and enter it."
        ),
    )
    NOT_YOUR_SEAT = "not_your_seat", _("You do not hold this seat now.")
    NOT_DEMONSTRATION = "not_demonstration", _("A seat can be tried by one click only in a demonstration network.")
