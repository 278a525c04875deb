"""What was entered wrongly and put right, and files of the register that wait to be applied."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.people.models import Account


class Correction(Keyed):
    """A fact that was entered wrongly: what stood there, what stands there now, and why. Nothing is overwritten in
    silence."""

    kind = models.CharField(max_length=24)
    object = models.CharField(max_length=12, db_index=True)
    field = models.CharField(max_length=24)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    reason = models.CharField(max_length=300)
    office = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]


class Delivery(Keyed):
    """A register file that a seat has handed in: what was read from it, and the digest of the changes it was shown.

    What was read is dropped when it is applied.
    """

    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    seat = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    sheets = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)
