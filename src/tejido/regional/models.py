"""Regional initiatives. Who takes part are the parties of the body; what each member tells of its part is its own."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Body, Member, Party, Seat

from .names import Audience, Field


class RegionalInitiative(Keyed):
    """One record of what several members do together. Its name is the body's. `published_at` is set while the public
    reads it."""

    body = models.OneToOneField(Body, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    published_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "key"]


class RegionalCommon(Keyed):
    """The common part from one version to the next: aim, dates as exact as they are known, results."""

    initiative = models.ForeignKey(RegionalInitiative, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    aim = models.JSONField(default=dict)
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    results = models.JSONField(default=dict)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["initiative", "number"], name="one_common_part_per_number")]


class RegionalMilestone(Keyed):
    """What all of them mean to reach, by when, and on which day it was reached."""

    initiative = models.ForeignKey(RegionalInitiative, models.PROTECT, related_name="+")
    what = models.JSONField(default=dict)
    due = models.CharField(max_length=10, blank=True)
    reached_on = models.CharField(max_length=10, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due", "at", "key"]


class RegionalTurn(Keyed):
    """From this day on the seat coordinates, until the next turn begins. Set ahead, turns rotate by themselves."""

    initiative = models.ForeignKey(RegionalInitiative, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    since = models.DateField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "since"], condition=models.Q(replaced_at=None), name="one_turn_per_day"
            )
        ]


class RegionalInvitation(Keyed):
    """A member is asked to take part. `joined` says how it answered; a reason is given where it declined."""

    initiative = models.ForeignKey(RegionalInitiative, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    answered_at = models.DateTimeField(null=True, blank=True)
    joined = models.BooleanField(default=False)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "member"],
                condition=models.Q(answered_at=None),
                name="one_open_invitation_per_member",
            )
        ]


class RegionalDeparture(Keyed):
    """Why a member left. The party keeps its days."""

    party = models.OneToOneField(Party, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)


class RegionalPart(Keyed):
    """What a member wrote into one field of its part. It is never changed: a later one takes its place.

    `value` by field: words by language; {"key", "name"} of an institution; {"key"} of an own initiative; {"state"};
    {"since", "until"}.
    """

    initiative = models.ForeignKey(RegionalInitiative, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    field = models.CharField(max_length=12, choices=Field.choices)
    value = models.JSONField(default=dict)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "member", "field"],
                condition=models.Q(replaced_at=None),
                name="one_standing_value_per_field",
            )
        ]


class RegionalRelease(Keyed):
    """A member shows a field of its part, exactly as it stood, from one instant to another. What others read comes from
    here alone."""

    part = models.ForeignKey(RegionalPart, models.PROTECT, related_name="+")
    initiative = models.ForeignKey(RegionalInitiative, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    field = models.CharField(max_length=12, choices=Field.choices)
    audience = models.CharField(max_length=12, choices=Audience.choices)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "member", "field"],
                condition=models.Q(withdrawn_at=None),
                name="one_standing_release_per_field",
            )
        ]
