"""The words of cooperation."""

from django.db.models import TextChoices


class Act(TextChoices):
    """What can be done here."""


class No(TextChoices):
    """Why something is not done."""


QUIET: frozenset[Act] = frozenset()  # in the ledger, and no news to others
