"""The words of people: sign-in, links, letters."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

# How long a letter waits after its first, second, … failure. After the last one, three days on, it is given up, and
# `tejido doctor` says so. A mail server that cannot be reached is no failure of a letter.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720, 1440, 1440))
GIVE_UP_AFTER = len(WAITS) + 1
INTERRUPTED = "interrupted"  # the process that sent it was killed: it may have left or not


class Act(TextChoices):
    ACCOUNT_OPENED = "account-opened", _("Account opened")
    LINK_MADE = "link-made", _("One-time sign-in link made")
    LINK_USED = "link-used", _("One-time sign-in link used")
    TOKEN_MADE = "token-made", _("Access token for a program made")  # the name of an act
    TOKEN_REVOKED = "token-revoked", _("Access token revoked")  # the same


class No(TextChoices):
    LINK_UNKNOWN = (
        "link_unknown",
        _(
            "This link is not valid: it was already used, has expired, or was copied incompletely. "
            "Ask whoever sent it for a new one."
        ),
    )
    NOT_YOUR_SEAT = "not_your_seat", _("You do not hold this seat now.")
    NOT_DEMONSTRATION = "not_demonstration", _("A seat can be tried by one click only in a demonstration network.")
