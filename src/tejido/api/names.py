"""The words of the interface for programs. That a token was made or revoked is an act of a person: its name stands with
those of `people`."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

LIFE, LONGEST = timedelta(days=90), timedelta(days=365)  # of a token
MOST = 20  # living tokens of one person
ANSWER_KEPT = timedelta(hours=24)  # how long the same key of a request gives the same answer
ABANDONED = timedelta(minutes=5)  # after which a request that never ended is taken for dead: nothing of it was done
GONE_KEPT = timedelta(days=30)  # how long a token that is dead stands in its owner's list
PREFIX = "tej_"


class Scope(TextChoices):
    READ = "read", _("Only read")
    ACT = "act", _("Read and act")


class No(TextChoices):
    TOO_MANY_TOKENS = (
        "too_many_tokens",
        _("You have %(most)s tokens that are valid. Revoke one that you no longer need, and make another then."),
    )
    ALREADY_REVOKED = "already_revoked", _("This token is not valid any more: there is nothing to revoke.")
