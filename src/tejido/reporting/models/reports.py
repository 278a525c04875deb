"""What a member tells: selections, templates, and every telling with the file that was told."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.mechanisms.models import Paper
from tejido.programmes.models import Initiative
from tejido.registry.models import Member

from ..names import Destination, Format, RowKind
from .recommendations import Recommendation


class Template(Keyed):
    """A table as a member has chosen it: `columns` in their order, each with its field and the headings of its own by
    language, where it has any."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    rows = models.CharField(max_length=14, choices=RowKind.choices)
    columns = models.JSONField(default=list)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "key"]


class Selection(Keyed):
    """What is to be told to a destination: a filter over the recommendations (`wanted`, values by field), and what is
    put in or left out by hand (`Picked`); the period; the languages; the day until which the destination expects it.
    `template` is the name of a template of the house, or the key of one of the member."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    destination = models.CharField(max_length=12, choices=Destination.choices)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    languages = models.JSONField(default=list)
    template = models.CharField(max_length=20)
    wanted = models.JSONField(default=dict)
    due = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    closed_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "key"]


class Picked(models.Model):
    """Put into a selection by hand, or left out of it (`is_out`), whatever its filter says."""

    selection = models.ForeignKey(Selection, models.CASCADE, related_name="+")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, null=True, blank=True, related_name="+")
    initiative = models.ForeignKey(Initiative, models.PROTECT, null=True, blank=True, related_name="+")
    is_out = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["selection", "recommendation"], name="one_choice_per_recommendation"),
            models.UniqueConstraint(fields=["selection", "initiative"], name="one_choice_per_initiative"),
            models.CheckConstraint(
                condition=models.Q(recommendation=None) ^ models.Q(initiative=None), name="one_thing_is_picked"
            ),
        ]


class Telling(Keyed):
    """A report was told: what exactly (`paper`, the bytes and their digest), to whom, when, for which period, and by
    which office. `columns` are those of the table with their headings as they were told."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    selection = models.ForeignKey(Selection, models.PROTECT, related_name="+")
    destination = models.CharField(max_length=12, choices=Destination.choices)
    recipient = models.CharField(max_length=200, blank=True)
    told_on = models.DateField()
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=20)
    format = models.CharField(max_length=4, choices=Format.choices)
    template = models.CharField(max_length=20)
    rows = models.CharField(max_length=14, choices=RowKind.choices)
    columns = models.JSONField(default=list)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+")
    is_own_file = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["told_on", "at", "key"]


class Told(models.Model):
    """A row of a telling as it was told: what it is about, and its cells in the order of the columns."""

    telling = models.ForeignKey(Telling, models.CASCADE, related_name="+")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, null=True, blank=True, related_name="+")
    initiative = models.ForeignKey(Initiative, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    cells = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(recommendation=None) ^ models.Q(initiative=None), name="one_thing_is_told"
            )
        ]

    @property
    def of(self) -> str:
        """The key of what the row is about."""
        return str(self.recommendation_id or self.initiative_id)
