"""The agenda: its items in their order, what lies before them, and what was announced and adopted."""

from django.db import models

from tejido.curriculum.models import Edition, Revision, Text
from tejido.deliberation.models import Procedure, Round
from tejido.ledger.keys import Keyed
from tejido.registry.models import Seat

from ..names import ItemKind
from .meetings import Meeting


class Item(Keyed):
    """An item of the agenda. Its number is its place among those that were not struck. `procedure` is the adoption in
    a meeting that it is bound to."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    title = models.JSONField(default=dict)
    kind = models.CharField(max_length=12, choices=ItemKind.choices)
    minutes = models.PositiveIntegerField(null=True, blank=True)
    presenter = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    procedure = models.ForeignKey(Procedure, models.PROTECT, null=True, blank=True, related_name="+")
    struck_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["place", "key"]


class PaperFile(Keyed):
    """A file that was laid before an item, addressed by its content. `media_type` is what the content says it is."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "digest"], name="one_file_per_content")]


class Paper(Keyed):
    """One thing that lies before an item: a text of the house at one of its stages, or a file."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="+")
    text = models.ForeignKey(Text, models.PROTECT, null=True, blank=True, related_name="+")
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, blank=True, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="+")
    round = models.ForeignKey(Round, models.PROTECT, null=True, blank=True, related_name="+")
    procedure = models.ForeignKey(Procedure, models.PROTECT, null=True, blank=True, related_name="+")
    file = models.ForeignKey(PaperFile, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]


class AgendaRevision(Keyed):
    """The agenda as it was announced: the first with the convocation, later ones as they were told."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    items = models.JSONField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="one_agenda_per_number")]


class AgendaAdoption(Keyed):
    """At the start the meeting adopts its agenda; from then on it stays as it is."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
