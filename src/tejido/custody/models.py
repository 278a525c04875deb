"""Requests to erase a person, and what a restored node is missing."""

from datetime import datetime

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.people.models import Account
from tejido.registry.models import Mandate, Member, Seat

from .names import ASKED_FOR, KeyKind


class Erasing(Keyed):
    """Somebody asked that a person be erased, and a second person agrees. It holds no name."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    asked_by = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Mandate, models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(settled_at=None, withdrawn_at=None),
                name="one_open_erasing_per_account",
            )
        ]

    @property
    def is_open(self) -> bool:
        return self.settled_at is None and self.withdrawn_at is None


class FactorReset(Keyed):
    """The second factor of whoever holds `seat` is to be taken off: one person asked, a second one agrees, and from
    then on whoever does not want it has until `due_at` to stop it.

    `code` is the digest of the code for a new factor, `stop_seed` makes the link by which the person stops it, and
    `stop_digest` finds it.
    """

    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Mandate, models.PROTECT, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    code = models.CharField(max_length=64, blank=True)
    stop_seed = models.CharField(max_length=40)
    stop_digest = models.CharField(max_length=64, unique=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(settled_at=None, stopped_at=None),
                name="one_open_factor_reset_per_account",
            )
        ]

    def is_open_at(self, at: datetime) -> bool:
        """Neither done nor stopped; and agreed to, or still to be agreed to in time."""
        waits = self.settled_at is None and self.stopped_at is None
        return waits and (self.agreed_at is not None or at < self.asked_at + ASKED_FOR)


class Restoration(Keyed):
    """A backup was put back here, and something that is known from elsewhere is missing since. `missing`: dicts of
    member, ledger, lines, here and verdict; `reasons` codes of what else has to be confirmed."""

    made_at = models.DateTimeField()
    at = models.DateTimeField()
    missing = models.JSONField(default=list)
    reasons = models.JSONField(default=list)
    confirmed_at = models.DateTimeField(null=True, blank=True)


class Confirmation(Keyed):
    """One of the two persons who say that they have seen what is missing."""

    restoration = models.ForeignKey(Restoration, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    seat = models.CharField(max_length=12)
    office = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["restoration", "account"], name="one_confirmation_per_person")]


class KeyChange(Keyed):
    """The key of this node is to be replaced, or is revoked because others may have it or nobody has it any more. `old`
    and `new` are fingerprints, `public` is the text form of the new one, and `statement` the file by which the old one
    vouches for it. Two persons want it; it is in force when the node was started with the new key."""

    kind = models.CharField(max_length=10, choices=KeyKind.choices)
    old = models.CharField(max_length=39)
    new = models.CharField(max_length=39)
    public = models.CharField(max_length=43)
    statement = models.BinaryField(blank=True, default=b"")
    reason = models.CharField(max_length=300, blank=True)
    asked_by = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Mandate, models.PROTECT, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    in_force_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["new"], condition=models.Q(withdrawn_at=None), name="one_change_of_key_per_new_key"
            )
        ]

    @property
    def until(self) -> datetime:
        """For how long it waits for a second person."""
        return self.asked_at + ASKED_FOR

    def is_open_at(self, at: datetime) -> bool:
        """Asked for, neither agreed to nor withdrawn, and still to be agreed to in time."""
        return self.agreed_at is None and self.withdrawn_at is None and at < self.until
