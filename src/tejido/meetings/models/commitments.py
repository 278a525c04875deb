"""Who promised what, by when, and what became of it."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Party, Seat

from ..names import Report, Standing
from .agenda import Item
from .meetings import Meeting
from .minutes import Decision


class Commitment(Keyed):
    """A promise made in a meeting by one party or one seat. `due` is the day in force, later where it was renewed."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")
    number = models.PositiveIntegerField()
    texts = models.JSONField(default=dict)
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    due = models.DateField(null=True, blank=True)
    standing = models.CharField(max_length=8, choices=Standing.choices, default=Standing.OPEN)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = [models.F("due").asc(nulls_last=True), "at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="one_commitment_per_number"),
            models.CheckConstraint(
                condition=models.Q(party=None, seat__isnull=False) | models.Q(party__isnull=False, seat=None),
                name="a_party_or_a_seat_promises",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.standing in {Standing.OPEN, Standing.RENEWED}


class CommitmentReport(Keyed):
    """What was reported of a commitment, by whom and why."""

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Report.choices)
    words = models.TextField()
    language = models.CharField(max_length=20)
    due = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]


class Carried(Keyed):
    """An open commitment that an item of a later agenda follows up."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="+")
    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="+")

    class Meta:
        ordering = [models.F("commitment__due").asc(nulls_last=True), "commitment__number"]
        constraints = [models.UniqueConstraint(fields=["item", "commitment"], name="carried_once_per_item")]
