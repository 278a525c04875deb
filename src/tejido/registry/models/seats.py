"""Seats and who holds them."""

from datetime import datetime

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.people.models import Account

from ..names import Role
from .institutions import Institution


class Seat(Keyed):
    """An office of an institution. Persons come and go; the seat, its acts and its promises stay.

    `since` and `until` are empty where nobody knows; `until` is the first day on which there is no such seat any more.
    """

    institution = models.ForeignKey(Institution, models.PROTECT, related_name="+")
    role = models.CharField(max_length=24, choices=Role.choices)
    title = models.JSONField(default=dict)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    @property
    def office(self) -> str:
        """The stable label that the ledger keeps."""
        member = self.institution.member
        return f"{member.code if member else 'network'}/{self.role}/{self.institution.code}"


class Mandate(Keyed):
    """A person holds a seat from one instant to another.

    `name` is what whoever appointed them calls them: the account may be known elsewhere under a name that is not
    theirs to read.
    """

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since"]
        indexes = [models.Index(fields=["account", "since"], name="mandates_of_account")]

    def is_valid_at(self, instant: datetime) -> bool:
        return self.since <= instant and (self.until is None or instant < self.until)
