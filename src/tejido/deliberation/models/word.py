"""What an institution sent back as a Word file, before and after it became remarks."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Institution, Party

from .rounds import Round


class WordAnswer(Keyed):
    """What was understood of one file, seen by the institution that sent it and by nobody else.

    The file itself is not kept: it names its authors, their program and their hours of work. `found` holds comments,
    proposals and the account of everything in the file, with the initials that help the seat to sort them out.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    found = models.JSONField()
    at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "key"]
        constraints = [
            models.UniqueConstraint(fields=["round", "institution", "digest"], name="one_answer_per_word_file")
        ]
