"""The words of people: sign-in, links, letters."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

GIVE_UP_AFTER = 8  # failures of the mail server for one letter; `tejido doctor` then names it


class Act(TextChoices):
    ACCOUNT_OPENED = "account-opened", _("Account opened")
    LINK_MADE = "link-made", _("One-time sign-in link made")
    LINK_USED = "link-used", _("One-time sign-in link used")


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
