"""The change of who holds a seat, as it was asked for."""

from datetime import datetime, timedelta

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Mandate, Seat

# Long enough for a countersignature from another city, short enough that nobody is surprised by an old request.
LIFE = timedelta(days=7)


class Replacement(Keyed):
    """A mandate ends and, unless `email` is empty, another person's begins in the same minute.

    `ends_at` is empty for "as soon as it is settled". Where nobody else had to agree it was settled when it was asked.
    The successor's address and name are read by the keeping seats of the same member only.
    """

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    outgoing = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    incoming = models.ForeignKey(Mandate, models.PROTECT, null=True, blank=True, related_name="+")
    ends_at = models.DateTimeField(null=True, blank=True)
    zone = models.CharField(max_length=60)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=10, blank=True)
    asked_by = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Mandate, models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    refused_by = models.ForeignKey(Mandate, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat"],
                condition=models.Q(settled_at=None, closed_at=None),
                name="one_open_request_per_seat",
            )
        ]

    @property
    def has_successor(self) -> bool:
        return bool(self.email)

    @property
    def expires_at(self) -> datetime:
        """A request dies with the instant that it was meant for, and after a week in any case."""
        last = self.asked_at + LIFE
        return min(last, self.ends_at) if self.ends_at else last

    def is_open_at(self, instant: datetime) -> bool:
        return self.settled_at is None and self.closed_at is None and instant < self.expires_at
