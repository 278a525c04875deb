"""Areas and initiatives of a member. An initiative is told field by field: each value is a row that is never changed,
and each release keeps a copy of what it shows, so that others read exactly what was released."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.mechanisms.names import Audience, Grade
from tejido.registry.models import Institution, Member

from .names import AreaKind, Field, Standing, State, Use


class Term(Keyed):
    """A word of the network's vocabulary: a type of initiatives or a group that they are for. `names` in its languages.

    `proposed_by` is the member that asked for it, if one did. Only a term in use can be chosen.
    """

    use = models.CharField(max_length=8, choices=Use.choices)
    names = models.JSONField(default=dict)
    standing = models.CharField(max_length=8, choices=Standing.choices, default=Standing.IN_USE)
    proposed_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["use", "at", "key"]
        indexes = [models.Index(fields=["use", "standing"], name="terms_of_use")]


class Area(Keyed):
    """An area of government in which a member builds prevention in, as the member calls it, and who answers for it.
    Others see it as it was released, not as it is."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14, choices=AreaKind.choices)
    name = models.JSONField(default=dict)
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    closed_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["kind", "at", "key"]


class Initiative(Keyed):
    """Something that a member does for prevention. What it is called and all else are its values.

    `code` is the member's own, for its files; it is never shown to others. `revision` grows with every change. What
    the secretariat takes from a public source has its `grade`, `source` and `address`.
    """

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    code = models.CharField(max_length=24, blank=True)
    revision = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    grade = models.CharField(max_length=4, choices=Grade.choices, default=Grade.OWN)
    source = models.CharField(max_length=300, blank=True)
    address = models.URLField(max_length=500, blank=True)
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_because = models.CharField(max_length=300, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["member__code", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "code"], condition=~models.Q(code=""), name="one_initiative_per_code"
            )
        ]

    @property
    def is_from_source(self) -> bool:
        """Entered from outside, as what a source says; not stated by the member."""
        return self.grade != Grade.OWN


class Told(Keyed):
    """One field with what it says (`lines.py` tells the shapes). `facets` are the keys by which it is filtered,
    each between bars; `folded` its words without accents, by which it is searched and put in order."""

    field = models.CharField(max_length=16, choices=Field.choices)
    value = models.JSONField(null=True)
    facets = models.TextField(blank=True)
    folded = models.TextField(blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        abstract = True


class Value(Told):
    """What a field of an initiative says to its own member, from one revision on. Null where it was emptied."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["revision", "field"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "field"], condition=models.Q(replaced_at=None), name="one_standing_value"
            )
        ]


class Release(Told):
    """A field was shown to others from one instant to another: `value` is a copy of what they saw, `digest` of its
    canonical bytes."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="+")
    audience = models.CharField(max_length=8, choices=Audience.choices)
    digest = models.CharField(max_length=64)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "field", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "field"], condition=models.Q(withdrawn_at=None), name="one_standing_field_release"
            )
        ]


class AreaRelease(Keyed):
    """An area was shown to others from one instant to another, with a copy of what they saw."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    audience = models.CharField(max_length=8, choices=Audience.choices)
    value = models.JSONField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["area"], condition=models.Q(withdrawn_at=None), name="one_standing_area_release"
            )
        ]


class Status(Keyed):
    """How an initiative stands from a day on (as exact as its source), why, and where that can be read."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices)
    since = models.CharField(max_length=10)
    reason = models.JSONField(default=dict)
    source = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["since", "at", "key"]
        verbose_name_plural = "statuses"


class Delivery(Keyed):
    """A file of initiatives that a seat has handed in: what was read from it, until it is applied."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    seat = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    sheets = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "deliveries"
