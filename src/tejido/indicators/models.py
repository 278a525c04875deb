"""Milestones of initiatives, and indicators with their values. A value is never changed: a correction is a row of its
own that stands in its place, and what was released stays as it was released.

A definition holds its values as JSON of `engine.measure` (`to_data`), so that no amount loses a digit.
"""

from django.db import models

from tejido.engine.measure import Dimension
from tejido.ledger.keys import Keyed
from tejido.mechanisms.models import Paper
from tejido.mechanisms.names import Audience
from tejido.programmes.models import Initiative
from tejido.registry.models import Member, Seat

from .names import Counting, Direction, Frequency, Kind


class Milestone(Keyed):
    """What an initiative is to reach by a day. Reached only with what shows it: `evidence`, an address or a file."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="+")
    what = models.JSONField(default=dict)
    by = models.DateField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    reached_on = models.DateField(null=True, blank=True)
    reached_at = models.DateTimeField(null=True, blank=True)
    reached_office = models.CharField(max_length=120, blank=True)
    evidence = models.TextField(blank=True)
    address = models.URLField(max_length=500, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_because = models.CharField(max_length=300, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["by", "at", "key"]


class Indicator(Keyed):
    """What is measured, how and how often. Without a member it is asked of every member of the network.

    `steps` are the words of a scale, the lowest first, each by language. `dimensions`: {"code", "categories": [{"code",
    "name"}], "exhaustive"}. `since` and `until` are the days in whose periods values are expected. `is_added` tells
    whether amounts of several members make one.
    """

    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    initiative = models.ForeignKey(Initiative, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.JSONField(default=dict)
    says = models.JSONField(default=dict)
    unit = models.JSONField(default=dict)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    steps = models.JSONField(default=list)
    dimensions = models.JSONField(default=list)
    frequency = models.CharField(max_length=8, choices=Frequency.choices)
    counting = models.CharField(max_length=8, choices=Counting.choices, default=Counting.EACH)
    direction = models.CharField(max_length=4, choices=Direction.choices, default=Direction.UP)
    is_added = models.BooleanField(default=True)
    baseline = models.JSONField(null=True, blank=True)
    target = models.JSONField(null=True, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    owner = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    source = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    ended_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(initiative=None) | models.Q(member__isnull=False), name="initiatives_are_of_members"
            )
        ]

    @property
    def is_asked_of_all(self) -> bool:
        return self.member_id is None

    @property
    def divisions(self) -> tuple[Dimension, ...]:
        """By what its values are divided, as the engine takes it."""
        return tuple(
            Dimension(each["code"], tuple(c["code"] for c in each["categories"]), each["exhaustive"])
            for each in self.dimensions
        )


class Value(Keyed):
    """What a member reported for a period, and where it comes from. `period` is a code of `engine.measure`; `first` its
    first day. `parts` by the key of the part ("sex:women")."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    period = models.CharField(max_length=10)
    first = models.DateField()
    value = models.JSONField()
    parts = models.JSONField(default=dict)
    source = models.CharField(max_length=300, blank=True)
    address = models.URLField(max_length=500, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)
    because = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["first", "at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "member", "period"],
                condition=models.Q(replaced_at=None),
                name="one_standing_value_per_period",
            )
        ]


class Release(Keyed):
    """A value was shown to others from one instant to another, exactly as its row says it, with `shown`: what the
    indicator was then (`lines.definition`). `digest` is of both."""

    value = models.ForeignKey(Value, models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    period = models.CharField(max_length=10)
    shown = models.JSONField()
    audience = models.CharField(max_length=8, choices=Audience.choices)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "member", "period"],
                condition=models.Q(withdrawn_at=None),
                name="one_standing_release_per_period",
            )
        ]


class Handed(Keyed):
    """A sheet of values that a seat has handed in and not yet taken in. `rows` as they were read, by column."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    seat = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    rows = models.JSONField(default=list)
    at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        verbose_name_plural = "handed in"
